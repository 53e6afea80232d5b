import { clsx } from "clsx";
import { useId } from "react";

interface SegmentsProps<Id extends string> {
  label: string;
  value: Id;
  options: readonly { id: Id; name: string }[];
  onChange: (id: Id) => void;
}

/** One of a few, all in sight: radio buttons drawn as one bar. */
export function Segments<Id extends string>(props: SegmentsProps<Id>) {
  const { label, value, options, onChange } = props;
  const name = useId();
  return (
    <fieldset>
      <legend className="mb-1 text-[13px] text-mute">{label}</legend>
      <div className="flex rounded-[10px] border border-line bg-raised p-[3px]">
        {options.map((option) => (
          <label
            key={option.id}
            className={clsx(
              "flex min-h-9 flex-1 cursor-pointer items-center justify-center rounded-[7px] px-2 text-center text-[13px] leading-tight",
              "has-focus-visible:outline-2 has-focus-visible:outline-ink has-focus-visible:outline-offset-2",
              option.id === value ? "bg-ink text-on-ink" : "text-ink hover:bg-paper",
            )}
          >
            <input
              type="radio"
              name={name}
              className="sr-only"
              checked={option.id === value}
              onChange={() => onChange(option.id)}
            />
            {option.name}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
