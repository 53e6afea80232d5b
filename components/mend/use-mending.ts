import { useEffect, useEffectEvent, useMemo, useReducer } from "react";
import { beginMending, type MendEvent, mendingAfter } from "@/lib/mend/mending";
import type { Patch } from "@/lib/mend/schema";

/** A mend in the hand: its patches as they are drawn now, and the one that is worked on. */
export function useMending(initial: readonly Patch[]) {
  const [mending, dispatch] = useReducer(mendingAfter, initial, beginMending);
  const { history, live, selected } = mending;
  const patches = useMemo(
    () => history.now.map((each) => (live?.blockId === each.blockId ? live : each)),
    [history.now, live],
  );
  useUndoKeys(dispatch);
  return {
    ...mending,
    patches,
    patch: patches.find(({ blockId }) => blockId === selected),
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
