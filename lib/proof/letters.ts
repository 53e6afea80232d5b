import type { PaintedRecord, Records } from "@/lib/poster/lint/records";
import type { BlockProof, Judgements, Proof } from "./schema";

const han = /^\p{Script=Han}$/u;

/** Chinese characters of a picture that were wanted and judged, one for each time they stand there. */
export interface PaintedLetters {
  right: string;
  wrong: string;
}

/** What is sure of the characters of one block; nothing where only a person could tell. */
function lettersOf(block: BlockProof, said: Judgements[string] | undefined): PaintedLetters {
  const wanted = block.marks.filter((mark) => mark.wanted !== null && han.test(mark.wanted));
  const textOf = (marks: typeof wanted) => marks.map((mark) => mark.wanted).join("");
  if (said === "right" || (block.verdict === "exact" && said === undefined)) {
    return { right: textOf(wanted), wrong: "" };
  }
  // Who says "wrong" does not say which character, so that the machine must have found it too.
  if (block.verdict !== "wrong") return { right: "", wrong: "" };
  const sure = wanted.filter(({ certainty }) => certainty === "sure");
  return {
    right: textOf(sure.filter(({ kind, difference }) => kind === "match" && difference === null)),
    wrong: textOf(sure.filter(({ kind }) => kind !== "match")),
  };
}

/** The characters a picture surely shows right, and those it surely does not; people's words count first. */
export function lettersPainted(proof: Proof, judgements: Judgements): PaintedLetters {
  const letters = proof.blocks.map((block) => lettersOf(block, judgements[block.blockId]));
  return {
    right: letters.map(({ right }) => right).join(""),
    wrong: letters.map(({ wrong }) => wrong).join(""),
  };
}

/** How often each character was painted on some pictures, and how often right. */
export function recordsOf(
  pictures: readonly { right: string | null; wrong: string | null }[],
): Records {
  const records = new Map<string, PaintedRecord>();
  const count = (letters: string | null, isRight: boolean) => {
    for (const letter of letters ?? "") {
      const record = records.get(letter) ?? { painted: 0, right: 0 };
      record.painted += 1;
      record.right += Number(isRight);
      records.set(letter, record);
    }
  };
  for (const { right, wrong } of pictures) {
    count(right, true);
    count(wrong, false);
  }
  return records;
}
