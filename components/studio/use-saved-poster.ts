import { useEffect, useLayoutEffect, useRef } from "react";

import { useTranslations } from "use-intl";
import { type Edited, editedTemplate, setEdited } from "@/components/template/edited";
import { useToast } from "@/components/ui/toasts";
import type { Poster } from "@/lib/poster/schema";
import type { PosterForm } from "./poster-form";
import { type StudioState, useStudioState } from "./studio-state";

const storageKey = "verbatim.poster";
const quietMs = 250;

/** A poster the address asks for, and how the page says so. */
export interface Opening {
  poster: Poster;
  said: string;
  /** The template that saving may go over. */
  edited: Edited | null;
}

/** The unfinished poster of this browser; null when there is none or it cannot be read. */
async function readSaved(): Promise<Poster | null> {
  const text = localStorage.getItem(storageKey);
  if (text === null) return null;
  const { readPoster } = await import("@/lib/poster/schema");
  try {
    return readPoster(JSON.parse(text));
  } catch {
    return null;
  }
}

function write(poster: Poster): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify(poster));
  } catch {
    // A full or forbidden storage costs the safety copy, not the work.
  }
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
export function useSavedPoster(form: PosterForm, opening: Opening | null): void {
  const t = useTranslations();
  const toast = useToast();
  const studio = useStudioState();
  const isReady = useRef(false);

  useLayoutEffect(() => {
    let isGone = false;
    void readSaved().then((saved) => {
      if (isGone) return;
      if (opening) {
        const before = editedTemplate();
        // Undo leads back to the unfinished poster, as the toast does.
        if (saved) beginWith(studio, saved);
        form.reset(opening.poster);
        studio.history?.record();
        history.replaceState(null, "", "/");
        write(opening.poster);
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
    });
    return () => {
      isGone = true;
    };
  }, [form, studio, opening, t, toast]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const save = () => {
      clearTimeout(timer);
      timer = undefined;
      if (isReady.current) write(form.getValues());
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
  }, [form]);
}
