import { type KeyboardEvent, type PointerEvent, type RefObject, useRef, useState } from "react";

interface Reorder {
  /** The index being dragged; null while none is. */
  dragged: number | null;
  /** Props for the handle of the item at an index. */
  handleProps: (index: number) => {
    onPointerDown: (event: PointerEvent) => void;
    onPointerMove: (event: PointerEvent) => void;
    onPointerUp: () => void;
    onPointerCancel: () => void;
    onKeyDown: (event: KeyboardEvent) => void;
  };
}

/** The index whose item the pointer is over, by the items' middles. */
function indexAt(list: HTMLElement, y: number): number {
  const middles = [...list.children].map((item) => {
    const { top, height } = item.getBoundingClientRect();
    return top + height / 2;
  });
  const below = middles.findIndex((middle) => y < middle);
  return below === -1 ? middles.length - 1 : below;
}

/** Reorders a list by pointer (mouse, pen, finger) or by arrow keys on the handle. */
export function useReorder(
  list: RefObject<HTMLElement | null>,
  length: number,
  move: (from: number, to: number) => void,
): Reorder {
  const [dragged, setDragged] = useState<number | null>(null);
  const at = useRef<number | null>(null);

  const stop = () => {
    at.current = null;
    setDragged(null);
  };
  const shift = (from: number, to: number) => {
    if (to < 0 || to >= length || to === from) return false;
    move(from, to);
    return true;
  };
  return {
    dragged,
    handleProps: (index) => ({
      onPointerDown: (event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        at.current = index;
        setDragged(index);
      },
      onPointerMove: (event) => {
        if (at.current === null || !list.current) return;
        const to = indexAt(list.current, event.clientY);
        if (shift(at.current, to)) {
          at.current = to;
          setDragged(to);
        }
      },
      onPointerUp: stop,
      onPointerCancel: stop,
      onKeyDown: (event) => {
        const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
        if (step === undefined) return;
        event.preventDefault();
        shift(index, index + step);
      },
    }),
  };
}
