import { clsx } from "clsx";
import type { ComponentProps } from "react";

export type ButtonLook = "loud" | "ink" | "ghost" | "bare";

const looks: Record<ButtonLook, string> = {
  loud: "h-12 rounded-xl bg-seal px-5 text-[15px] font-semibold text-white hover:bg-seal-deep",
  ink: "h-11 rounded-xl bg-ink px-5 font-semibold text-on-ink hover:opacity-90",
  ghost: "min-h-9 rounded-lg border border-line bg-sheet px-3 py-1.5 text-ink hover:border-edge",
  bare: "min-h-8 rounded-md px-1.5 text-mute underline-offset-4 hover:text-ink hover:underline",
};

/** The classes of a button, for links that look like one. */
export function buttonClass(look: ButtonLook, className?: string): string {
  return clsx(
    "inline-flex items-center justify-center gap-2 transition-colors disabled:opacity-50",
    looks[look],
    className,
  );
}

interface ButtonProps extends ComponentProps<"button"> {
  look?: ButtonLook;
}

/** A button of one of four looks. */
export function Button({ look = "ghost", className, type = "button", ...props }: ButtonProps) {
  return <button type={type} className={buttonClass(look, className)} {...props} />;
}
