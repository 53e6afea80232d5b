import {
  type MouseEvent,
  type PointerEvent,
  type RefObject,
  type TouchEvent,
  useEffect,
  useEffectEvent,
  useRef,
} from "react";
import { type Hold, movePiece, scalePiece, stretchPiece } from "@/lib/mend/adjust";
import type { MendedPicture } from "@/lib/mend/mending";
import { idOf, isPatch, type Piece } from "@/lib/mend/piece";
import { coveredBox } from "@/lib/mend/removal";
import type { MendingInHand } from "./use-mending";

interface Gesture {
  pointerId: number;
  x: number;
  y: number;
  kind: "move" | "size";
  hold: Hold;
  from: Piece;
  hasMoved: boolean;
  /** A finger drags only what a tap has chosen before: on all else it scrolls the page. */
  mayDrag: boolean;
}

/** Pixels a pointer may tremble before it drags; a finger trembles more. */
const stillPx = { mouse: 4, touch: 8 } as const;
/** A corner pulled to the middle would turn words inside out. */
const leastFactor = 0.1;

export const targetOf = (element: Element): HTMLElement | null =>
  element.closest<HTMLElement>("[data-target]");

/** The piece as it is after a pointer went so far, in pixels of the picture. */
function dragged({ kind, hold, from }: Gesture, right: number, down: number, size: MendedPicture) {
  if (kind === "move") return movePiece(from, hold, right, down, size);
  if (hold === "area" || !isPatch(from)) return stretchPiece(from, right, down, size);
  // It grows about its middle, so that the corner goes half as far as the pointer asks for.
  const { width, height } = from.box;
  const factor = 1 + (2 * (right + down)) / (width + height);
  return scalePiece(from, hold, Math.max(leastFactor, factor), size);
}

/** Drags pieces over the picture by mouse, pen or finger. */
export function usePatchGestures(
  layer: RefObject<HTMLElement | null>,
  picture: MendedPicture,
  mending: MendingInHand,
) {
  const { pieces, selected, hold, dispatch } = mending;
  const gesture = useRef<Gesture | null>(null);

  const cancel = useEffectEvent(() => {
    gesture.current = null;
    dispatch({ type: "live", piece: null });
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

  const pieceNow = (event: PointerEvent, current: Gesture): Piece | undefined => {
    const box = layer.current?.getBoundingClientRect();
    if (!box) return undefined;
    const scale = picture.width / box.width;
    const right = (event.clientX - current.x) * scale;
    return dragged(current, right, (event.clientY - current.y) * scale, picture);
  };

  const take = (event: PointerEvent<HTMLElement>, target: HTMLElement) => {
    const from = pieces.find((piece) => idOf(piece) === target.dataset.target);
    if (!from) return;
    const id = idOf(from);
    const isTouch = event.pointerType === "touch";
    const wasSelected = selected === id;
    const mayDrag = !isTouch || wasSelected;
    const kind = (event.target as Element).closest("[data-resize]") ? "size" : "move";
    const { pointerId, clientX: x, clientY: y } = event;
    const held = wasSelected ? hold : "words";
    // An area that followed the words stands by itself from now on.
    const isFree = isPatch(from) && held === "area";
    const area = coveredBox(from, picture);
    const own = isFree ? { ...from, cover: { ...from.cover, area } } : from;
    gesture.current = { pointerId, x, y, kind, hold: held, from: own, hasMoved: false, mayDrag };
    if (!mayDrag) return;
    target.setPointerCapture(pointerId);
    if (!wasSelected) dispatch({ type: "select", id });
  };

  const move = (event: PointerEvent<HTMLElement>) => {
    const { current } = gesture;
    if (!current || current.pointerId !== event.pointerId) return;
    const still = stillPx[event.pointerType === "touch" ? "touch" : "mouse"];
    const way = Math.hypot(event.clientX - current.x, event.clientY - current.y);
    if (!current.hasMoved && way < still) return;
    current.hasMoved = true;
    const piece = current.mayDrag && pieceNow(event, current);
    if (piece) dispatch({ type: "live", piece });
  };

  const up = (event: PointerEvent<HTMLElement>) => {
    const { current } = gesture;
    if (!current || current.pointerId !== event.pointerId) return;
    gesture.current = null;
    if (current.hasMoved) {
      const piece = current.mayDrag && pieceNow(event, current);
      if (piece) dispatch({ type: "change", piece, field: null, atMs: Date.now() });
      return;
    }
    const id = idOf(current.from);
    if (selected !== id) dispatch({ type: "select", id });
    targetOf(event.target as Element)?.focus({ preventScroll: true });
  };

  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0 || gesture.current) return;
      const target = targetOf(event.target as Element);
      if (target) take(event, target);
    },
    onPointerMove: move,
    onPointerUp: up,
    onPointerCancel: () => cancel(),
    // The click that would follow a touch would hit whatever has come under the finger by then.
    onTouchEnd: (event: TouchEvent<HTMLElement>) => {
      if (event.cancelable && targetOf(event.target as Element)) event.preventDefault();
    },
    onClick: ({ target }: MouseEvent<HTMLElement>) => {
      if (target === layer.current) dispatch({ type: "select", id: null });
    },
  };
}
