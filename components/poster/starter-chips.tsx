"use client";

import { useLocale, useTranslations } from "use-intl";
import { usePosterForm } from "@/components/studio/poster-form";
import { Chip } from "@/components/ui/chip";
import { Select } from "@/components/ui/select";
import { useToast } from "@/components/ui/toasts";
import { starterIds } from "@/lib/poster/choices";
import { applyRecipe, recipes } from "@/lib/poster/recipes";
import type { Poster, StarterId } from "@/lib/poster/schema";

interface StarterChipsProps {
  onStart: () => void;
}

/** Example posters to start from, and the settings the documentation recommends. */
export function StarterChips({ onStart }: StarterChipsProps) {
  const t = useTranslations();
  const language = useLocale() === "zh-CN" ? "zh" : "en";
  const replace = useReplace();
  const start = async (id: StarterId) => {
    // The examples' words are only wanted by those who press.
    const { startFrom } = await import("@/lib/poster/starters");
    replace((poster) => startFrom(id, language, poster.count), t("studio.replaced"));
    onStart();
  };
  return (
    <div>
      <h2 className="heading mb-2.5">{t("studio.startFrom")}</h2>
      <div className="mb-2.5 flex flex-wrap gap-1.5">
        {starterIds.map((id) => (
          <Chip key={id} onClick={() => void start(id)}>
            {t(`starters.${id}`)}
          </Chip>
        ))}
      </div>
      <RecipeSelect onStart={onStart} />
    </div>
  );
}

const sections = [
  { source: "5.4", label: "section54" },
  { source: "10", label: "section10" },
] as const;

function RecipeSelect({ onStart }: StarterChipsProps) {
  const t = useTranslations();
  const replace = useReplace();
  const choose = (id: string) => {
    const recipe = recipes.find((row) => row.id === id);
    if (!recipe) return;
    const name = t(`recipes.${recipe.id}` as "recipes.rapid54");
    replace((poster) => applyRecipe(poster, recipe), t("studio.settingsApplied", { name }));
    onStart();
  };
  return (
    <Select
      label={`${t("recipes.label")} — ${t("recipes.hint")}`}
      className="w-full"
      value=""
      onChange={({ target }) => choose(target.value)}
    >
      <option value="">{`${t("recipes.label")}: ${t("recipes.choose")}`}</option>
      {sections.map(({ source, label }) => (
        <optgroup key={source} label={t(`recipes.${label}`)}>
          {recipes
            .filter((recipe) => recipe.source === source)
            .map((recipe) => (
              <option key={recipe.id} value={recipe.id}>
                {t(`recipes.${recipe.id}` as "recipes.rapid54")}
              </option>
            ))}
        </optgroup>
      ))}
    </Select>
  );
}

/** Puts another poster in the form; one Undo brings the old one back. */
function useReplace() {
  const t = useTranslations("site");
  const toast = useToast();
  const { getValues, reset } = usePosterForm();
  return (change: (poster: Poster) => Poster, text: string) => {
    const before = structuredClone(getValues());
    reset(change(before));
    const hadWork = before.blocks.some((block) => block.text.trim() !== "");
    const undo = { label: t("undo"), run: () => reset(before) };
    toast({ text, ...(hadWork ? { action: undo } : {}) });
  };
}
