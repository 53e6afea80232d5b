import type { Poster } from "@/lib/poster/schema";
import { literalsOf, wordedBlocks } from "@/lib/poster/words";

/** What a picture says, in one line; "" when it has no words. */
export const imageWords = (poster: Pick<Poster, "blocks">): string =>
  literalsOf(poster).join(" / ");

/** What a picture is called: its title, else the first it says; "" when it has no words. */
export function imageTitle(poster: Pick<Poster, "blocks">): string {
  const blocks = wordedBlocks(poster);
  const title = blocks.find(({ role }) => role === "title") ?? blocks[0];
  return (title?.text ?? "").trim().replaceAll(/\s+/gu, " ");
}
