import { maxBlockCharacters } from "./choices";

/** Control characters other than line breaks, and halves of characters: what no printer can set. */
const unprintables =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]|\p{Surrogate}/gu;

/** True when the text can be drawn and stored as typed: whole code points, no control characters. */
export const isPrintable = (text: string): boolean => text.search(unprintables) === -1;

/** The text without what cannot be printed; a tab becomes a space. */
export const printable = (text: string): string =>
  text.replaceAll("\t", " ").replaceAll(unprintables, "");

/** What a block's text may not or need not be, said as soon as it is so. */
export type TextTrouble =
  | { is: "tooLong"; length: number }
  | { is: "unprintable"; count: number }
  | { is: "blank" };

/** What is wrong with the text of a block; undefined for one that will be taken as it is. */
export function troubleOf(text: string): TextTrouble | undefined {
  if (text.length > maxBlockCharacters) return { is: "tooLong", length: text.length };
  const count = text.match(unprintables)?.length ?? 0;
  if (count > 0) return { is: "unprintable", count };
  if (text !== "" && text.trim() === "") return { is: "blank" };
  return undefined;
}
