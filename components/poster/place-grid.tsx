import { clsx } from "clsx";
import { useId } from "react";
import { useTranslations } from "use-intl";
import { placeIds } from "@/lib/poster/choices";
import type { Place } from "@/lib/poster/schema";

interface PlaceGridProps {
  value: Place;
  onChange: (place: Place) => void;
}

/** Nine places as a grid of radio buttons; arrow keys walk it. */
export function PlaceGrid({ value, onChange }: PlaceGridProps) {
  const t = useTranslations();
  const name = useId();
  return (
    <fieldset className="grid w-fit grid-cols-3 gap-0.5">
      <legend className="sr-only">{t("words.place")}</legend>
      {placeIds.map((place) => (
        <label
          key={place}
          className="relative grid size-6 cursor-pointer place-items-center"
          title={t(`places.${place}`)}
        >
          <input
            type="radio"
            name={name}
            value={place}
            aria-label={t(`places.${place}`)}
            checked={value === place}
            onChange={() => onChange(place)}
            className="peer absolute inset-0 cursor-pointer opacity-0"
          />
          <span
            aria-hidden
            className={clsx(
              "size-5 rounded-sm peer-focus-visible:outline-2 peer-focus-visible:outline-ink peer-focus-visible:outline-offset-1",
              value === place ? "bg-seal" : "bg-line",
            )}
          />
        </label>
      ))}
    </fieldset>
  );
}
