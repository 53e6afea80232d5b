"use client";

import { type KeyboardEvent, type MouseEvent, useEffect, useId, useMemo, useRef } from "react";
import { flushSync } from "react-dom";
import { useTranslations } from "use-intl";
import { SheetBlock } from "@/components/poster/sheet-drawing";
import { cellOf, emphasisBeside, placeBeside } from "@/lib/poster/arrange";
import { defaultCapability, type Size } from "@/lib/poster/capability";
import type { Box, LaidBlock } from "@/lib/poster/layout/drawing";
import { layOut } from "@/lib/poster/layout/layout";
import { paletteOf } from "@/lib/poster/layout/palette";
import type { Block, Poster, Ratio } from "@/lib/poster/schema";
import { share } from "@/lib/poster/share";
import { type BlockActions, createBlockActions } from "./block-actions";
import { usePoster, usePosterForm } from "./poster-form";
import { SheetGuides } from "./sheet-guides";
import { SheetTarget } from "./sheet-target";
import { useStudioState } from "./studio-state";
import { findTargetRooms, type TargetRoom } from "./target-room";
import { useBlockActionsContext } from "./use-block-actions";
import { type Drag, targetOf, useSheetGestures } from "./use-sheet-gestures";

const arrows: Record<string, readonly [right: number, down: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
const steps: Record<string, number> = { "+": 1, "=": 1, "-": -1, _: -1 };

interface SheetEditorProps {
  ratio: Ratio;
  guides: boolean;
}

/** The layer over the sheet by which its blocks are chosen, moved and made louder. */
export function SheetEditor({ ratio, guides }: SheetEditorProps) {
  const t = useTranslations();
  const hintId = useId();
  const poster = usePoster();
  const { selection } = useStudioState();
  const context = useBlockActionsContext();
  const actions = useMemo(() => createBlockActions(context), [context]);
  const openText = useOpenText();
  const layer = useRef<HTMLDivElement>(null);
  const ghost = useRef<SVGGElement>(null);
  const size = defaultCapability.sizes[ratio];
  const laid = useLaid(poster, poster.blocks, size);
  const targets = useTargets(laid);
  const { drag, handlers } = useSheetGestures(layer, ghost, actions, openText);
  const onKeyDown = useBlockKeys(actions, openText, layer);
  const idOf = (event: MouseEvent) => targetOf(event.target as Element)?.dataset.target;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is no layer over a picture
    <div
      ref={layer}
      role="group"
      aria-label={t("sheet.blocks")}
      className="absolute inset-0"
      onKeyDown={onKeyDown}
      onDoubleClick={(event) => {
        const id = idOf(event);
        if (id) openText(id);
      }}
      onFocus={({ target }) => {
        const id = targetOf(target)?.dataset.target;
        // A finger takes hold only once it is up again: until then it may be scrolling.
        if (id && target.matches(":focus-visible")) selection.set({ id, from: "sheet" });
      }}
      {...handlers}
    >
      <svg
        aria-hidden="true"
        viewBox={`0 0 ${size.width} ${size.height}`}
        className="pointer-events-none absolute inset-0 size-full"
      >
        {guides && <SheetGuides size={size} />}
        {drag && <Dragged drag={drag} poster={poster} size={size} laid={laid} ghost={ghost} />}
      </svg>
      {poster.blocks.map((block) => {
        const held = targets.get(block.id);
        return held && <SheetTarget key={block.id} {...{ block, hintId, size, ...held }} />;
      })}
      <p id={hintId} hidden>
        {t("sheet.keys")}
      </p>
    </div>
  );
}

function useLaid({ scene }: Poster, blocks: readonly Block[], size: Size): LaidBlock[] {
  const palette = useMemo(() => paletteOf({ scene }), [scene]);
  return useMemo(() => layOut(blocks, size, palette), [blocks, size, palette]);
}

/** Where each block can be taken hold of; what stayed as it was is the very same object. */
function useTargets(laid: readonly LaidBlock[]): Map<string, { box: Box; room: TargetRoom }> {
  const known = useRef<TargetRoom[]>(undefined);
  return useMemo(() => {
    const rooms = share(known.current, findTargetRooms(laid.map(({ box }) => box)));
    known.current = rooms;
    return new Map(
      laid.flatMap(({ id, box }, at) => {
        const room = rooms[at];
        return room ? [[id, { box, room }] as const] : [];
      }),
    );
  }, [laid]);
}

