"use client";

import { useTranslations } from "use-intl";
import { useChoices } from "@/components/studio/use-choices";
import { Chip } from "@/components/ui/chip";
import { lightIds, qualityIds, styleIds } from "@/lib/poster/choices";
import { SpotNotes } from "./finding-notes";
import { useField } from "./use-field";

const input =
  "w-full rounded-lg border border-line bg-raised px-3 py-1.5 placeholder:text-mute hover:border-edge";

/** What is in the picture: free text, and the documentation's own words as chips. */
export function SceneFields() {
  const t = useTranslations("scene");
  return (
    <div className="flex flex-col gap-3">
      <h2 className="heading">{t("heading")}</h2>
      <textarea
        rows={2}
        aria-label={t("subject")}
        placeholder={t("subjectPlaceholder")}
        className={`${input} field-sizing-content min-h-16 resize-none rounded-xl`}
        {...useField("scene.subject")}
      />
      <SpotNotes spot="scene" />
      <ChipRow name="styles" label={t("style")} ids={styleIds} />
      <input
        aria-label={t("stylePlaceholder")}
        placeholder={t("stylePlaceholder")}
        className={input}
        {...useField("scene.style")}
      />
      <ChipRow name="lights" label={t("light")} ids={lightIds} />
      <input
        aria-label={t("lightPlaceholder")}
        placeholder={t("lightPlaceholder")}
        className={input}
        {...useField("scene.light")}
      />
      <ChipRow name="qualities" label={t("quality")} ids={qualityIds} />
    </div>
  );
}

interface ChipRowProps<Id extends string> {
  name: "styles" | "lights" | "qualities";
  label: string;
  ids: readonly Id[];
}

function ChipRow<Id extends string>({ name, label, ids }: ChipRowProps<Id>) {
  const t = useTranslations("scene");
  const [chosen, toggle] = useChoices<Id>(`scene.${name}`);
  return (
    <fieldset className="flex flex-wrap gap-1.5">
      <legend className="mb-1 text-mute text-xs">{label}</legend>
      {ids.map((id) => (
        <Chip key={id} pressed={chosen.includes(id)} onClick={() => toggle(id)}>
          {t(`${name}.${id}` as "styles.chinese")}
        </Chip>
      ))}
    </fieldset>
  );
}
