import { Chip } from "@/components/ui/chip";

interface ColourFieldProps {
  label: string;
  value: string;
  /** The colour found on the picture. */
  found: string;
  foundLabel: string;
  onChange: (colour: string) => void;
}

/** A colour by the browser's own chooser, and back to the one found on the picture. */
export function ColourField({ label, value, found, foundLabel, onChange }: ColourFieldProps) {
  return (
    <div className="flex min-h-11 items-center gap-3">
      <label className="flex flex-1 cursor-pointer items-center gap-3">
        <input
          type="color"
          value={value}
          onChange={({ target }) => onChange(target.value)}
          className="h-9 w-12 cursor-pointer rounded-lg border border-line bg-raised p-1"
        />
        <span>{label}</span>
      </label>
      {value !== found && (
        <Chip className="inline-flex items-center gap-2" onClick={() => onChange(found)}>
          <span
            aria-hidden
            className="size-3.5 rounded-full border border-edge"
            style={{ background: found }}
          />
          {foundLabel}
        </Chip>
      )}
    </div>
  );
}
