import { useTranslations } from "use-intl";
import { Select } from "@/components/ui/select";
import { Switch } from "@/components/ui/switch";
import type { WordsChange } from "@/lib/mend/adjust";
import { alignmentIds } from "@/lib/mend/choices";
import type { Patch } from "@/lib/mend/schema";
import { directionIds, letteringIds } from "@/lib/poster/choices";
import type { Lettering } from "@/lib/poster/schema";
import { Segments } from "./segments";

interface PatchLookProps {
  patch: Patch;
  onWords: (change: WordsChange, field: string | null) => void;
  onPatch: (patch: Patch) => void;
}

/** The type of a patch: face, weight, direction, alignment. */
export function PatchLook({ patch, onWords, onPatch }: PatchLookProps) {
  const t = useTranslations();
  return (
    <div className="grid grid-cols-2 items-end gap-3">
      <Select
        label={t("mend.lettering")}
        value={patch.lettering}
        onChange={({ target }) => onWords({ lettering: target.value as Lettering }, null)}
        className="[&>select]:h-11 [&>svg]:top-3.5"
      >
        {letteringIds.map((id) => (
          <option key={id} value={id}>
            {t(`letterings.${id}`)}
          </option>
        ))}
      </Select>
      <Switch
        label={t("mend.bold")}
        checked={patch.weight === 700}
        onChange={({ target }) => onPatch({ ...patch, weight: target.checked ? 700 : 400 })}
      />
      <div className={patch.direction === "vertical" ? "col-span-2" : undefined}>
        <Segments
          label={t("mend.direction")}
          value={patch.direction}
          options={directionIds.map((id) => ({ id, name: t(`directions.${id}`) }))}
          onChange={(direction) => onWords({ direction }, null)}
        />
      </div>
      {patch.direction === "horizontal" && (
        <Segments
          label={t("mend.alignment")}
          value={patch.alignment}
          options={alignmentIds.map((id) => ({ id, name: t(`mend.alignments.${id}`) }))}
          onChange={(alignment) => onWords({ alignment }, null)}
        />
      )}
    </div>
  );
}
