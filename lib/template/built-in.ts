import { blankPoster, newBlock } from "@/lib/poster/blank";
import type { Poster } from "@/lib/poster/schema";
import { builtInEn } from "./built-in-en";
import type { BuiltInId } from "./built-in-ids";
import { builtInZh } from "./built-in-zh";
import type { Wording } from "./wording";

interface Setting {
  ratio: Poster["ratios"][number];
  scene: Partial<Omit<Poster["scene"], "subject">>;
  keepOut: Poster["keepOut"]["presets"];
}

/** What a built-in template is in any language: its shape, its manner, its keep-out. */
const settings: Record<BuiltInId, Setting> = {
  sale: { ratio: "9:16", scene: { qualities: ["highQuality"] }, keepOut: ["text"] },
  newArrival: {
    ratio: "3:4",
    scene: { styles: ["minimalist"], lights: ["soft"], qualities: ["photography"] },
    keepOut: ["text", "product"],
  },
  event: {
    ratio: "3:4",
    scene: { styles: ["realistic"], lights: ["dramatic"], qualities: ["highQuality"] },
    keepOut: ["text", "landscape"],
  },
  couplet: {
    ratio: "3:4",
    scene: { styles: ["chinese"], lights: ["warm"] },
    keepOut: ["text"],
  },
  opening: {
    ratio: "3:4",
    scene: { styles: ["chinese"], lights: ["warm"], qualities: ["details"] },
    keepOut: ["text", "lowQuality"],
  },
  recruitment: {
    ratio: "9:16",
    scene: { styles: ["minimalist"], qualities: ["hd"] },
    keepOut: ["text", "defects"],
  },
  packaging: {
    ratio: "1:1",
    scene: { styles: ["minimalist"], lights: ["soft"], qualities: ["photography"] },
    keepOut: ["text", "product"],
  },
  menu: {
    ratio: "3:4",
    scene: { styles: ["realistic"], lights: ["soft"], qualities: ["photography"] },
    keepOut: ["text", "product"],
  },
  course: {
    ratio: "4:3",
    scene: { styles: ["chinese"], lights: ["soft"] },
    keepOut: ["text", "lowQuality"],
  },
  greeting: {
    ratio: "1:1",
    scene: { styles: ["chinese"], qualities: ["details"] },
    keepOut: ["text", "landscape"],
  },
  safety: { ratio: "3:4", scene: { styles: ["minimalist"] }, keepOut: ["text", "defects"] },
  chart: { ratio: "4:3", scene: { styles: ["minimalist"] }, keepOut: ["text", "lowQuality"] },
  advert: {
    ratio: "16:9",
    scene: { styles: ["realistic"], lights: ["warm"], qualities: ["photography", "details"] },
    keepOut: ["text", "product"],
  },
};

/** A built-in template with its words in the reader's language; "blank" has none. */
export function builtInPoster(id: BuiltInId | "blank", language: "zh" | "en"): Poster {
  if (id === "blank") return blankPoster;
  const { ratio, scene, keepOut } = settings[id];
  const wording: Wording = (language === "zh" ? builtInZh : builtInEn)[id];
  return {
    ...blankPoster,
    ratios: [ratio],
    scene: { ...blankPoster.scene, ...scene, subject: wording.subject },
    keepOut: { presets: keepOut, own: "" },
    promptLanguage: wording.promptLanguage ?? blankPoster.promptLanguage,
    blocks: wording.words.map(([role, text, changes], index) => ({
      ...newBlock(`b${index + 1}`, role, text),
      ...changes,
    })),
  };
}
