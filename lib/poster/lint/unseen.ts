/**
 * Characters nobody sees or that stand for one that was lost on the way: what a clipboard brings
 * along. Those that hold a script or an emoji together where they stand are none.
 */

/** Spaces that look like the usual one and are not: they break lines and comparisons. */
const oddSpace = /[\u00a0\u1680\u2000-\u200a\u202f\u205f]/u;
const oddBreak = /[\u2028\u2029]/u;
const lost = /[\ufffd]/u;
const marks =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: each is looked for by itself
  /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffc\u{e0001}-\u{e007f}\u{e0100}-\u{e01ef}]/u;

const all = new RegExp(
  [oddSpace, oddBreak, lost, marks].map(({ source }) => source).join("|"),
  "gu",
);

const rightToLeft =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
/** Scripts whose letters join or part by marks that nobody sees. */
const joining =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u;
/** What may stand before and after the mark that joins emoji. */
const joinedEmoji = [
  /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f/u,
  /\p{Extended_Pictographic}/u,
] as const;
const mongolian = /\p{Script=Mongolian}/u;

/** The code points before and after a place of a text; "" at its ends. */
function neighbours(text: string, at: number, mark: string): [string, string] {
  const before = /.$/su.exec(text.slice(Math.max(0, at - 2), at).replace(/^[\udc00-\udfff]/u, ""));
  const after = String.fromCodePoint(text.codePointAt(at + mark.length) ?? 0);
  return [before?.[0] ?? "", after === "\0" ? "" : after];
}

/** True for a mark that does its work where it stands. */
function isNeeded(mark: string, text: string, at: number): boolean {
  const [before, after] = neighbours(text, at, mark);
  if (mark === "\u200c" || mark === "\u200d") {
    const joins = joining.test(before) && (mark === "\u200d" || joining.test(after));
    return (
      joins || (mark === "\u200d" && joinedEmoji[0].test(before) && joinedEmoji[1].test(after))
    );
  }
  if (/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/u.test(mark)) return rightToLeft.test(text);
  if (/[\ufe0e\ufe0f]/u.test(mark)) return /\p{Emoji}/u.test(before);
  // Variants of Han characters and of mathematical signs.
  if (/[\ufe00-\ufe0d\u{e0100}-\u{e01ef}]/u.test(mark))
    return /[\p{Script=Han}\p{Sm}]/u.test(before);
  if (/[\u180b-\u180f]/u.test(mark)) return mongolian.test(before) || mongolian.test(after);
  // The flags of Scotland and others are a black flag and letters nobody sees.
  if (/[\u{e0020}-\u{e007f}]/u.test(mark))
    return /\u{1f3f4}[\u{e0020}-\u{e007f}]*$/u.test(text.slice(0, at));
  return false;
}

function unseenIn(text: string): { mark: string; at: number }[] {
  return [...text.matchAll(all)]
    .map(({ 0: mark, index }) => ({ mark, at: index }))
    .filter(({ mark, at }) => !isNeeded(mark, text, at));
}

/** How many marks nobody sees a text holds, and how many that stand for a lost character. */
export function countUnseen(text: string): { unseen: number; lost: number } {
  const found = unseenIn(text);
  const gone = found.filter(({ mark }) => lost.test(mark)).length;
  return { unseen: found.length - gone, lost: gone };
}

/** The text without them; odd spaces and breaks become usual ones. What was lost stays lost. */
export function withoutUnseen(text: string): string {
  let clean = "";
  let done = 0;
  for (const { mark, at } of unseenIn(text)) {
    if (lost.test(mark)) continue;
    const usual = oddSpace.test(mark) ? " " : oddBreak.test(mark) ? "\n" : "";
    clean += text.slice(done, at) + usual;
    done = at + mark.length;
  }
  return clean + text.slice(done);
}
