import type { Block, Poster } from "@/lib/poster/schema";
import { wordedBlocks } from "@/lib/poster/words";

interface Made {
  painter: "nebula" | "draft";
  parentId: string | null;
  poster: Pick<Poster, "blocks" | "bare">;
}

/** True for a picture whose words are still to be set: a draft and a mended version bear theirs. */
export const isBare = ({ painter, parentId, poster }: Made): boolean =>
  poster.bare && painter !== "draft" && parentId === null && wordedBlocks(poster).length > 0;

/** The words that a picture should show. */
export const wantedBlocks = (made: Made): readonly Block[] =>
  isBare(made) ? [] : made.poster.blocks;
