"use client";

import { replaceEqualDeep } from "@tanstack/react-query";
import { createContext, type ReactNode, use, useDeferredValue, useState } from "react";
import { type UseFormReturn, useForm, useWatch } from "react-hook-form";
import type { Poster } from "@/lib/poster/schema";
import { createStudioState, StudioContext } from "./studio-state";

export type PosterForm = UseFormReturn<Poster>;

const FormContext = createContext<PosterForm | null>(null);
const NowContext = createContext<Poster | null>(null);
const SoonContext = createContext<Poster | null>(null);

interface PosterFormProviderProps {
  initial: Poster;
  children: ReactNode;
}

/**
 * The one form of the studio, watched once for all who show the poster: each watcher costs a copy
 * at every keystroke. What did not change keeps its identity, so that it is not drawn again.
 */
export function PosterFormProvider({ initial, children }: PosterFormProviderProps) {
  const form = useForm<Poster>({
    defaultValues: initial,
    shouldFocusError: true,
    resolver: async (...asked) => (await import("./poster-resolver")).posterResolver(...asked),
  });
  // Every field has a default, so what is watched is never partial.
  const watched = useWatch({ control: form.control }) as Poster;
  const [kept, keep] = useState(watched);
  const [state] = useState(() => createStudioState(initial));
  const poster = replaceEqualDeep(kept, watched) as Poster;
  if (poster !== kept) keep(poster);
  return (
    <FormContext value={form}>
      <NowContext value={poster}>
        <SoonContext value={useDeferredValue(poster)}>
          <StudioContext value={state}>{children}</StudioContext>
        </SoonContext>
      </NowContext>
    </FormContext>
  );
}

function inside<Value>(value: Value | null): Value {
  if (value === null) throw new Error("the poster is asked for outside its form");
  return value;
}

/**
 * The form's methods. Unlike the library's own context it is always the same object, so that no
 * change of the form's state draws the whole page again; errors come from `useFormState`.
 */
export const usePosterForm = (): PosterForm => inside(use(FormContext));

/** The poster at every keystroke, for what must follow the hand. */
export const usePosterNow = (): Poster => inside(use(NowContext));

/** The poster as soon as there is time, for all that may come a frame later. */
export const usePoster = (): Poster => inside(use(SoonContext));
