import type { Poster } from "@/lib/poster/schema";
import { literalsOf } from "@/lib/poster/words";

/** A name a person finds again: first words, ratio, end of the id. User text is made harmless. */
export function fileName(image: { id: string; ratio: string; poster: Poster }): string {
  const words = literalsOf(image.poster)[0] ?? image.poster.scene.subject;
  const safe = words
    .normalize("NFC")
    .replaceAll(/[^\p{Letter}\p{Number}]+/gu, "-")
    .replaceAll(/^-+|-+$/gu, "");
  const short = [...safe].slice(0, 30).join("");
  return `${[short || "verbatim", image.ratio.replace(":", "x"), image.id.slice(-6)].join("-")}.png`;
}
