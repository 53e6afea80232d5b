import { isWordsLabel, labelOf, wordsRoleOf } from "../labels";
import { isRuleLine, type MarkedLine, unmark } from "../markup";
import { type Piece, piecesOf } from "./quotations";
import { leads, lookIn } from "./recognise";

/** What people write words down with besides quotation marks: labels, keys, brackets. */

const isWordsName = (name: string) => wordsRoleOf(name) !== undefined || isWordsLabel(name);

/** A row of a table as a label and its value; any other line as it is. */
function untabled(line: string): string {
  if (!/^\s{0,9}\|.*\|\s{0,9}$/u.test(line)) return line;
  const [first = "", ...rest] = line
    .trim()
    .slice(1, -1)
    .split("|")
    .map((cell) => cell.trim());
  return labelOf(first) && rest.length > 0
    ? `${first}：${rest.join(" ")}`
    : [first, ...rest].join(", ");
}

/** Tags and headings in brackets as the labels they are: <title>…</title>, 【背景】…. */
const withoutTags = (prompt: string): string =>
  prompt
    .replaceAll(/<([\p{L}_-]{1,20})>([^<>]{0,800})<\/\1>/gu, "\n$1: $2\n")
    .replaceAll(/^(\s*)【((?:\p{L}| ){1,12})】\s*[:：]?\s*(?=\S)/gmu, (whole, space, heading) =>
      leadsScene.test(heading) ? `${space}${heading}：` : whole,
    );

/** A prompt without its markdown, and what each line was. */
function unmarkedLines(prompt: string): MarkedLine[] {
  return withoutTags(prompt)
    .split("\n")
    .filter((line) => !isRuleLine(line))
    .map((line) => {
      const marked = unmark(untabled(line));
      // An emoji is a thing to paint unless a label follows it.
      const isKept = marked.is === "emoji" && !labelAt.test(marked.text);
      return isKept ? { ...marked, text: marked.start + marked.text } : marked;
    });
}

const name = "[\\p{L}][\\p{L}\\p{N} _-]{0,20}?(?:\\s?[（(][^（）()\\n]{0,20}[）)])?";
const labelAt = new RegExp(`^\\s*(?:(${name})\\s*[:：=]|【(${name})】\\s*[:：]?)\\s*`, "u");
const nextLabel = new RegExp(`([，,；;。.、{|！!？?]\\s*)(${name})\\s*[:：=]\\s*`, "gu");

