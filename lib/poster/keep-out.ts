import type { KeepOut, Poster } from "./schema";

/** The documentation's negative prompts (3.2 and 5.3), term by term. */
export const keepOutTerms: Record<KeepOut, readonly string[]> = {
  lowQuality: ["blur", "noise", "low resolution", "pixelated"],
  elements: ["watermark", "text", "logo", "copyright sign"],
  styles: ["cartoon", "anime", "abstract", "realistic"],
  defects: ["distortion", "deformation", "extra limbs", "wrong proportions"],
  portrait: [
    "blur",
    "low quality",
    "distortion",
    "deformation",
    "extra limbs",
    "wrong proportions",
    "ugly",
  ],
  landscape: ["blur", "noise", "overexposure", "underexposure", "low resolution", "watermark"],
  product: [
    "blur",
    "heavy shadows",
    "excessive reflection",
    "color distortion",
    "messy background",
  ],
  text: ["blurred text", "typos", "distorted font", "unclear strokes"],
};

/** Terms that forbid lettering altogether; a poster with words must not send them (contract 7.6). */
const bansWords = new Set(["text"]);
/** What a poster painted without its words keeps out. */
const bareTerms = ["text", "words", "letters", "captions"];

type Asking = Pick<Poster, "blocks" | "keepOut" | "bare" | "watermark">;

const wanted = ({ blocks, bare }: Asking) =>
  !bare && blocks.some((block) => block.text.trim() !== "");

/** Keeping watermarks out would forbid the one that is switched on. */
const ownTerms = ({ bare, watermark }: Asking) =>
  bare ? [...bareTerms, ...(watermark ? [] : ["watermark"])] : [];

/** Preset terms that are left out because this poster asks for words. */
export function leftOutTerms(poster: Asking): string[] {
  if (!wanted(poster)) return [];
  const terms = poster.keepOut.presets.flatMap((preset) => keepOutTerms[preset]);
  return [...new Set(terms.filter((term) => bansWords.has(term)))];
}

/** The negative prompt: what a bare poster forbids, preset terms in order, own words, each once, joined by ", ". */
export function compileNegative(poster: Asking): string {
  const leftOut = new Set(leftOutTerms(poster));
  const presets = poster.keepOut.presets.flatMap((preset) => keepOutTerms[preset]);
  const own = poster.keepOut.own.split(/[,，、;；\n]/u).map((term) => term.trim());
  const seen = new Map<string, string>();
  const kept = presets.filter((preset) => !leftOut.has(preset));
  for (const term of [...ownTerms(poster), ...kept, ...own]) {
    const key = term.toLowerCase();
    if (key !== "" && !seen.has(key)) seen.set(key, term);
  }
  return [...seen.values()].join(", ");
}
