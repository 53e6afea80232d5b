// @ts-check
import { chainsOf } from "./chains.mjs";
import { laidAsLine } from "./columns.mjs";
import { detect } from "./detect.mjs";
import { boxOf, onItsSide, partOf, sizeOf } from "./geometry.mjs";
import { cropped, greyed } from "./picture.mjs";
import { lineHeight, recognise } from "./recognise.mjs";

/**
 * @typedef {import("./picture.mjs").Picture} Picture
 * @typedef {import("./picture.mjs").Frame} Frame
 * @typedef {import("./recognise.mjs").Reading} Reading
 * @typedef {import("../../../proof/schema").ReadLine} ReadLine
 * @typedef {import("../../../proof/schema").ReadLetter} ReadLetter
 * @typedef {{ detector: import("./runtime.mjs").Network, recogniser: import("./runtime.mjs").Network, dictionary: readonly string[] }} Reader
 * @typedef {{ line: ReadLine, frame: Frame }} Found A line, and the frame along which it was read.
 */

/** Longest side of the picture as the detector sees it; larger finds no more text and costs more. */
const detectedSide = 960;
/** Narrower than this a picture holds no words. */
const narrowest = 16;
/** Height over width from which a frame is a column, and from which it is certainly one. */
const tall = 1.5;
const certainlyTall = 2.6;
/** A reading this plain, of words that are wanted, is not read again. */
const plainConfidence = 0.9;
const longestLine = 3200;
/** How far beyond its ends a line is looked at again, in shares of its height: most of a character. */
const lengthened = 0.7;
/** The same where a whole character is known to be missing. */
const byACharacter = 1.1;

/** A text without its spaces, in usual widths. @param {string} text */
const plain = (text) => text.normalize("NFKC").replaceAll(/\s/gu, "");

/** A text for comparing with the wanted words; strokes that look like 一 count as it. @param {string} text */
const bare = (text) => plain(text).replaceAll(/[-—–−―ー]/gu, "一");

/**
 * Reads every line and column of a picture. Lines that are not plainly some of the wanted words
 * are read from further views.
 * @param {Reader} reader
 * @param {Picture & { scale: number }} picture
 * @param {readonly string[]} wanted
 * @returns {Promise<{ lines: ReadLine[], unknown: string[] }>}
 */
export async function readPicture(reader, picture, wanted) {
  const texts = wanted.map(bare).flatMap((text) => [text, [...text].reverse().join("")]);
  const known = new Set(reader.dictionary);
  const unknown = [...new Set(wanted.map(plain).join(""))].filter(
    (character) => !known.has(character),
  );
  if (Math.min(picture.width, picture.height) < narrowest) return { lines: [], unknown };
  /** @type {Found[]} */
  const found = [];
  for (const chain of chainsOf(await detect(reader.detector, picture, detectedSide))) {
    found.push(...(await readChain(reader, picture, chain, texts)));
  }
  const lines = [];
  for (const each of found) {
    const line = isCutShort(each, found, texts)
      ? await readLonger(reader, picture, each, texts)
      : each.line;
    if (line.text.trim() !== "") lines.push(scaled(line, picture.scale));
  }
  return { lines, unknown };
}

/**
 * Pieces that make some of the wanted words together are one line; otherwise each is its own.
 * @param {Reader} reader
 * @param {Picture} picture
 * @param {import("./chains.mjs").Chain} chain
 * @param {readonly string[]} texts
 */
async function readChain(reader, picture, { frame, parts }, texts) {
  if (parts.length > 1) {
    const { width, height } = sizeOf(frame);
    const isColumn = height > tall * width;
    const along = isColumn ? onItsSide(frame) : frame;
    const whole = await readFrame(reader, picture, along);
    if (isWanted(whole, texts)) {
      return [await readViews(reader, picture, along, isColumn, texts, whole)];
    }
  }
  const found = [];
  for (const part of parts) found.push(await readLine(reader, picture, part, texts));
  return found;
}

/** @param {Reader} reader @param {Picture} picture @param {Frame} frame @param {readonly string[]} texts */
async function readLine(reader, picture, frame, texts) {
  const { width, height } = sizeOf(frame);
  const ratio = height / width;
  const side = onItsSide(frame);
  if (ratio < tall) return readViews(reader, picture, frame, false, texts);
  if (ratio > certainlyTall) return readViews(reader, picture, side, true, texts);
  const [upright, turned] = [
    await readViews(reader, picture, frame, false, texts),
    await readViews(reader, picture, side, true, texts),
  ];
  return upright.line.confidence > turned.line.confidence ? upright : turned;
}

/** @param {Reader} reader @param {Picture} picture @param {Frame} frame */
const readFrame = (reader, picture, frame) =>
  recognise(reader.recogniser, reader.dictionary, straightened(picture, frame));

/**
 * @param {Reader} reader
 * @param {Picture} picture
 * @param {Frame} frame its `right` edge runs along the text
 * @param {boolean} isColumn
 * @param {readonly string[]} texts
 * @param {Reading} [already] what the frame was read as
 * @returns {Promise<Found>}
 */
async function readViews(reader, picture, frame, isColumn, texts, already) {
  const direction = isColumn ? "vertical" : "horizontal";
  const first = already ?? (await readFrame(reader, picture, frame));
  if (isPlain(first, texts)) return { line: lineOf(first, frame, direction, []), frame };
  // The detector misses thin characters at the ends, such as 一 and 。: there they would show.
  const longer = grown(frame, lengthened, 0.08);
  const second = await readFrame(reader, picture, longer);
  if (isPlain(second, texts) && bare(second.text).includes(bare(first.text))) {
    return { line: lineOf(second, longer, direction, []), frame: longer };
  }
  const grey = await recognise(
    reader.recogniser,
    reader.dictionary,
    greyed(straightened(picture, frame)),
  );
  const seconds = [lettersOf(second, longer), lettersOf(grey, frame)];
  if (isColumn) {
    const near = Math.max(1, first.letters.length);
    const { line: relaid, placeOf } = laidAsLine(picture, uprightOf(frame), near);
    const third = await recognise(reader.recogniser, reader.dictionary, relaid);
    seconds.push(lettersOf(third, frame, placeOf));
  }
  return { line: lineOf(first, frame, direction, seconds), frame };
}

