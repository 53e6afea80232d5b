import { clsx } from "clsx";
import type { ComponentProps } from "react";

interface ChipProps extends ComponentProps<"button"> {
  /** Given for chips that are on or off; left out for chips that only do something. */
  pressed?: boolean;
  tone?: "ink" | "seal";
}

/** A rounded choice; says to assistive technology whether it is on. */
export function Chip({ pressed, tone = "seal", className, ...props }: ChipProps) {
  return (
    <button
      type="button"
      aria-pressed={pressed}
      className={clsx(
        "min-h-8 rounded-full border px-3 py-1 text-[13px] transition-colors",
        pressed && tone === "ink" && "border-ink bg-ink text-on-ink",
        pressed && tone === "seal" && "border-seal-line bg-seal-soft text-seal-ink",
        !pressed && "border-line bg-sheet text-ink hover:border-edge",
        className,
      )}
      {...props}
    />
  );
}
