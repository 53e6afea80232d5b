"use client";

import { useEffect, useEffectEvent } from "react";
import { usePoster } from "./poster-form";
import { useHistory, useStep } from "./use-history";

/** Dialogs keep their own undo: what is typed there is not of the poster. */
const isElsewhere = (target: EventTarget | null) =>
  target instanceof Element && target.closest("dialog, [role=dialog]") !== null;

function wayOf(event: KeyboardEvent): "undo" | "redo" | undefined {
  // While an input method composes, the keys are its own.
  if (event.isComposing || event.altKey || !(event.metaKey || event.ctrlKey)) return undefined;
  const key = event.key.toLowerCase();
  if (key === "z") return event.shiftKey ? "redo" : "undo";
  return key === "y" && event.ctrlKey ? "redo" : undefined;
}

/**
 * Writes the history of the poster and listens for its keys, in text fields too: a browser's own
 * undo knows only what was typed and loses even that when a field is filled from elsewhere.
 */
export function HistoryKeeper() {
  const poster = usePoster();
  const history = useHistory();
  const step = useEffectEvent(useStep());
  // This poster tells when; what it is by then the history knows, for this one comes a frame late.
  useEffect(() => void (poster && history.record()), [history, poster]);
  useEffect(() => {
    const take = (event: Event, way: "undo" | "redo" | undefined) => {
      if (!way || isElsewhere(event.target)) return;
      event.preventDefault();
      step(way);
    };
    const onKey = (event: KeyboardEvent) => take(event, wayOf(event));
    // Undo from a menu, or by shaking a phone.
    const onInput = (event: InputEvent) => {
      if (event.inputType === "historyUndo") take(event, "undo");
      if (event.inputType === "historyRedo") take(event, "redo");
    };
    document.addEventListener("keydown", onKey);
    document.addEventListener("beforeinput", onInput);
    document.addEventListener("compositionstart", history.hold);
    document.addEventListener("compositionend", history.release);
    return () => {
      document.removeEventListener("keydown", onKey);
      document.removeEventListener("beforeinput", onInput);
      document.removeEventListener("compositionstart", history.hold);
      document.removeEventListener("compositionend", history.release);
    };
  }, [history]);
  return null;
}
