import { isFullWidth } from "../characters";
import { maxBlockCharacters } from "../choices";
import { factsIn } from "../facts";
import { type Label, labelledOf, labelOf } from "../labels";
import { isRuleLine, type MarkedLine, unmark } from "../markup";
import type { Role } from "../schema";
import { printable } from "../text-trouble";
import { cellsIn, lineEnds } from "./cells";

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

/** Texts of these roles may have several lines. */
const isLong = (role: Role | undefined) => role === "body" || role === "smallPrint";

/** A line as written, and the label before it. */
interface Written extends MarkedLine {
  label?: Label | undefined;
  /** The line without its label. */
  value: string;
}

const gap: Written = { start: "", text: "", is: "plain", value: "" };

function writtenLine(line: string): Written {
  // A paste may be mostly gaps.
  if (line === "") return gap;
  const marked = unmark(line);
  const { text, label } = labelledOf(marked.text);
  return { ...marked, label, value: text };
}

/** Labels without a colon, each on a line of its own, when there are several or they are headings. */
function withBareLabels(lines: readonly Written[]): Written[] {
  const bare = lines.map(({ text, label, is }, index) => {
    const named = label || text === "" ? undefined : labelOf(text);
    const follows = lines[index + 1];
    const hasWords = follows !== undefined && follows.text !== "" && !labelOf(follows.text);
    return named && !named.isFact && hasWords ? { named, isMarked: is !== "plain" } : undefined;
  });
  const isSeveral = bare.filter((found) => found !== undefined).length > 1;
  return lines.map((line, index) => {
    const found = bare[index];
    return found && (isSeveral || found.isMarked)
      ? { ...line, label: found.named, value: "" }
      : line;
  });
}

/** Bullets and numbers go where they list something; a lone one may belong to the words. */
function withoutStarts(lines: readonly Written[]): Written[] {
  const count = (is: Written["is"]) => lines.filter((line) => line.is === is).length;
  const isList = {
    item: count("item") > 1,
    number: count("number") > 1,
    emoji: count("emoji") > 1,
  };
  return lines.map((line) => {
    const { start, is, label } = line;
    const isListed = is in isList && isList[is as keyof typeof isList];
    if (start === "" || label || isListed || start.startsWith("- ")) return line;
    return { ...line, text: start + line.text, value: start + line.value };
  });
}

/** What stands on a line may be printed as it is: no tabs, no control characters. */
const printed = (text: string) => printable(text).trim();

const labelsWithin = /(?:^|[\s，,；;|]{1,9})(\p{L}{1,12})(?:[（(][^（）()]{0,20}[）)])?\s?[:：]/gu;

/** A line with several labels as a line for each. */
function splitAtLabels(line: string): string[] {
  const starts = [...line.matchAll(labelsWithin)]
    .filter(([, name = ""]) => labelOf(name)?.isFact === false)
    .map(({ index }) => index);
  if (starts.length < 2) return [line];
  return [0, ...starts.filter((start) => start > 0)].map((start, index, all) =>
    line.slice(start, all[index + 1]).replace(/^[\s，,；;|]+/u, ""),
  );
}

/** The lines that say something. A label names what follows it, a long text up to the next gap. */
function linesOf(pasted: string): Line[] {
  const written = pasted
    .split(lineEnds)
    .map(printed)
    .filter((line) => line === "" || !isRuleLine(line))
    .flatMap((line) => (line === "" ? [line] : splitAtLabels(line)))
    .map(writtenLine);
  const named = withoutStarts(withBareLabels(written));
  // Where labels name the words, a fact's is one of them; else 地址：… is fit to be read.
  const hasRoles = named.some(({ label, is }) => label && (!label.isFact || is === "bold"));
  const first = named.findIndex(({ label }) => label);
  const lines: Line[] = [];
  let role: Role | undefined;
  let isNext = false;
  for (const [index, line] of named.entries()) {
    const label = line.label && (hasRoles || !line.label.isFact) ? line.label : undefined;
    const text = label ? line.value : line.text;
    // "Here is the text:" leads to the labels and is none of the words.
    if (index < first && hasRoles && /[:：]$/u.test(text)) continue;
    if (label) {
      role = label.role;
      isNext = false;
    }
    if (text !== "") {
      lines.push({ text, role, isNext });
      isNext = true;
      if (!isLong(role)) role = undefined;
    } else if (!label) {
      isNext = false;
      role = undefined;
    }
  }
  return lines;
}

/** A cell's lines, without what cannot be printed. */
const cellText = (cell: string) => cell.split(lineEnds).map(printed).filter(Boolean).join("\n");

/** Cells as lines: the first of a row may name the others. */
function linesOfCells(rows: readonly string[][]): Line[] {
  const isNamed = ([first = "", ...rest]: readonly string[]) =>
    rest.length > 0 && labelOf(first) !== undefined;
  const hasNames = rows.some(isNamed);
  return rows.flatMap((row, index) => {
    // The heads of columns name what names the words.
    if (index === 0 && hasNames && !isNamed(row) && row.length > 1) return [];
    const label = isNamed(row) ? labelOf(row[0] ?? "") : undefined;
    return (label ? row.slice(1) : row)
      .map((cell) => labelledOf(cellText(cell)))
      .filter(({ text }) => text !== "")
      .map(({ text, label: own }) => ({ text, role: (own ?? label)?.role, isNext: false }));
  });
}

const kindsOfSmallPrint = new Set(["price", "date", "time", "phone", "url", "email", "address"]);

/** What makes a line small print besides the facts in it: what lawyers add, and labels. */
const legal = /[©®™]|^\*|^(?:地址|电话|时间|地点|联系|注[:：]|address|phone|tel\b|terms)/iu;

const isSmallPrint = (text: string) => {
  const head = text.slice(0, maxBlockCharacters);
  return legal.test(head) || factsIn(head).some(({ kind }) => kindsOfSmallPrint.has(kind));
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

/** Several lines as blocks. Lines of a long text that stand together stay together. */
function blocksOf(lines: readonly Line[]): Words[] {
  const words: Words[] = [];
  for (const line of withRoles(lines)) {
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

/** What a paste says, line by line or cell by cell, without labels and markdown. */
export function textsIn(pasted: string): string[] {
  const cells = cellsIn(pasted);
  return (cells ? linesOfCells(cells) : linesOf(pasted)).map(({ text }) => text);
}

/**
 * What a paste is as blocks: lines, or cells of a sheet, with roles by label, else by order, length
 * and signs. Every text can be printed.
 */
export function wordsIn(pasted: string): Words[] {
  const cells = cellsIn(pasted);
  return blocksOf(cells ? linesOfCells(cells) : linesOf(pasted));
}

/** The rows of a table without labels, each as one block; none for any other paste. */
export function rowsIn(pasted: string): Words[] {
  const cells = cellsIn(pasted) ?? [];
  const isTable = cells.length > 1 && cells.every((row) => row.length > 1);
  if (!isTable || cells.some(([first = ""]) => labelOf(first))) return [];
  const text = (row: readonly string[]) =>
    row.map((cell) => cellText(cell).replaceAll("\n", " ")).join(" ");
  return blocksOf(cells.map((row) => ({ text: text(row), isNext: false })));
}
