import { useEffect, useEffectEvent, useMemo, useReducer } from "react";
import { beginMending, type MendEvent, mendingAfter } from "@/lib/mend/mending";
import { idOf, isPatch, type Piece } from "@/lib/mend/piece";

/** A mend in the hand: its pieces as they are drawn now, and the one that is worked on. */
export function useMending(initial: readonly Piece[]) {
  const [mending, dispatch] = useReducer(mendingAfter, initial, beginMending);
  const { history, live, selected } = mending;
  const pieces = useMemo(
    () => history.now.map((each) => (live && idOf(live) === idOf(each) ? live : each)),
    [history.now, live],
  );
  const piece = pieces.find((each) => idOf(each) === selected);
  useUndoKeys(dispatch);
  return {
    ...mending,
    pieces,
    piece,
    // A line that is only taken out has no words to hold.
    hold: piece && !isPatch(piece) ? ("area" as const) : mending.hold,
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    dispatch,
  };
}

export type MendingInHand = ReturnType<typeof useMending>;

/** ⌘Z and ⇧⌘Z wherever the hand is: fields are drawn from the history, so that it is their past too. */
function useUndoKeys(dispatch: (event: MendEvent) => void) {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const key = event.key.toLowerCase();
    if (!(event.metaKey || event.ctrlKey) || event.altKey) return;
    if (key === "z") dispatch({ type: event.shiftKey ? "redo" : "undo" });
    else if (key === "y" && !event.shiftKey) dispatch({ type: "redo" });
    else return;
    event.preventDefault();
  });
  useEffect(() => {
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);
}
