"use client";

import { createContext, type ReactNode, use } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import type { Poster } from "@/lib/poster/schema";

const PosterContext = createContext<Poster | null>(null);

/** Watches the form once for all who draw the poster; each watcher costs a copy at every keystroke. */
export function PosterNow({ children }: { children: ReactNode }) {
  const { control } = useFormContext<Poster>();
  // Every field has a default, so what is watched is never partial.
  const poster = useWatch({ control }) as Poster;
  return <PosterContext value={poster}>{children}</PosterContext>;
}

/** The poster as it stands in the form, at every keystroke. */
export function usePoster(): Poster {
  const poster = use(PosterContext);
  if (poster === null) throw new Error("usePoster outside PosterNow");
  return poster;
}
