"use client";

import { clsx } from "clsx";
import { Ellipsis } from "lucide-react";
import { type ReactNode, useEffect, useId, useRef, useState } from "react";

/** The classes of a button or link in a menu. */
export const menuItemClass =
  "flex min-h-11 w-full items-center gap-2.5 px-3.5 text-left hover:bg-paper focus-visible:-outline-offset-2 lg:min-h-9";

interface MenuProps {
  label: string;
  className?: string;
  /** Buttons and links; pressing one closes the menu. */
  children: ReactNode;
}

/** A button that unfolds a few more; Escape, leaving or pressing elsewhere folds them away. */
export function Menu({ label, className, children }: MenuProps) {
  const [isOpen, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const panelId = useId();
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  useEffect(() => {
    if (!isOpen) return;
    const pressed = ({ target }: PointerEvent) => {
      if (target instanceof Node && !box.current?.contains(target)) setOpen(false);
    };
    addEventListener("pointerdown", pressed);
    return () => removeEventListener("pointerdown", pressed);
  }, [isOpen]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears what its buttons are told
    <div
      ref={box}
      className={clsx("relative", className)}
      onKeyDown={({ key }) => key === "Escape" && isOpen && close()}
      onBlur={({ relatedTarget }) => {
        if (relatedTarget && !box.current?.contains(relatedTarget)) setOpen(false);
      }}
    >
      <button
        ref={button}
        type="button"
        aria-label={label}
        title={label}
        aria-expanded={isOpen}
        aria-controls={panelId}
        className="grid size-11 lg:size-9 place-items-center rounded-lg border border-line bg-sheet hover:border-edge"
        onClick={() => setOpen(!isOpen)}
      >
        <Ellipsis aria-hidden className="size-4" />
      </button>
      <div
        id={panelId}
        hidden={!isOpen}
        className="loud absolute top-full right-0 z-20 mt-1 w-40 overflow-hidden rounded-xl border border-line bg-raised py-1"
      >
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: keys press the buttons inside */}
        {/* biome-ignore lint/a11y/noStaticElementInteractions: it only hears what its buttons are told */}
        <div onClick={close}>{isOpen && children}</div>
      </div>
    </div>
  );
}
