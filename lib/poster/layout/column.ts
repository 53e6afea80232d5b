import { graphemesOf, isFullWidth } from "../characters";
import type { Lettering } from "../schema";
import type { Run } from "./drawing";
import { type Face, measure, rememberByFace } from "./face";
import { type Line, measureLine } from "./measure";
import { wide } from "./quote-forms";
import { partsOf } from "./run-parts";

/** Where the baseline of a full-width character lies under the top of its square, in em. */
export const baseline = 0.88;

/** The baseline of type on its side lies this far left of the column's axis, in em. */
const sideBaseline = { latin: 0.36, mark: 0.38 } as const;

/**
 * How a part of a column stands: upright; a number set level in one square; on its side, as words
 * or as a mark; a stop hung at the upper right; a mark centred on the axis; or a gap.
 */
type Stance = "upright" | "level" | "word" | "mark" | "stop" | "centred" | "gap";

/** A part of a column. */
interface Piece {
  text: string;
  stance: Stance;
  /** Room along the column, in em. */
  length: number;
}

/** The widest number that is made to fit a square, in em; also, what stands before and after a word. */
const widestLevel = 1.4;
const wordMargin = 0.1;
/** What digits set level may fill of the column's width, in em. */
const levelRoom = 1.04;

/** Faces whose ，：；！？ stand in the middle of their square; in the others they stand left. */
const centresMarks: ReadonlySet<Lettering> = new Set([
  "running",
  "clerical",
  "brush",
  "handwriting",
]);

const isEmoji = (grapheme: string) =>
  /\p{Emoji_Presentation}|\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(grapheme);
/** Marks that turn with the line: brackets, dashes, ellipses, waves, what points along it. */
const turns =
  /^[—–―…⋯‥～〜ー－＿｜＜＞＝（）《》〈〉「」『』【】〔〕〖〗〘〙〚〛［］｛｝“”‘’〝〞()[\]{}<>=~|/\\_\u2190-\u21ff-]$/u;
const isArrow = (grapheme: string) => /^[\u2190-\u21ff]/u.test(grapheme);
const hangs = /^[，。、．,.]$/u;
const centres = /^[：；！？]$/u;
/** Strokes that join with their like to one: 破折号 and 省略号. */
const strokes = /^[—―…⋯]$/u;

const corners = { "“": "『", "”": "』", "‘": "「", "’": "」" } as const;
const chinese = new RegExp(`([‘’“”])${wide}`, "gu");

/**
 * A line's quotation marks, told apart by `markQuotes`, as a column has them: Chinese “” become 『』
 * and ‘’ 「」, which are then turned (GB/T 15834-2011, 5.2.3). Those of Latin lie on their side with
 * it and keep their own.
 */
export const cornerQuotes = (marked: string): string =>
  marked.replaceAll(chinese, (_, mark: keyof typeof corners) => corners[mark]);

function single(text: string, face: Face): Piece {
  if (/^\s+$/u.test(text)) return { text: "", stance: "gap", length: measure(text, face) };
  if (hangs.test(text)) return { text, stance: "stop", length: isFullWidth(text) ? 1 : 0.5 };
  if (centres.test(text)) return { text, stance: "centred", length: 1 };
  if (turns.test(text)) {
    const margin = isFullWidth(text) ? 0 : 2 * wordMargin;
    return { text, stance: "mark", length: measure(text, face) + margin };
  }
  return { text, stance: "upright", length: text === "·" ? 0.6 : 1 };
}

/** A price, a number or a word: short numbers stand upright, all else lies on its side, whole. */
function ofWord(word: string, face: Face): Piece[] {
  if (measure(word, face) === 0) return [];
  const [, sign = "", digits = "", after = ""] =
    /^(\p{Sc}?)(\d{1,3})([,.!?;:]?)$/u.exec(word) ?? [];
  // By the widest figures, so that all numbers of a poster stand alike.
  const fits = digits.length <= 2 || digits.length * face.widthOf("0") <= widestLevel;
  if (digits !== "" && fits) {
    const number: Piece = { text: digits, stance: "level", length: 1 };
    return [...(sign ? [single(sign, face)] : []), number, ...(after ? [single(after, face)] : [])];
  }
  if (graphemesOf(word).length === 1) return [single(word, face)];
  return [{ text: word, stance: "word", length: measure(word, face) + 2 * wordMargin }];
}

const isOfWord = (grapheme: string) =>
  !/^\s/u.test(grapheme) && !isFullWidth(grapheme) && !isEmoji(grapheme) && !isArrow(grapheme);

function piecesOf(part: string, face: Face): Piece[] {
  const pieces: Piece[] = [];
  let word = "";
  const endWord = () => {
    if (word !== "") pieces.push(...ofWord(word, face));
    word = "";
  };
  for (const grapheme of graphemesOf(part)) {
    if (isOfWord(grapheme)) {
      word += grapheme;
      continue;
    }
    endWord();
    const last = pieces.at(-1);
    if (last && strokes.test(grapheme) && last.text.endsWith(grapheme)) {
      last.text += grapheme;
      last.length += face.widthOf(grapheme);
    } else pieces.push(single(grapheme, face));
  }
  endWord();
  return pieces;
}

