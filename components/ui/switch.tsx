import type { ComponentProps } from "react";

interface SwitchProps extends Omit<ComponentProps<"input">, "type"> {
  label: string;
}

/** A labelled on/off switch: a native checkbox, drawn as a switch. */
export function Switch({ label, ...props }: SwitchProps) {
  return (
    <label className="flex min-h-10 cursor-pointer items-center justify-between gap-4 py-1">
      <span>{label}</span>
      <span className="relative inline-flex">
        <input
          type="checkbox"
          className="peer absolute inset-0 z-10 size-full cursor-pointer opacity-0"
          {...props}
        />
        <span
          aria-hidden
          className="h-5 w-[34px] rounded-full bg-edge transition-colors after:absolute after:top-0.5 after:left-0.5 after:size-4 after:rounded-full after:bg-white after:transition-transform peer-checked:bg-ink peer-checked:after:translate-x-3.5 peer-checked:after:bg-on-ink peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-ink"
        />
      </span>
    </label>
  );
}
