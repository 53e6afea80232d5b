import { posterVersion } from "./migrate";
import type { Block, Poster, Role } from "./schema";

type Look = Omit<Block, "id" | "role" | "text" | "readings">;

const level = { direction: "horizontal", colour: "auto", emphasis: "normal" } as const;
const scroll = {
  direction: "vertical",
  lettering: "regular",
  colour: "gold",
  emphasis: "normal",
} as const;

/** How a block of each role looks until someone changes it. */
const looks: Record<Role, Look> = {
  title: { ...level, place: "top", lettering: "serif", emphasis: "strong" },
  subtitle: { ...level, place: "top", lettering: "serif" },
  slogan: { ...level, place: "center", lettering: "brush" },
  body: { ...level, place: "center", lettering: "sans" },
  smallPrint: { ...level, place: "bottom", lettering: "sans", emphasis: "quiet" },
  label: { ...level, place: "bottom-left", lettering: "sans" },
  brand: { ...level, place: "bottom-right", lettering: "sans", emphasis: "strong" },
  upperScroll: { ...scroll, place: "right" },
  lowerScroll: { ...scroll, place: "left" },
  horizontalScroll: { ...scroll, direction: "horizontal", place: "top" },
};

/** A block of a role in that role's usual look. `id` must be new to the poster. */
export function newBlock(id: string, role: Role, text = ""): Block {
  return { id, role, text, readings: [], ...looks[role] };
}

/** A poster with nothing on it: the settings the documentation advises for exact text. */
export const blankPoster: Poster = {
  version: posterVersion,
  ratios: ["3:4"],
  blocks: [],
  scene: { subject: "", styles: [], style: "", lights: [], light: "", qualities: [] },
  keepOut: { presets: ["text"], own: "" },
  promptLanguage: "auto",
  handPrompt: null,
  expand: false,
  watermark: true,
  bare: false,
  count: 1,
};
