import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { type Edited, editedTemplate, setEdited } from "@/components/template/edited";
import { useToast } from "@/components/ui/toasts";
import type { Poster } from "@/lib/poster/schema";
import { createKeptPoster, type KeptPoster } from "./kept-poster";
import type { PosterForm } from "./poster-form";
import { type StudioState, useStudioState } from "./studio-state";

const quietMs = 250;

/** A poster the address asks for, and how the page says so. */
export interface Opening {
  poster: Poster;
  said: string;
  /** The template that saving may go over. */
  edited: Edited | null;
}

/** Undo leads back to this poster and no further. */
function beginWith(studio: StudioState, poster: Poster): void {
  studio.base = poster;
  studio.history?.begin(poster);
}

/**
 * Keeps the poster in this browser through reloads. What the address asks for takes its place on
 * the page, and the unfinished one stays one Undo away.
 */
export function useSavedPoster(form: PosterForm, opening: Opening | null): KeptPoster {
  const t = useTranslations();
  const toast = useToast();
  const studio = useStudioState();
  const isReady = useRef(false);
  const [kept] = useState(createKeptPoster);

  useLayoutEffect(() => {
    let isGone = false;
    const open = (saved: Poster | null) => {
      if (isGone) return;
      if (opening) {
        const before = editedTemplate();
        // Undo leads back to the unfinished poster, as the toast does.
        if (saved) beginWith(studio, saved);
        form.reset(opening.poster);
        studio.history?.record();
        history.replaceState(null, "", "/");
        kept.write(opening.poster);
        setEdited(opening.edited);
        const undo = () => {
          if (saved) form.reset(saved);
          setEdited(before);
        };
        toast({
          text: opening.said,
          ...(saved ? { action: { label: t("site.undo"), run: undo } } : {}),
        });
      } else if (saved && !isReady.current) {
        form.reset(saved);
        beginWith(studio, saved);
      }
      isReady.current = true;
    };
    // Where the code that reads it does not arrive, what is kept stays as it is until a reload.
    void kept.open().then(open, () => undefined);
    return () => {
      isGone = true;
    };
  }, [form, studio, opening, kept, t, toast]);

  useEffect(() => kept.watch(), [kept]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const save = () => {
      clearTimeout(timer);
      timer = undefined;
      if (isReady.current) kept.write(form.getValues());
    };
    const stop = form.subscribe({
      formState: { values: true },
      callback: () => {
        clearTimeout(timer);
        timer = setTimeout(save, quietMs);
      },
    });
    const saveNow = () => timer !== undefined && save();
    addEventListener("pagehide", saveNow);
    document.addEventListener("visibilitychange", saveNow);
    return () => {
      stop();
      saveNow();
      removeEventListener("pagehide", saveNow);
      document.removeEventListener("visibilitychange", saveNow);
    };
  }, [form, kept]);
  return kept;
}
