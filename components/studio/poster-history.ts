import type { UseFormReturn } from "react-hook-form";
import { createStore, type Store } from "@/components/ui/store";
import { beginHistory, type History, record, redo, undo } from "@/lib/poster/history";
import type { Poster } from "@/lib/poster/schema";
import { share } from "@/lib/poster/share";

/** What was done in the studio, and the way back and forth. */
export interface PosterHistory {
  can: Store<{ undo: boolean; redo: boolean }>;
  /** Begins anew with a poster; what was before cannot be undone. */
  begin: (first: Poster) => void;
  /** Takes note of the poster as it is now. */
  record: () => void;
  /** One step back or forth; false when there is none. */
  step: (way: "undo" | "redo") => boolean;
  /** Until released, changes are parts of one step: a drag, a composition of an input method. */
  hold: () => void;
  release: () => void;
}

/** The history of a form's poster. Putting a poster back keeps the cards and fields that stay. */
export function createPosterHistory(
  form: UseFormReturn<Poster>,
  poster: Store<Poster>,
  initial: Poster,
): PosterHistory {
  const can = createStore({ undo: false, redo: false });
  let history: History = beginHistory(initial);
  let isHeld = false;

  const take = (next: History) => {
    history = next;
    const now = { undo: next.past.length > 0, redo: next.future.length > 0 };
    const before = can.get();
    if (now.undo !== before.undo || now.redo !== before.redo) can.set(now);
  };
  const noteForm = () => {
    take(record(history, share(history.now, poster.get()), performance.now()));
  };
  return {
    can,
    begin: (first) => take(beginHistory(structuredClone(first))),
    record: () => {
      if (!isHeld) noteForm();
    },
    step: (way) => {
      isHeld = false;
      noteForm();
      const next = way === "undo" ? undo(history) : redo(history);
      if (next === history) return false;
      take(next);
      form.setValues(structuredClone(next.now));
      form.clearErrors();
      return true;
    },
    hold: () => {
      if (!isHeld) noteForm();
      isHeld = true;
    },
    release: () => {
      isHeld = false;
      noteForm();
    },
  };
}
