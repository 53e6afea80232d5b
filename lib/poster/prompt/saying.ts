import { isCouplet, isPlainPair, isReadFromRight, isScroll, sideOf } from "../couplet/hanging";
import { quotesFor } from "../quotes";
import type { Block } from "../schema";
import { linesOf } from "../words";
import type { Terms } from "./terms";

/** A piece of the prompt that is one block's literal, quotes included; UTF-16 offsets. */
export interface Span {
  from: number;
  to: number;
  blockId: string;
}

/** The words of a poster as a prompt says them. */
export interface Saying {
  text: string;
  spans: Span[];
  /** The look of the letters where all blocks share it: to be said once, after the words. */
  shared: string | undefined;
  /** Blocks with a line that no pair of quotes can hold. */
  refused: string[];
  /** What the detail leaves out, each once. */
  untold: string[];
}

/** How much is said of each block: all, its place without the lettering, or its words alone. */
export type Detail = "full" | "placed" | "bare";

function letteringOf(block: Block, terms: Terms): string {
  const size = block.emphasis === "normal" ? "" : terms.emphases[block.emphasis];
  const colour = block.colour === "auto" ? "" : terms.colours[block.colour];
  return terms.look(size, terms.letterings[block.lettering], colour);
}

/** The look all blocks share. */
function sharedLettering(blocks: readonly Block[], terms: Terms): string | undefined {
  const all = new Set(blocks.map((block) => letteringOf(block, terms)));
  return all.size === 1 && blocks.length > 1 ? [...all][0] : undefined;
}

/** A scroll is called by the side it hangs on, and by its rank too unless the pair is plain. */
function roleOf(block: Block, blocks: readonly Block[], terms: Terms): string {
  const { role, place } = block;
  if (role !== "upperScroll" && role !== "lowerScroll") return terms.roles[role];
  if (place !== "left" && place !== "right") return terms.roles[role];
  return (isPlainPair(blocks) ? terms.plainScrolls : terms.sideScrolls)[role][place];
}

/** What is said of a block after its words. */
function aboutOf(block: Block, blocks: readonly Block[], terms: Terms): string[] {
  const about: string[] = [];
  const isUsual = isScroll(block) ? sideOf(block.place) === block.place : block.place === "top";
  if (!(isCouplet(block) && isUsual)) about.push(terms.places[block.place]);
  if (isScroll(block) && block.direction === "horizontal") about.push(terms.horizontal);
  if (!isScroll(block) && block.direction === "vertical") about.push(terms.vertical);
  if (isReadFromRight(block, blocks)) about.push(terms.fromRight);
  return about;
}

/** Says every block: role, words line by line, each in quotes of its own, then what it looks like. */
export function sayingOf(worded: readonly Block[], terms: Terms, detail: Detail): Saying {
  const isQuotable = (block: Block) => linesOf(block).every((line) => quotesFor(line));
  const blocks = worded.filter(isQuotable);
  const refused = worded.filter((block) => !isQuotable(block)).map(({ id }) => id);
  const shared = sharedLettering(blocks, terms);
  const spans: Span[] = [];
  const untold = new Set<string>();
  let text = "";
  let stop = blocks.some(isCouplet) ? terms.couplet : terms.poster;
  for (const block of blocks) {
    text += `${stop}${terms.before(roleOf(block, blocks, terms))}`;
    const lines = linesOf(block);
    if (lines.length > 1) text += terms.lines(lines.length);
    for (const [index, line] of lines.entries()) {
      const [open, close] = quotesFor(line) ?? ["", ""];
      if (index > 0) text += terms.nextLine;
      const from = text.length;
      text += `${open}${line}${close}`;
      spans.push({ from, to: text.length, blockId: block.id });
    }
    const placed = aboutOf(block, blocks, terms);
    const lettered = shared === undefined ? [letteringOf(block, terms)] : [];
    const about = { full: [...placed, ...lettered], placed, bare: [] }[detail];
    for (const gone of [...placed, letteringOf(block, terms)]) {
      if (detail === "bare" || (detail === "placed" && !placed.includes(gone))) untold.add(gone);
    }
    if (about[0] !== undefined) text += `${terms.after(about[0])}${about.join(terms.comma)}`;
    // A block that says more than its words is closed by the stronger stop.
    stop = about.length > 0 ? terms.semicolon : terms.comma;
  }
  return { text, spans, shared, refused, untold: [...untold] };
}
