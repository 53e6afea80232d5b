"use client";

import { replaceEqualDeep } from "@tanstack/react-query";
import { createContext, type ReactNode, use, useDeferredValue, useState } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import type { Poster } from "@/lib/poster/schema";

const NowContext = createContext<Poster | null>(null);
const SoonContext = createContext<Poster | null>(null);

/**
 * Watches the form once for all who show the poster: each watcher costs a copy at every keystroke.
 * What did not change keeps its identity, so that it is not drawn again.
 */
export function PosterNow({ children }: { children: ReactNode }) {
  const { control } = useFormContext<Poster>();
  // Every field has a default, so what is watched is never partial.
  const watched = useWatch({ control }) as Poster;
  const [kept, keep] = useState(watched);
  const poster = replaceEqualDeep(kept, watched) as Poster;
  if (poster !== kept) keep(poster);
  return (
    <NowContext value={poster}>
      <SoonContext value={useDeferredValue(poster)}>{children}</SoonContext>
    </NowContext>
  );
}

function useInside(context: typeof NowContext): Poster {
  const poster = use(context);
  if (poster === null) throw new Error("the poster is asked for outside PosterNow");
  return poster;
}

/** The poster at every keystroke, for what must follow the hand. */
export const usePosterNow = (): Poster => useInside(NowContext);

/** The poster as soon as there is time, for all that may come a frame later. */
export const usePoster = (): Poster => useInside(SoonContext);
