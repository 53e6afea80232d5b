import type { Size } from "@/lib/poster/capability";
import type { Box } from "@/lib/poster/layout/drawing";
import { areaOf, padded } from "./bounds";
import { layPatch } from "./drawing";
import type { Cover, Patch, Removal } from "./schema";

/** Room of a plate around words that were not painted, as a share of their size. */
const plateShare = 0.22;

/** What a cover of a patch takes away: the painted line, or what the words stand on. */
export function coveredBox(patch: Patch, picture: Size): Box {
  return patch.cover.area ?? padded(layPatch(patch).box, patch.size * plateShare, picture);
}

/** What is done to the picture before the words of a patch are set; undefined for nothing. */
export function removalOf(
  patch: Patch,
  picture: Size,
  kind: Cover["kind"] = patch.cover.kind,
): Removal | undefined {
  if (kind === "none") return undefined;
  const area = areaOf(coveredBox(patch, picture), picture);
  if (kind === "inpaint") return { kind, area };
  const radius = Math.round(Math.min(area.width, area.height) * 0.08);
  return { kind, area, radius, colour: patch.cover.plate };
}