/**
 * Whether a line is right as far as it goes, and the wanted character beside one of its ends is on no
 * line: the detector may have missed it.
 * @param {Found} found
 * @param {readonly Found[]} all
 * @param {readonly string[]} texts
 */
function isCutShort({ line }, all, texts) {
  const own = bare(line.text);
  if (own.length < 2) return false;
  return texts.some((text) => {
    const at = text.indexOf(own);
    if (at < 0) return false;
    const isRead = new Array(text.length).fill(false);
    for (const { line: other } of all) {
      const part = bare(other.text);
      const from = part === "" ? -1 : text.indexOf(part);
      if (from >= 0) isRead.fill(true, from, from + part.length);
    }
    const ends = [at - 1, at + own.length].filter((end) => end >= 0 && end < text.length);
    return ends.some((end) => !isRead[end]) && isRead.filter(Boolean).length * 2 > text.length;
  });
}

/** @param {Reader} reader @param {Picture} picture @param {Found} found @param {readonly string[]} texts */
async function readLonger(reader, picture, { line, frame }, texts) {
  const longer = grown(frame, byACharacter, 0.08);
  const isMore = (/** @type {Reading} */ reading) =>
    isWanted(reading, texts) && bare(reading.text).length > bare(line.text).length;
  const reading = await readFrame(reader, picture, longer);
  if (isMore(reading)) return lineOf(reading, longer, line.direction, []);
  if (line.direction === "horizontal") return line;
  // On its side 一 is a stroke like any other: upright it is itself.
  const { line: relaid, placeOf } = laidAsLine(picture, uprightOf(longer), line.letters.length + 1);
  const upright = await recognise(reader.recogniser, reader.dictionary, relaid);
  if (!isMore(upright)) return line;
  return {
    ...lineOf(upright, longer, line.direction, []),
    letters: lettersOf(upright, longer, placeOf),
  };
}

/** @param {Reading} reading @param {Frame} frame @param {ReadLine["direction"]} direction @param {ReadLetter[][]} seconds @returns {ReadLine} */
function lineOf(reading, frame, direction, seconds) {
  const { text, confidence } = reading;
  const letters = lettersOf(reading, frame);
  return { text, confidence, box: boxOf(frame), direction, letters, seconds };
}

/** @param {{ text: string }} reading @param {readonly string[]} texts */
const isWanted = ({ text }, texts) => texts.some((each) => each.includes(bare(text)));

/** @param {Reading} reading @param {readonly string[]} texts */
const isPlain = (reading, texts) =>
  reading.letters.every(({ confidence }) => confidence >= plainConfidence) &&
  isWanted(reading, texts);

/** @param {Picture} picture @param {Frame} frame */
function straightened(picture, frame) {
  const { width, height } = sizeOf(frame);
  const long = Math.round((lineHeight * width) / Math.max(1, height));
  return cropped(picture, frame, Math.min(longestLine, Math.max(8, long)), lineHeight);
}

/** The frame with more around it, in shares of its height. @param {Frame} frame @param {number} ends @param {number} sides */
function grown(frame, ends, sides) {
  const { width, height } = sizeOf(frame);
  const along = (ends * height) / width;
  return partOf(frame, { x0: -along, x1: 1 + along, y0: -sides, y1: 1 + sides });
}

/** What `onItsSide` was made from. @param {Frame} side @returns {Frame} */
const uprightOf = ({ origin, right, down }) => ({
  origin: { x: origin.x + down.x, y: origin.y + down.y },
  right: { x: -down.x, y: -down.y },
  down: right,
});

/**
 * The letters with their boxes on the picture: each reaches halfway to its neighbours.
 * @param {Reading} reading
 * @param {Frame} frame
 * @param {(share: number) => number} placeOf
 * @returns {ReadLetter[]}
 */
function lettersOf({ letters }, frame, placeOf = (share) => share) {
  const middles = letters.map(({ from, to }) => Math.min(1, (from + to) / 2));
  return letters.map(({ text, confidence, others }, at) => {
    const middle = middles[at] ?? 0;
    const [before, after] = [middles[at - 1], middles[at + 1]];
    const near = before === undefined ? 0 : (before + middle) / 2;
    const far = after === undefined ? 1 : (middle + after) / 2;
    const box = boxOf(partOf(frame, { x0: placeOf(near), x1: placeOf(far), y0: 0, y1: 1 }));
    return { text, confidence: Math.min(1, confidence), box, others };
  });
}

/** @param {ReadLine} line @param {number} scale @returns {ReadLine} */
function scaled(line, scale) {
  const larger = (/** @type {ReadLine["box"]} */ { x, y, width, height }) => ({
    x: round(x * scale),
    y: round(y * scale),
    width: round(width * scale),
    height: round(height * scale),
  });
  const all = (/** @type {ReadLetter[]} */ letters) =>
    letters.map((letter) => ({ ...letter, box: larger(letter.box) }));
  return {
    ...line,
    box: larger(line.box),
    letters: all(line.letters),
    seconds: line.seconds.map(all),
  };
}

/** @param {number} value */
const round = (value) => Math.round(value * 10) / 10;
