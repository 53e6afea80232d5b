import { Controller, useFormContext } from "react-hook-form";
import { useTranslations } from "use-intl";
import { Select } from "@/components/ui/select";
import { colourIds, directionIds, emphasisIds, letteringIds, roleIds } from "@/lib/poster/choices";
import type { Poster } from "@/lib/poster/schema";
import { PlaceGrid } from "./place-grid";

interface BlockLookProps {
  index: number;
  id: string;
}

/** Everything one may choose about a block besides its text. */
export function BlockLook({ index, id }: BlockLookProps) {
  const t = useTranslations();
  const { control, register } = useFormContext<Poster>();
  const field = `blocks.${index}` as const;
  return (
    <div id={id} className="mt-2.5 grid grid-cols-[auto_1fr_1fr] items-start gap-2">
      <div className="row-span-3">
        <Controller
          control={control}
          name={`${field}.place`}
          render={({ field: { value, onChange } }) => (
            <PlaceGrid value={value} onChange={onChange} />
          )}
        />
      </div>
      <Select label={t("words.role")} {...register(`${field}.role`)}>
        {roleIds.map((role) => (
          <option key={role} value={role}>
            {t(`roles.${role}`)}
          </option>
        ))}
      </Select>
      <Select label={t("words.lettering")} {...register(`${field}.lettering`)}>
        {letteringIds.map((lettering) => (
          <option key={lettering} value={lettering}>
            {t(`letterings.${lettering}`)}
          </option>
        ))}
      </Select>
      <Select label={t("words.direction")} {...register(`${field}.direction`)}>
        {directionIds.map((direction) => (
          <option key={direction} value={direction}>
            {t(`directions.${direction}`)}
          </option>
        ))}
      </Select>
      <Select label={t("words.colour")} {...register(`${field}.colour`)}>
        {colourIds.map((colour) => (
          <option key={colour} value={colour}>
            {t(`colours.${colour}`)}
          </option>
        ))}
      </Select>
      <Select label={t("words.emphasis")} className="col-span-2" {...register(`${field}.emphasis`)}>
        {emphasisIds.map((emphasis) => (
          <option key={emphasis} value={emphasis}>
            {t(`emphases.${emphasis}`)}
          </option>
        ))}
      </Select>
    </div>
  );
}
