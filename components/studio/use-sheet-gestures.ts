import {
  type MouseEvent,
  type PointerEvent,
  type RefObject,
  type TouchEvent,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
} from "react";
import { emphasisBeside, placeAt } from "@/lib/poster/arrange";
import type { Block, Emphasis, Place } from "@/lib/poster/schema";
import type { BlockActions } from "./block-actions";
import { usePosterForm } from "./poster-form";
import { useStudioState } from "./studio-state";
import { useHistory } from "./use-history";

/** A block on its way: where it would stand if it were let go. */
export interface Drag {
  id: string;
  over: Place;
}

interface Gesture {
  id: string;
  pointerId: number;
  x: number;
  y: number;
  kind: "place" | "size";
  from: Block;
  hasMoved: boolean;
  /** Chosen before: a finger may drag it. */
  wasSelected: boolean;
  /** Chosen on the sheet: another tap goes on to its text. */
  opensText: boolean;
  isTouch: boolean;
}

/** Pixels a pointer may tremble before it drags; a finger trembles more. */
const stillPx = { mouse: 4, touch: 8 } as const;
/** Pixels the corner goes for one step of emphasis. */
const stepPx = 28;

export const targetOf = (element: Element): HTMLElement | null =>
  element.closest<HTMLElement>("[data-target]");

const overAt = (event: PointerEvent, box: DOMRect): Place =>
  placeAt((event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height);

/**
 * Drags blocks over the sheet by mouse, pen or finger. A finger drags only what it has chosen by a
 * tap before: on all else it scrolls the page.
 */
export function useSheetGestures(
  layer: RefObject<HTMLElement | null>,
  ghost: RefObject<SVGGElement | null>,
  actions: BlockActions,
  openText: (id: string) => void,
) {
  const { getValues } = usePosterForm();
  const { selection } = useStudioState();
  const history = useHistory();
  const [drag, setDrag] = useState<Drag | null>(null);
  const gesture = useRef<Gesture | null>(null);

  const end = () => {
    if (gesture.current?.kind === "size") history.release();
    gesture.current = null;
    setDrag(null);
  };
  const cancel = useEffectEvent(() => {
    const { current } = gesture;
    if (current?.kind === "size") actions.emphasise(current.id, current.from.emphasis);
    end();
  });
  useEffect(() => {
    // The window, for while a pointer is captured the keyboard may be anywhere.
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || !gesture.current?.hasMoved) return;
      event.stopPropagation();
      cancel();
    };
    addEventListener("keydown", onKey, true);
    return () => removeEventListener("keydown", onKey, true);
  }, []);

  const take = (event: PointerEvent<HTMLElement>, target: HTMLElement, id: string) => {
    const from = getValues("blocks").find((block) => block.id === id);
    if (!from) return;
    const isTouch = event.pointerType === "touch";
    const wasSelected = selection.get().id === id;
    const opensText = isTouch && wasSelected && selection.get().from === "sheet";
    const kind = (event.target as Element).closest("[data-resize]") ? "size" : "place";
    const { pointerId, clientX: x, clientY: y } = event;
    gesture.current = {
      ...{ id, pointerId, x, y, kind, wasSelected, opensText, isTouch },
      from: { ...from },
      hasMoved: false,
    };
    if (isTouch && !wasSelected) return;
    target.setPointerCapture(pointerId);
    if (kind === "size") history.hold();
    if (!isTouch) selection.set({ id, from: "sheet" });
  };

  const move = (event: PointerEvent<HTMLElement>) => {
    const { current } = gesture;
    if (!current || current.pointerId !== event.pointerId) return;
    const right = event.clientX - current.x;
    const down = event.clientY - current.y;
    const still = stillPx[current.isTouch ? "touch" : "mouse"];
    if (!current.hasMoved && Math.hypot(right, down) < still) return;
    current.hasMoved = true;
    if (current.isTouch && !current.wasSelected) return;
    if (current.kind === "size") {
      const steps = Math.round((right + down) / 2 / stepPx);
      const emphasis: Emphasis = emphasisBeside(current.from.emphasis, steps);
      const now = getValues("blocks").find((block) => block.id === current.id);
      if (now && now.emphasis !== emphasis) actions.emphasise(current.id, emphasis);
      return;
    }
    const box = layer.current?.getBoundingClientRect();
    if (!box) return;
    const { id } = current;
    const over = overAt(event, box);
    setDrag((was) => (was?.over === over ? was : { id, over }));
    const scale = Number(ghost.current?.ownerSVGElement?.viewBox.baseVal.width ?? 0) / box.width;
    ghost.current?.setAttribute("transform", `translate(${right * scale} ${down * scale})`);
  };

  const up = (event: PointerEvent<HTMLElement>) => {
    const { current } = gesture;
    if (!current || current.pointerId !== event.pointerId) return;
    const { id, hasMoved, wasSelected, opensText, isTouch, kind } = current;
    const box = layer.current?.getBoundingClientRect();
    end();
    if (hasMoved) {
      // Where the pointer is now: a quick hand lets go before the last move is drawn.
      if (kind === "place" && box && !(isTouch && !wasSelected)) {
        actions.place(id, overAt(event, box));
      }
      return;
    }
    if (opensText && kind === "place") openText(id);
    else {
      selection.set({ id, from: "sheet" });
      targetOf(event.target as Element)?.focus({ preventScroll: true });
    }
  };

  return {
    drag,
    handlers: {
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        if (event.button !== 0 || gesture.current) return;
        const target = targetOf(event.target as Element);
        const id = target?.dataset.target;
        if (target && id) take(event, target, id);
      },
      onPointerMove: move,
      onPointerUp: up,
      onPointerCancel: () => cancel(),
      // Taking a block up moves the page, and the click that would follow the touch would hit whatever
      // has come under the finger by then.
      onTouchEnd: (event: TouchEvent<HTMLElement>) => {
        if (event.cancelable && targetOf(event.target as Element)) event.preventDefault();
      },
      // A click or a tap beside all blocks, which scrolling is not.
      onClick: ({ target }: MouseEvent<HTMLElement>) => {
        if (target === layer.current) selection.set({ id: null, from: "sheet" });
      },
    },
  };
}
