import type { Mark } from "./schema";

/** A mark with the spaces and line breaks that stand before it in the words as they were typed. */
export interface SpacedMark {
  before: string;
  mark: Mark;
}

/** The marks of a block with the spaces of its words, which no reader tells reliably. */
export function spacedMarks(marks: readonly Mark[], text: string): SpacedMark[] {
  let at = 0;
  return marks.map((mark) => {
    if (mark.wanted === null) return { before: "", mark };
    const found = text.indexOf(mark.wanted, at);
    if (found < 0) return { before: "", mark };
    const before = text.slice(at, found);
    at = found + mark.wanted.length;
    return { before: before.trim() === "" ? before : "", mark };
  });
}
