import { Controller } from "react-hook-form";
import { useTranslations } from "use-intl";
import { usePosterForm } from "@/components/studio/poster-form";
import { Select } from "@/components/ui/select";
import { colourIds, directionIds, emphasisIds, letteringIds, roleIds } from "@/lib/poster/choices";
import { PlaceGrid } from "./place-grid";

const choices = [
  { field: "role", names: "roles", ids: roleIds },
  { field: "lettering", names: "letterings", ids: letteringIds },
  { field: "direction", names: "directions", ids: directionIds },
  { field: "colour", names: "colours", ids: colourIds },
  { field: "emphasis", names: "emphases", ids: emphasisIds },
] as const;

interface BlockLookProps {
  index: number;
  id: string;
}

/** Everything one may choose about a block besides its text. */
export function BlockLook({ index, id }: BlockLookProps) {
  const t = useTranslations();
  const { control, register } = usePosterForm();
  return (
    <div id={id} className="mt-2.5 grid grid-cols-[auto_1fr_1fr] items-start gap-2">
      <div className="row-span-3">
        <Controller
          control={control}
          name={`blocks.${index}.place`}
          render={({ field: { value, onChange } }) => (
            <PlaceGrid value={value} onChange={onChange} />
          )}
        />
      </div>
      {choices.map(({ field, names, ids }) => (
        <Select
          key={field}
          label={t(`words.${field}`)}
          className={field === "emphasis" ? "col-span-2" : undefined}
          {...register(`blocks.${index}.${field}`)}
        >
          {ids.map((value) => (
            <option key={value} value={value}>
              {t(`${names}.${value}` as "roles.title")}
            </option>
          ))}
        </Select>
      ))}
    </div>
  );
}
