import "server-only";
import { cache } from "react";
import { isBare } from "@/lib/image/bare";
import { findImage, type Image } from "@/lib/image/store";
import { isReadFromRight } from "@/lib/poster/couplet/hanging";
import { layOut } from "@/lib/poster/layout/layout";
import { paletteOf } from "@/lib/poster/layout/palette";
import { wordedBlocks } from "@/lib/poster/words";
import type { BlockProof, Verdict } from "@/lib/proof/schema";
import { findProof, type StoredProof } from "@/lib/proof/store";
import { lookAtInks } from "@/lib/server/mender/mender";
import { ifPicture } from "@/lib/server/painter/picture";
import { readPicture } from "@/lib/server/storage/disk";
import { areaOf } from "./bounds";
import { maxErasures } from "./choices";
import { fitPatch } from "./fit";
import { areaAround, areaOfLine } from "./painted";
import type { Erasable, Ink, Mendable } from "./schema";

/** A picture on the mending table. */
export interface Opened {
  image: Image;
  mendables: Mendable[];
  /** The lines nobody asked for. */
  erasables: Erasable[];
  /** The blocks that are not right, as far as machine or people can tell. */
  wrong: string[];
  /** Nobody has read the picture yet, so that nothing is known of what is painted on it. */
  isUnread: boolean;
  /** It was painted without its words. */
  isBare: boolean;
}

const unknownInk: Ink = { colour: "#000000", ground: "#808080", box: null };

/** The machine's verdict, unless a person said otherwise. */
function verdictOf(found: BlockProof | undefined, stored: StoredProof | undefined): Verdict | null {
  if (!found) return null;
  const judged = stored?.judged[found.blockId]?.verdict;
  if (judged === "right") return "exact";
  return judged ?? found.verdict;
}

/**
 * Everything the mending page needs of a picture; undefined when it is not there or cannot be
 * unpacked. Once a request.
 */
export const openMend = cache(async (imageId: string): Promise<Opened | undefined> => {
  const image = await findImage(imageId);
  const bytes = image && (await readPicture(imageId));
  if (!image || !bytes) return undefined;
  const stored = await findProof(imageId);
  const proofOf = (id: string) => stored?.proof?.blocks.find(({ blockId }) => blockId === id);
  const blocks = wordedBlocks(image.poster);
  const size = { width: image.width, height: image.height };
  const laid = new Map(
    layOut(blocks, size, paletteOf(image.poster)).map((each) => [each.id, each]),
  );
  const found = blocks.flatMap((block) => {
    const place = laid.get(block.id);
    return place ? [{ block, laid: place, proof: proofOf(block.id) }] : [];
  });
  const areas = found.map((each) =>
    areaOf((each.proof && areaAround(each.proof, size)) ?? each.laid.box, size),
  );
  const extras = stored?.proof?.extras ?? [];
  const lines = extras.slice(0, maxErasures).map(({ box }) => areaOf(areaOfLine(box, size), size));
  const inks = await ifPicture(lookAtInks(bytes, [...areas, ...lines]));
  if (!inks) return undefined;
  const mendables = found.map((each, at): Mendable => {
    const { block, proof } = each;
    const ink = inks[at] ?? unknownInk;
    const isFromRight = isReadFromRight(block, blocks);
    return {
      blockId: block.id,
      role: block.role,
      wanted: block.text,
      read: proof?.read ?? null,
      verdict: verdictOf(proof, stored),
      patch: fitPatch({ ...each, ink, isFromRight }, size),
    };
  });
  const erasables = lines.map((area, at): Erasable => {
    const plate = inks[areas.length + at]?.ground ?? unknownInk.ground;
    const text = extras[at]?.text ?? "";
    return { text, erasure: { extraId: `extra.${at}`, cover: { kind: "inpaint", area, plate } } };
  });
  const wrong = mendables
    .filter(({ verdict }) => verdict === "wrong" || verdict === "unsure")
    .map(({ blockId }) => blockId);
  const bare = isBare(image);
  // Nothing is painted on a bare picture that words could be fitted to.
  return { image, mendables, erasables, wrong, isUnread: !bare && !stored?.proof, isBare: bare };
});
