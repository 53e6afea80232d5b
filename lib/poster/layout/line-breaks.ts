import { graphemesOf, isFullWidth } from "../characters";

/** Marks that may not begin a line: closing ones, stops, what joins or repeats what stands before. */
const closing =
  /^[，。、．；：？！）》〉」』】〕〗〙〛］｝”’…—～〜·・ー々〻％‰℃°/／,.;:?!)\]}%\ufe12\ufe36\ufe38\ufe3a\ufe3c\ufe3e\ufe40\ufe42\ufe44]/u;
/** Marks that may not end a line: opening ones, and signs that belong to the number after them. */
const opening =
  /[（《〈「『【〔〖〘〚［｛“‘￥＄＃([{¥$€£#\ufe35\ufe37\ufe39\ufe3b\ufe3d\ufe3f\ufe41\ufe43]\ufe01?$/u;

/** Characters of the longest part that is kept whole; longer ones are cut, for no room holds them. */
const longest = 24;

const isSpace = (part: string) => /^\s/u.test(part);

/** Words, spaces and single full-width characters: the parts of a line before any rule of breaking. */
function atomsOf(line: string): string[] {
  const atoms: string[] = [];
  let word: string[] = [];
  const endWord = () => {
    for (let from = 0; from < word.length; from += longest) {
      atoms.push(word.slice(from, from + longest).join(""));
    }
    word = [];
  };
  for (const character of graphemesOf(line)) {
    const space = isSpace(character);
    if (!space && !isFullWidth(character)) {
      word.push(character);
      continue;
    }
    endWord();
    const before = atoms.at(-1);
    if (space && before !== undefined && isSpace(before)) atoms[atoms.length - 1] += character;
    else atoms.push(character);
  }
  endWord();
  return atoms;
}

/**
 * The parts of a line that are never broken, each with the space after it: words, and full-width
 * characters with the marks that may not begin or end a line (禁则, clreq 3.1.2.4).
 */
export function unbreakableParts(line: string): string[] {
  const parts: string[] = [];
  // What stands before; a space lets any line end.
  let before = "";
  let glued = 0;
  for (const atom of atomsOf(line)) {
    const held = before !== "" && !isSpace(before) && (closing.test(atom) || opening.test(before));
    const mayGlue = (held && glued < longest) || (isSpace(atom) && before !== "");
    if (mayGlue) {
      parts[parts.length - 1] += atom;
      glued += 1;
    } else {
      parts.push(atom);
      glued = 1;
    }
    before = atom;
  }
  return parts;
}
