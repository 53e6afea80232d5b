/** What Windows-1252 has in place of the control characters of Latin-1, by byte. */
const windows = new Map(
  [..."€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ"].map((character, index) => [
    character,
    0x80 + index,
  ]),
);

/** The byte a character is in Windows-1252; undefined where it is none. */
function byteOf(character: string): number | undefined {
  const code = character.charCodeAt(0);
  return windows.get(character) ?? (code >= 0x80 && code <= 0xff ? code : undefined);
}

const strict = new TextDecoder("utf-8", { fatal: true });

/** What a run of such characters says when its bytes are read as UTF-8; undefined when they are none. */
function decoded(run: string): string | undefined {
  const bytes = [...run].map(byteOf);
  if (bytes.some((byte) => byte === undefined)) return undefined;
  try {
    return strict.decode(Uint8Array.from(bytes.map((byte) => byte ?? 0)));
  } catch {
    return undefined;
  }
}

// A lead byte and as many others as it announces. À… is no UTF-8, and a letter before a closing
// quotation mark is a letter: IRMÃ”.
const sequences =
  /[\u00c2-\u00df][\u0080-\u00bf€ƒˆ‰Š‹ŒŽ˜™š›œžŸ]|[\u00e0-\u00ef][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{2}|[\u00f0-\u00f4][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{3}/gu;

const named: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  copy: "©",
  reg: "®",
  trade: "™",
  hellip: "…",
  mdash: "—",
  ndash: "–",
  middot: "·",
  yen: "¥",
};

/** A code point that may stand in a text; undefined for surrogates, controls and what is none. */
function characterOf(code: number): string | undefined {
  const isCharacter = code >= 0x20 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return isCharacter && !(code >= 0x7f && code <= 0x9f) ? String.fromCodePoint(code) : undefined;
}

/** Entities of web pages and escapes of programs, for the characters they stand for. */
const unescaped = (text: string): string =>
  text
    .replaceAll(
      /&(?:#(\d{2,7})|#x([\da-f]{2,6})|([a-z]{2,6}));/giu,
      (whole, decimal, hex, name) => {
        if (name !== undefined) return named[`${name}`.toLowerCase()] ?? whole;
        const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
        return characterOf(code) ?? whole;
      },
    )
    .replaceAll(/\\u([\da-f]{4})(?:\\u([\da-f]{4}))?/giu, (whole, first, second) => {
      const units = [first, second]
        .filter((unit) => unit !== undefined)
        .map((unit) => Number.parseInt(unit, 16));
      const said = String.fromCharCode(...units);
      return /[\p{C}]/u.test(said) ? whole : said;
    });

/**
 * A text as it was before some program read its UTF-8 as Latin letters (â€™ for ’, ä¸­ for 中) or
 * left it escaped (&amp;); the text itself when nothing of the kind is in it.
 */
export const ungarbled = (text: string): string =>
  unescaped(text.replaceAll(sequences, (run) => decoded(run) ?? run));
