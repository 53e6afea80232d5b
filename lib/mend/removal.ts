import type { Size } from "@/lib/poster/capability";
import type { Box } from "@/lib/poster/layout/drawing";
import { areaOf, padded } from "./bounds";
import { layPatch } from "./drawing";
import { isPatch, type Piece } from "./piece";
import type { Cover, Removal } from "./schema";

/** Room of a plate around words that were not painted, as a share of their size. */
const plateShare = 0.22;

/** What the cover of a piece takes away: the painted line, or what the words stand on. */
export function coveredBox(piece: Piece, picture: Size): Box {
  if (!isPatch(piece)) return piece.cover.area;
  return piece.cover.area ?? padded(layPatch(piece).box, piece.size * plateShare, picture);
}

/** What is done to the picture before words are set; undefined for nothing. */
export function removalOf(
  piece: Piece,
  picture: Size,
  kind: Cover["kind"] = piece.cover.kind,
): Removal | undefined {
  if (kind === "none") return undefined;
  const area = areaOf(coveredBox(piece, picture), picture);
  if (kind === "inpaint") return { kind, area };
  const radius = Math.round(Math.min(area.width, area.height) * 0.08);
  return { kind, area, radius, colour: piece.cover.plate };
}