interface DraggedProps {
  drag: Drag;
  poster: Poster;
  size: Size;
  laid: readonly LaidBlock[];
  ghost: React.RefObject<SVGGElement | null>;
}

/** The nine cells, the one under the pointer, where the block would stand, and its ghost. */
function Dragged({ drag, poster, size, laid, ghost }: DraggedProps) {
  const { column, row } = cellOf(drag.over);
  const cell = { width: size.width / 3, height: size.height / 3 };
  const blocks = useMemo(
    () =>
      poster.blocks.map((block) => (block.id === drag.id ? { ...block, place: drag.over } : block)),
    [poster.blocks, drag],
  );
  const landed = useLaid(poster, blocks, size).find(({ id }) => id === drag.id);
  const block = laid.find(({ id }) => id === drag.id);
  return (
    <g data-testid="drag">
      <rect
        x={column * cell.width}
        y={row * cell.height}
        {...cell}
        fill="#fff"
        fillOpacity="0.22"
        stroke="var(--seal)"
        strokeWidth="4"
        vectorEffect="non-scaling-stroke"
        data-cell={drag.over}
      />
      <SheetGuides size={size} cellsOnly />
      {landed && (
        <rect
          {...landed.box}
          fill="#fff"
          fillOpacity="0.2"
          stroke="#fff"
          strokeDasharray="6 4"
          strokeWidth="2"
          vectorEffect="non-scaling-stroke"
        />
      )}
      <g ref={ghost} opacity="0.75">
        {block && <SheetBlock block={block} />}
      </g>
    </g>
  );
}

/** Goes to the text of a block, on a phone by way of its tab. */
function useOpenText(): (id: string) => void {
  const { getValues, setFocus } = usePosterForm();
  const { selection } = useStudioState();
  return (id) => {
    // At once: a phone opens its keyboard only for a field focused within the tap itself.
    flushSync(() => selection.set({ id, from: "sheet" }));
    const index = getValues("blocks").findIndex((block) => block.id === id);
    if (index !== -1) setFocus(`blocks.${index}.text`);
  };
}

function useBlockKeys(
  actions: BlockActions,
  openText: (id: string) => void,
  layer: React.RefObject<HTMLElement | null>,
) {
  const t = useTranslations("sheet");
  const { getValues } = usePosterForm();
  const { selection, said } = useStudioState();
  const { blocks } = usePoster();
  const wanted = useRef<string>(undefined);
  useEffect(() => {
    // The hand goes on with the copy as soon as it is on the sheet.
    const copy = blocks.find(({ id }) => id === wanted.current);
    if (!copy) return;
    wanted.current = undefined;
    layer.current?.querySelector<HTMLElement>(`[data-target="${copy.id}"]`)?.focus();
  }, [blocks, layer]);
  const removeAndGoOn = (target: HTMLElement, id: string) => {
    const all = [...(layer.current?.querySelectorAll<HTMLElement>("[data-target]") ?? [])];
    const at = all.indexOf(target);
    (all[at + 1] ?? all[at - 1])?.focus({ preventScroll: true });
    actions.remove(id);
  };
  return (event: KeyboardEvent) => {
    const target = targetOf(event.target as Element);
    const block = getValues("blocks").find(({ id }) => id === target?.dataset.target);
    if (!target || !block) return;
    const arrow = arrows[event.key];
    const step = steps[event.key];
    const isCommand = event.metaKey || event.ctrlKey;
    if (isCommand && event.key.toLowerCase() === "d") wanted.current = actions.duplicate(block.id);
    else if (isCommand || event.altKey) return;
    else if (arrow) actions.place(block.id, placeBeside(block.place, ...arrow));
    else if (step) actions.emphasise(block.id, emphasisBeside(block.emphasis, step));
    else if (event.key === "Enter") openText(block.id);
    else if (event.key === "Delete" || event.key === "Backspace") removeAndGoOn(target, block.id);
    else if (event.key === "Escape") {
      selection.set({ id: null, from: "sheet" });
      said.set(t("released"));
    } else return;
    event.preventDefault();
  };
}
