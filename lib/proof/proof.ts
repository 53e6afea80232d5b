import type { Poster } from "@/lib/poster/schema";
import { assignLines } from "./assign";
import { compareBlock } from "./compare";
import { extraTextOf } from "./extra-text";
import { bagFiguresOf, cerOf } from "./figures";
import { hardChecksOf } from "./hard-checks";
import type { Simplified } from "./sameness";
import type { BlockProof, Figures, Proof, Reading } from "./schema";
import { areScrollsSwapped } from "./scrolls";

/** A poster's words against what was read on its picture. Pure; `simplified` is the linter's table. */
export function proofOf(
  poster: Pick<Poster, "blocks">,
  reading: Reading,
  simplified: Simplified,
): Proof {
  const { assigned, unclaimed } = assignLines(poster.blocks, reading.lines, simplified);
  const blocks = assigned.map((each) => compareBlock(each, reading.unknown, simplified));
  const claimed = assigned.flatMap(({ claims }) => claims.map(({ line }) => line));
  const extras = extraTextOf(unclaimed, claimed);
  const isSwapped = areScrollsSwapped(poster.blocks, blocks);
  const textOf = (id: string) => poster.blocks.find((block) => block.id === id)?.text ?? "";
  return {
    version: 1,
    blocks,
    extras,
    areScrollsSwapped: isSwapped,
    hardChecks: blocks.flatMap((block) => hardChecksOf(textOf(block.blockId), block)),
    figures: figuresOf(blocks, extras, isSwapped, textOf),
    isBare: false,
  };
}

function figuresOf(
  blocks: readonly BlockProof[],
  extras: Proof["extras"],
  isSwapped: boolean,
  textOf: (id: string) => string,
): Figures {
  const pairs = blocks.map(({ blockId, read }) => ({ wanted: textOf(blockId), read }));
  const sum = blocks.reduce((total, { ned }) => total + ned, 0);
  const allRead = [...pairs.map(({ read }) => read), ...extras.map(({ text }) => text)];
  return {
    posterCrStrict:
      blocks.every(({ verdict }) => verdict === "exact") && extras.length === 0 && !isSwapped,
    blockNed: blocks.length === 0 ? 1 : sum / blocks.length,
    cer: cerOf(pairs),
    ...bagFiguresOf(pairs.map(({ wanted }) => wanted).join(""), allRead.join("")),
  };
}
