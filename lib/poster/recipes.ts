import type { KeepOut, Poster, Ratio } from "./schema";

/** A row of the documentation's parameter tables: settings only, the words stay as they are. */
export interface Recipe {
  id: string;
  /** Which table it stands in: 5.4 or the cheat sheet of chapter 10. */
  source: "5.4" | "10";
  /** Undefined where the table says "as needed". */
  ratio: Ratio | undefined;
  expand: boolean;
  watermark: boolean;
  presets: readonly KeepOut[];
  own: string;
}

/**
 * Every row of both tables, values as printed. "Text Rendering" (5.4) and "Text Poster" (10)
 * disagree about ratio and watermark, so both stand here under their own names.
 */
export const recipes: readonly Recipe[] = [
  row("rapid54", "5.4", "1:1", true, true, ""),
  {
    ...row("precise54", "5.4", undefined, false, false, ""),
    presets: ["lowQuality", "defects", "text"],
  },
  row("textRendering54", "5.4", "1:1", false, true, "blurred text"),
  row("highQuality54", "5.4", "16:9", false, false, "blur, low quality, noise"),
  row("posterDesign54", "5.4", "9:16", true, false, "messy, low quality"),
  row("rapid10", "10", "1:1", true, true, ""),
  row("textPoster10", "10", "9:16", false, false, "blurred text"),
  row("photo10", "10", "16:9", false, false, "blur, low quality, noise"),
  row("couplet10", "10", "3:4", false, true, "blurred text, typos"),
];

function row(
  id: string,
  source: Recipe["source"],
  ratio: Ratio | undefined,
  expand: boolean,
  watermark: boolean,
  own: string,
): Recipe {
  return { id, source, ratio, expand, watermark, presets: [], own };
}

/** The poster with a recipe's settings; words, scene and count are untouched. */
export function applyRecipe(poster: Poster, recipe: Recipe): Poster {
  return {
    ...poster,
    ratios: recipe.ratio ? [recipe.ratio] : poster.ratios,
    expand: recipe.expand,
    watermark: recipe.watermark,
    keepOut: { presets: [...recipe.presets], own: recipe.own },
  };
}

/** The documented row whose settings a poster has; undefined where it has its own. */
export function recipeOf(poster: Poster): Recipe | undefined {
  const { ratios, expand, watermark, keepOut } = poster;
  return recipes.find(
    (recipe) =>
      recipe.expand === expand &&
      recipe.watermark === watermark &&
      recipe.own === keepOut.own.trim() &&
      (recipe.ratio === undefined || ratios.includes(recipe.ratio)) &&
      recipe.presets.toSorted().join() === keepOut.presets.toSorted().join(),
  );
}
