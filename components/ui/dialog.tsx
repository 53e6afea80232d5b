"use client";

import { type ReactNode, useEffect, useId, useRef } from "react";

interface DialogProps {
  heading: string;
  /** Called once the dialog has closed, whatever closed it; the focus is back by then. */
  onClosed: () => void;
  /** What stands in the dialog; `close` shuts it as Escape does. */
  children: (close: () => void) => ReactNode;
}

/** The browser's own modal dialog: it keeps the focus, closes on Escape, and gives the focus back. */
export function Dialog({ heading, onClosed, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const headingId = useId();
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={headingId}
      onClose={onClosed}
      className="loud m-auto w-[min(26rem,100vw-1.75rem)] rounded-2xl border border-line bg-sheet p-5 text-ink backdrop:bg-black/40"
    >
      <h2 id={headingId} className="mb-4 font-bold font-serif text-lg">
        {heading}
      </h2>
      {children(() => dialog.current?.close())}
    </dialog>
  );
}
