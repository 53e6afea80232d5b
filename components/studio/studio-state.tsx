"use client";

import { createContext, use } from "react";
import { createStore, type Store, useStore } from "@/components/ui/store";
import type { Poster } from "@/lib/poster/schema";
import type { PosterHistory } from "./poster-history";

/** The block in hand, and where it was taken up: the other place then shows it too. */
interface Selection {
  id: string | null;
  from: "sheet" | "list";
}

export interface StudioState {
  /** The poster at every keystroke. What is in it is never written to. */
  now: Store<Poster>;
  selection: Store<Selection>;
  /** What was last done, for those who cannot see it. */
  said: Store<string>;
  /** The poster that undoing leads back to, until there is a history. */
  base: Poster;
  /** Fetched once someone stirs; null before. */
  history: PosterHistory | null;
}

/** What the parts of the studio share beside the poster; always the same object. */
export const StudioContext = createContext<StudioState | null>(null);

export const createStudioState = (base: Poster): StudioState => ({
  now: createStore(base),
  selection: createStore<Selection>({ id: null, from: "list" }),
  said: createStore(""),
  base,
  history: null,
});

/** The stores of the studio; reading them draws nothing again. */
export function useStudioState(): StudioState {
  const state = use(StudioContext);
  if (state === null) throw new Error("the studio's state is asked for outside the studio");
  return state;
}

/** Whether a block is in hand, on the sheet or in the list. */
export const useIsSelected = (id: string): boolean =>
  useStore(useStudioState().selection, (selection) => selection.id === id);

/** Says aloud what was done on the sheet, in the list, or by undoing. */
export function Said() {
  const text = useStore(useStudioState().said, (said) => said);
  return (
    <p className="sr-only" aria-live="polite">
      {text}
    </p>
  );
}