/** A name in quotes before a colon, as JSON and JavaScript write it, is plain text. */
function withoutQuotedKeys(pieces: readonly Piece[]): Piece[] {
  return pieces.map((piece, index): Piece => {
    const [before, after] = [pieces[index - 1], pieces[index + 1]];
    const isKey =
      piece.kind === "literal" &&
      /^[\p{L}_][\p{L}\p{N} _-]{0,24}$/u.test(piece.text) &&
      after?.kind === "plain" &&
      /^\s*[:：]/u.test(after.text) &&
      (before === undefined || (before.kind === "plain" && /[{[,，\n]\s*$/u.test(before.text)));
    return isKey ? { kind: "plain", text: piece.text } : piece;
  });
}

/** After words in quotes a label begins anew, though no comma says so. */
const withLinesAtLabels = (pieces: readonly Piece[]): Piece[] =>
  pieces.map((piece, index) =>
    piece.kind === "plain" && index > 0
      ? { kind: "plain", text: piece.text.replace(/^[ \t]+(?=\p{L}[\p{L} _-]{0,20}[:：])/u, ", ") }
      : piece,
  );

/** Plain pieces that follow each other as one. */
function joined(pieces: readonly Piece[]): Piece[] {
  const out: Piece[] = [];
  for (const piece of pieces) {
    const last = out.at(-1);
    if (piece.kind === "plain" && last?.kind === "plain") {
      out[out.length - 1] = { kind: "plain", text: last.text + piece.text };
    } else out.push(piece);
  }
  return out;
}

/** Pieces line by line; a literal of several lines stays whole. */
function linesOf(pieces: readonly Piece[]): Piece[][] {
  const lines: Piece[][] = [[]];
  for (const piece of pieces) {
    if (piece.kind === "literal") {
      lines.at(-1)?.push(piece);
      for (const _ of piece.text.matchAll(/\n/gu)) lines.push([]);
      continue;
    }
    for (const [index, text] of piece.text.split("\n").entries()) {
      if (index > 0) lines.push([]);
      if (text !== "") lines.at(-1)?.push({ kind: "plain", text });
    }
  }
  return lines;
}

const sourceOf = (pieces: readonly Piece[]) =>
  pieces
    .map((piece) => (piece.kind === "plain" ? piece.text : piece.open + piece.text + piece.close))
    .join("");

const plain = (text: string): Piece => ({ kind: "plain", text });

/** Words without quotation marks as a literal, and what is said of their look in brackets after them. */
function bareLiteral(written: string): Piece[] {
  const text = written.trim().replace(/[,，;；]+$/u, "");
  const told = /^(.+?)\s*[（(]([^（）()]{1,60})[）)]$/u.exec(text);
  const isLook = told !== null && lookIn(told[2] ?? "").rest === "";
  const words = (isLook ? (told[1] ?? "") : text).trim();
  const inner = /^(?:《([^《》]+)》|【([^【】]+)】|\[([^[\]]+)\])$/u.exec(words);
  const literal = inner?.[1] ?? inner?.[2] ?? inner?.[3] ?? words;
  return [
    { kind: "literal", text: literal, open: "", close: "" },
    ...(isLook ? [plain(` ${told[2]}`)] : []),
  ];
}

/** Titles and headings in Chinese brackets, where what stands before calls them words. */
const bracketed =
  /((?:标题|标语|口号|广告语|副标|正文|品牌名?|文字|字样|title|headline|subtitle|slogan|写着|写有|印着|题着)(?:\s*(?:[:：是为]|is|reads))?\s*)(?:《([^《》\n]{1,200})》|【([^【】\n]{1,200})】)/giu;

function withBrackets(text: string): Piece[] {
  const out: Piece[] = [];
  let done = 0;
  for (const found of text.matchAll(bracketed)) {
    const [whole, lead = "", title, heading] = found;
    out.push(plain(text.slice(done, found.index) + lead));
    out.push({ kind: "literal", text: title ?? heading ?? "", open: "", close: "" });
    done = found.index + whole.length;
  }
  if (done < text.length) out.push(plain(text.slice(done)));
  return out;
}

/** A plain text in which labels after a stop name what comes up to the next stop. */
function withLabelsWithin(text: string, isBeforeLiteral: boolean): Piece[] {
  const out: Piece[] = [];
  let done = 0;
  const found = [...text.matchAll(nextLabel)].filter(([, , each = ""]) => isWordsName(each));
  for (const match of found) {
    const from = match.index + match[0].length;
    if (match.index < done) continue;
    const rest = text.slice(from);
    const value = /^[^，,；;。\n{}|]+/u.exec(rest)?.[0] ?? "";
    // The words themselves stand in quotes right after.
    if (value.trim() === "" || (isBeforeLiteral && value === rest && value.trim() === "")) continue;
    out.push(plain(text.slice(done, from)), ...bareLiteral(value));
    done = from + value.length;
  }
  return [...out, ...(done < text.length ? [plain(text.slice(done))] : [])].flatMap((piece) =>
    piece.kind === "plain" ? withBrackets(piece.text) : [piece],
  );
}

const leadsScene = new RegExp(`^(?:${leads}|风格|画风|光线|光影|style|lighting)$`, "iu");
const sceneBegins = new RegExp(`[，,；;。.]\\s*(?:${leads})`, "iu");

/** A line that begins with a label: the words after it, as literals. */
function labelledLine(line: readonly Piece[], isOnly: boolean): Piece[] | "awaits" | undefined {
  const [first, ...others] = line;
  if (first?.kind !== "plain") return undefined;
  const label = labelAt.exec(first.text);
  if (!label || !isWordsName(label[1] ?? label[2] ?? "")) return undefined;
  const lead = plain(label[0]);
  const rest = first.text.slice(label[0].length);
  if (rest.trim() === "") return others.length === 0 ? "awaits" : undefined;
  const source = rest + sourceOf(others);
  const hasMore = [...source.matchAll(nextLabel)].some(([, , each = ""]) => isWordsName(each));
  if (!isOnly && !hasMore && !sceneBegins.test(source)) return [lead, ...bareLiteral(source)];
  const value = /^[^，,；;。{}|]+/u.exec(rest)?.[0] ?? rest;
  return [
    lead,
    ...bareLiteral(value),
    ...[plain(rest.slice(value.length)), ...others].flatMap((piece) =>
      piece.kind === "plain" ? withLabelsWithin(piece.text, false) : [piece],
    ),
  ];
}

/** Lines with what labels name as literals; a label alone names the lines after it. */
function withLabels(lines: readonly Piece[][], marks: readonly MarkedLine[]): Piece[] {
  const isOnly = lines.filter((line) => sourceOf(line).trim() !== "").length < 2;
  let awaiting: string | undefined;
  return lines.flatMap((line, index) => {
    const source = sourceOf(line).trim();
    const is = marks[index]?.is ?? "plain";
    const labelled = labelledLine(line, isOnly);
    const next = lines.slice(index + 1).find((each) => sourceOf(each).trim() !== "");
    const isHeading = is === "heading" || is === "bold";
    if (labelled === "awaits" || (isHeading && isWordsName(source) && next)) {
      awaiting = source.replace(/\s*[:：=]$/u, "");
      return [plain("\n")];
    }
    const end = plain("\n");
    if (labelled) {
      awaiting = undefined;
      return [...labelled, end];
    }
    const isValue = awaiting !== undefined && source !== "" && !labelAt.test(source);
    if (isValue) {
      const lead = plain(`${awaiting}：`);
      const isListed = is === "item" || is === "number";
      if (!isListed) awaiting = undefined;
      const isQuoted = line.some(({ kind }) => kind === "literal");
      return [lead, ...(isQuoted ? line : bareLiteral(source)), end];
    }
    if (source !== "") awaiting = undefined;
    return [
      ...line.flatMap((piece, at) =>
        piece.kind === "plain"
          ? withLabelsWithin(piece.text, line[at + 1]?.kind === "literal")
          : [piece],
      ),
      end,
    ];
  });
}

/**
 * Anybody's prompt in pieces: without markdown, names of keys plain, and what stands after a label
 * or in brackets that are called words a literal as if it stood in quotes.
 */
export function structuredPiecesOf(prompt: string): Piece[] {
  const marks = unmarkedLines(prompt);
  const text = marks.map((line) => line.text).join("\n");
  const pieces = joined(withoutQuotedKeys(piecesOf(text)));
  return joined(withLabels(linesOf(withLinesAtLabels(pieces)), marks));
}
