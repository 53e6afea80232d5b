import { Minus, Plus } from "lucide-react";
import { useId, useState } from "react";
import { useTranslations } from "use-intl";

interface NumberFieldProps {
  label: string;
  value: number;
  min: number;
  max: number;
  step: number;
  onChange: (value: number) => void;
}

const side = "grid h-11 w-11 shrink-0 place-items-center hover:bg-paper disabled:opacity-40";

/** A measure one types or steps. What is typed counts once it is a number within the limits. */
export function NumberField({ label, value, min, max, step, onChange }: NumberFieldProps) {
  const t = useTranslations("mend");
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const shown = Math.round(value);
  const take = (next: number) => onChange(Math.min(max, Math.max(min, next)));
  return (
    <div>
      <label htmlFor={id} className="mb-1 block text-[13px] text-mute">
        {label}
      </label>
      <div className="flex overflow-hidden rounded-[10px] border border-line bg-raised">
        <button
          type="button"
          aria-label={t("smaller", { name: label })}
          className={side}
          disabled={shown <= min}
          onClick={() => take(shown - step)}
        >
          <Minus aria-hidden className="size-4" />
        </button>
        <input
          id={id}
          inputMode="numeric"
          value={typed ?? `${shown}`}
          onChange={({ target }) => {
            setTyped(target.value);
            const number = Number(target.value);
            const isMeant = target.value.trim() !== "" && number >= min && number <= max;
            if (isMeant) onChange(number);
          }}
          onBlur={() => setTyped(null)}
          className="w-full min-w-0 border-line border-x bg-transparent text-center tabular-nums"
        />
        <button
          type="button"
          aria-label={t("larger", { name: label })}
          className={side}
          disabled={shown >= max}
          onClick={() => take(shown + step)}
        >
          <Plus aria-hidden className="size-4" />
        </button>
      </div>
    </div>
  );
}
