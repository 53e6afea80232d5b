import { Minus, Plus } from "lucide-react";

interface StepperProps {
  label: string;
  fewer: string;
  more: string;
  value: number;
  min: number;
  max: number;
  onChange: (value: number) => void;
}

const side = "grid h-11 w-9 lg:w-10 place-items-center hover:bg-paper disabled:opacity-40";

/** A small whole number with a button on either side; typing works too. */
export function Stepper({ label, fewer, more, value, min, max, onChange }: StepperProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would not take this shape in a row
    <div
      role="group"
      aria-label={label}
      className="flex overflow-hidden rounded-[10px] border border-line bg-raised"
    >
      <button
        type="button"
        aria-label={fewer}
        className={side}
        disabled={value <= min}
        onClick={() => onChange(value - 1)}
      >
        <Minus aria-hidden className="size-4" />
      </button>
      <input
        aria-label={label}
        inputMode="numeric"
        value={Number.isNaN(value) ? "" : value}
        onChange={({ target }) => onChange(Number.parseInt(target.value, 10))}
        className="w-9 border-line lg:w-11 border-x bg-transparent text-center tabular-nums"
      />
      <button
        type="button"
        aria-label={more}
        className={side}
        disabled={value >= max}
        onClick={() => onChange(value + 1)}
      >
        <Plus aria-hidden className="size-4" />
      </button>
    </div>
  );
}
