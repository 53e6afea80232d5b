import { literalsOf } from "@/lib/poster/prompt";
import type { Poster } from "@/lib/poster/schema";

/** What a picture says, in one line; "" when it has no words. */
export const imageWords = (poster: Pick<Poster, "blocks">): string =>
  literalsOf(poster).join(" / ");
