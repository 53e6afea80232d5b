import type { Poster } from "@/lib/poster/schema";
import { literalsOf } from "@/lib/poster/words";

/** What a picture says, in one line; "" when it has no words. */
export const imageWords = (poster: Pick<Poster, "blocks">): string =>
  literalsOf(poster).join(" / ");
