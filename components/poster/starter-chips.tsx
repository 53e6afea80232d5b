"use client";

import Link from "next/link";
import { useLocale, useTranslations } from "use-intl";
import { usePosterForm } from "@/components/studio/poster-form";
import { editedTemplate, setEdited } from "@/components/template/edited";
import { SaveButton } from "@/components/template/save-button";
import { buttonClass } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { Select } from "@/components/ui/select";
import { useToast } from "@/components/ui/toasts";
import { applyRecipe, recipes } from "@/lib/poster/recipes";
import type { Poster } from "@/lib/poster/schema";
import { starterIds } from "@/lib/template/built-in-ids";

interface StarterChipsProps {
  onStart: () => void;
}

/** A few templates to start from, the way to all of them, and the settings the documentation recommends. */
export function StarterChips({ onStart }: StarterChipsProps) {
  const t = useTranslations();
  const language = useLocale() === "zh-CN" ? "zh" : "en";
  const replace = useReplace();
  const start = async (id: (typeof starterIds)[number]) => {
    // The templates' words are only wanted by those who press.
    const { builtInPoster } = await import("@/lib/template/built-in");
    const before = editedTemplate();
    setEdited(null);
    replace(
      ({ count }) => ({ ...builtInPoster(id, language), count }),
      t("studio.replaced"),
      () => setEdited(before),
    );
    onStart();
  };
  return (
    <div>
      <div className="mb-1.5 flex items-center justify-between gap-4">
        <h2 className="heading">{t("studio.startFrom")}</h2>
        <SaveButton />
      </div>
      <div className="mb-2.5 flex flex-wrap gap-1.5">
        {starterIds.map((id) => (
          <Chip key={id} onClick={() => void start(id)}>
            {t(`starters.${id}`)}
          </Chip>
        ))}
        <Link href="/templates" prefetch={false} className={buttonClass("bare", "text-[13px]")}>
          {t("templates.all")}
        </Link>
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
  return (change: (poster: Poster) => Poster, text: string, onUndo?: () => void) => {
    const before = structuredClone(getValues());
    reset(change(before));
    const hadWork = before.blocks.some((block) => block.text.trim() !== "");
    const run = () => {
      reset(before);
      onUndo?.();
    };
    toast({ text, ...(hadWork ? { action: { label: t("undo"), run } } : {}) });
  };
}
