import { clsx } from "clsx";
import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";

interface SelectProps extends ComponentProps<"select"> {
  label: string;
}

/** The browser's own select in the house's dress: the best there is on a phone. */
export function Select({ label, className, children, ...props }: SelectProps) {
  return (
    <span className={clsx("relative inline-flex min-w-0", className)}>
      <select
        aria-label={label}
        title={label}
        className="h-9 w-full min-w-0 appearance-none truncate rounded-lg border border-line bg-sheet py-0 pr-7 pl-2.5 text-[13px] text-ink hover:border-edge"
        {...props}
      >
        {children}
      </select>
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute top-2.5 right-2 size-4 text-mute"
      />
    </span>
  );
}
