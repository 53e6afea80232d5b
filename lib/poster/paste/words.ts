import { isFullWidth } from "../characters";
import { maxBlockCharacters } from "../choices";
import type { Role } from "../schema";
import { labelledOf } from "./labels";

export interface Words {
  role: Role;
  text: string;
}

interface Line {
  text: string;
  /** Named by a label. */
  role?: Role | undefined;
  /** Stands right under another line, without a gap. */
  isNext: boolean;
}

/** How lines end, in whatever they were copied from. */
export const lineEnds = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/u;

/** Texts of these roles may have several lines. */
const isLong = (role: Role | undefined) => role === "body" || role === "smallPrint";

/** The lines that say something. A label names what follows it, a long text up to the next gap. */
function linesOf(pasted: string): Line[] {
  const lines: Line[] = [];
  let role: Role | undefined;
  let isNext = false;
  for (const written of pasted.split(lineEnds)) {
    const line = labelledOf(written.trim());
    if (line.role) {
      role = line.role;
      isNext = false;
    }
    if (line.text !== "") {
      lines.push({ text: line.text, role, isNext });
      isNext = true;
      if (!isLong(role)) role = undefined;
    } else if (!line.role) {
      isNext = false;
      role = undefined;
    }
  }
  return lines;
}

const smallPrint = [
  // Prices.
  /[¥￥$€£]\s?\d|\d\s?(?:元|USD|RMB|CNY)/iu,
  // Dates and hours.
  /\d\s?年|\d\s?月\s?\d|\d{4}[./-]\d{1,2}|\d[:：]\d{2}/u,
  /\d(?:st|nd|rd|th)?\s(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/iu,
  /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?\s\d/iu,
  // Ways to reach someone, and what lawyers add.
  /\d{3,4}[- ]?\d{4}|https?:|www\.|\w\.(?:com|cn|net|org|io)\b|@\w|[©®™]|^\*/iu,
  /^(?:地址|电话|时间|地点|联系|注[:：]|address|phone|tel\b|terms)/iu,
];

const isSmallPrint = (text: string) => {
  const head = text.slice(0, maxBlockCharacters);
  return smallPrint.some((sign) => sign.test(head));
};

/** About thirty Han characters, or twice as many letters. */
const widestTitle = 60;

/** Short and no sentence: fit for a title. */
function isTitleLike({ text, role }: Line): boolean {
  if (role || text.length > widestTitle || /[。；;]$|[^.]\.$/u.test(text)) return false;
  const width = [...text].reduce((sum, each) => sum + (isFullWidth(each) ? 2 : 1), 0);
  return width <= widestTitle && !isSmallPrint(text);
}

/** The first line fit for it is the title, the one after it the subtitle, unless labels name them. */
function withRoles(lines: readonly Line[]): (Line & Words)[] {
  const named = lines.findIndex(({ role }) => role === "title");
  const title = named === -1 ? lines.findIndex(isTitleLike) : named;
  const next = lines[title + 1];
  const hasSubtitle = lines.some(({ role }) => role === "subtitle");
  const subtitle = title >= 0 && !hasSubtitle && next && isTitleLike(next) ? title + 1 : -1;
  return lines.map((line, index) => {
    if (line.role) return { ...line, role: line.role };
    if (index === title) return { ...line, role: "title" };
    if (index === subtitle) return { ...line, role: "subtitle" };
    return { ...line, role: isSmallPrint(line.text) ? "smallPrint" : "body" };
  });
}

/** A text in pieces a block can hold; no character is torn. */
function piecesOf(text: string): string[] {
  if (text.length <= maxBlockCharacters) return [text];
  const pieces: string[] = [];
  let piece = "";
  for (const character of text) {
    if (piece.length + character.length > maxBlockCharacters) {
      pieces.push(piece);
      piece = "";
    }
    piece += character;
  }
  return [...pieces, piece];
}

/**
 * Several lines as blocks: roles by label, else by order, length and signs. Lines of a long text
 * that stand together stay together.
 */
export function wordsIn(pasted: string): Words[] {
  const words: Words[] = [];
  for (const line of withRoles(linesOf(pasted))) {
    const last = words.at(-1);
    const joined = last && `${last.text}\n${line.text}`;
    const isSame = line.isNext && last?.role === line.role && isLong(line.role);
    if (isSame && joined && joined.length <= maxBlockCharacters) last.text = joined;
    else {
      const pieces = piecesOf(line.text);
      const role = pieces.length > 1 ? "body" : line.role;
      words.push(...pieces.map((text) => ({ role, text })));
    }
  }
  return words;
}
