import { fileWords } from "@/lib/poster/file-words";
import type { Poster } from "@/lib/poster/schema";
import { literalsOf } from "@/lib/poster/words";

/** The ending people expect of a format. */
export const endingOf = (format: "png" | "jpeg" | "webp"): string =>
  format === "jpeg" ? "jpg" : format;

/** A name a person finds again: first words, ratio, end of the id. User text is made harmless. */
export function fileName(image: {
  id: string;
  ratio: string;
  format: "png" | "jpeg" | "webp";
  poster: Poster;
}): string {
  const words = literalsOf(image.poster)[0] ?? image.poster.scene.subject;
  const short = fileWords(words) || "verbatim";
  const stem = [short, image.ratio.replace(":", "x"), image.id.slice(-6)].join("-");
  return `${stem}.${endingOf(image.format)}`;
}