/** A line ready for columns: unbreakable parts, each as its pieces, and all of them as one column. */
interface ColumnLine {
  parts: readonly { pieces: readonly Piece[]; length: number }[];
  whole: readonly Piece[];
  length: number;
}

const lengthOf = (pieces: readonly Piece[]) => pieces.reduce((sum, piece) => sum + piece.length, 0);

const columnLine = rememberByFace((line: string, face: Face): ColumnLine => {
  const parts = measureLine(cornerQuotes(line), face).parts.map(({ text }) => {
    const pieces = piecesOf(text, face);
    return { pieces, length: lengthOf(pieces) };
  });
  const whole = joined(trimmed(parts.flatMap(({ pieces }) => pieces)), face);
  return { parts, whole, length: lengthOf(whole) };
}, 400);

/** Words that follow one another lie on their side as one run, so that the type sets their space. */
function joined(pieces: readonly Piece[], face: Face): Piece[] {
  const whole: Piece[] = [];
  for (const [index, piece] of pieces.entries()) {
    const before = whole.at(-1);
    const next = pieces[index + 1];
    if (before?.stance === "word" && piece.stance === "word") {
      before.text += piece.text;
      before.length = measure(before.text, face) + 2 * wordMargin;
    } else if (before?.stance === "word" && piece.stance === "gap" && next?.stance === "word") {
      before.text += " ";
    } else whole.push({ ...piece });
  }
  return whole;
}

function trimmed(pieces: readonly Piece[]): readonly Piece[] {
  const from = pieces.findIndex((piece) => piece.stance !== "gap");
  const to = pieces.findLastIndex((piece) => piece.stance !== "gap");
  return from === -1 ? [] : pieces.slice(from, to + 1);
}

/** Length in em of a line set as one column. */
export const columnLength = ({ text, face }: Line): number => columnLine(text, face).length;

interface Column {
  face: Face;
  pieces: readonly Piece[];
  /** In em. */
  length: number;
}

/** Breaks a line into columns of at most `limit` em. */
export function columnsOf({ text, face }: Line, limit: number): Column[] {
  const { parts, whole, length: wholeLength } = columnLine(text, face);
  if (wholeLength <= limit)
    return whole.length === 0 ? [] : [{ face, pieces: whole, length: wholeLength }];
  const columns: Column[] = [];
  let current: Piece[] = [];
  let filled = 0;
  const end = () => {
    const pieces = joined(trimmed(current), face);
    if (pieces.length > 0) columns.push({ face, pieces, length: lengthOf(pieces) });
    current = [];
    filled = 0;
  };
  for (const { pieces, length } of parts) {
    const last = pieces.at(-1);
    const bare = length - (last?.stance === "gap" ? last.length : 0);
    if (filled + bare > limit && filled > 0) end();
    current.push(...pieces);
    filled += length;
  }
  end();
  return columns;
}

/** Draws a piece whose square begins at `top`; undefined for a gap. Pixels. */
export function drawPiece(
  { text, stance, length }: Piece,
  axis: number,
  top: number,
  size: number,
  face: Face,
): Run | undefined {
  const { lettering } = face;
  const middle = top + (length * size) / 2;
  const run = runOf(text, size, face);
  // From the middle of a mark's square to its ink.
  const lean = centresMarks.has(lettering) ? 0 : 0.26;
  switch (stance) {
    case "gap":
      return undefined;
    case "level": {
      const scale = Math.min(1, levelRoom / measure(text, face));
      // Figures are as tall as capitals: 0.72 em.
      return { ...runOf(text, size * scale, face), x: axis, y: middle + size * scale * 0.36 };
    }
    case "word":
      return { ...run, x: axis - size * sideBaseline.latin, y: middle, rotate: 90 };
    case "mark": {
      const kind = isFullWidth(text) ? "mark" : "latin";
      return { ...run, x: axis - size * sideBaseline[kind], y: middle, rotate: 90 };
    }
    case "stop": {
      const isWide = isFullWidth(text) && !(text === "，" && centresMarks.has(lettering));
      return { ...run, x: axis + size * (isWide ? 0.58 : 0.3), y: top + size * 0.3 };
    }
    case "centred":
      return { ...run, x: axis + size * lean, y: top + size * baseline };
    case "upright":
      return { ...run, x: axis, y: middle + size * (baseline - 0.5) };
  }
}

function runOf(text: string, size: number, face: Face): Omit<Run, "x" | "y"> {
  const length = measure(text, face) * size;
  return {
    text,
    size,
    anchor: "middle",
    spacing: 0,
    rotate: 0,
    length,
    parts: partsOf(text, face),
  };
}
