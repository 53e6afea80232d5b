"use client";

import {
  createContext,
  type ReactNode,
  use,
  useDeferredValue,
  useLayoutEffect,
  useState,
} from "react";
import { type UseFormReturn, useForm } from "react-hook-form";
import { lateResolver } from "@/components/ui/late-resolver";
import { useStore } from "@/components/ui/store";
import type { Poster } from "@/lib/poster/schema";
import { share } from "@/lib/poster/share";
import { createStudioState, StudioContext, useStudioState } from "./studio-state";

export type PosterForm = UseFormReturn<Poster>;

const resolver = lateResolver<Poster, Poster>(
  async () => (await import("./poster-resolver")).posterResolver,
);

const asItIs = (poster: Poster) => poster;

const FormContext = createContext<PosterForm | null>(null);
const SoonContext = createContext<Poster | null>(null);

interface PosterFormProviderProps {
  initial: Poster;
  children: ReactNode;
}

/**
 * The one form of the studio, watched once for all who show the poster: each watcher costs a copy
 * at every keystroke. What did not change keeps its identity, so that it is not drawn again. The
 * poster of now is a store and no context, for which React would search the whole page for readers.
 */
export function PosterFormProvider({ initial, children }: PosterFormProviderProps) {
  const form = useForm<Poster>({
    defaultValues: initial,
    shouldFocusError: true,
    resolver,
  });
  const [state] = useState(() => createStudioState(initial));
  const { now } = state;
  useLayoutEffect(() => {
    const take = () => now.set(share(now.get(), form.getValues()));
    return form.subscribe({ formState: { values: true }, callback: take });
  }, [form, now]);
  return (
    <FormContext value={form}>
      <StudioContext value={state}>
        <SoonContext value={useDeferredValue(useStore(now, asItIs))}>{children}</SoonContext>
      </StudioContext>
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
export const usePosterNow = (): Poster => useStore(useStudioState().now, asItIs);

/** The poster as soon as there is time, for all that may come a frame later. */
export const usePoster = (): Poster => inside(use(SoonContext));
