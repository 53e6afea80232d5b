import { newBlock } from "../blank";
import { languageOf } from "../characters";
import { maxBlocks } from "../choices";
import type { Block, Poster, Role } from "../schema";
import { type Clause, clausesOf } from "./clauses";
import { jsonPiecesOf } from "./json";
import { lonelyMarks, type Piece, strictPiecesOf } from "./quotations";
import {
  contradicts,
  type Look,
  ledTo,
  linesIn,
  lookIn,
  type NamedRole,
  roleIn,
  unannounced,
  unclosed,
  withoutLines,
} from "./recognise";
import { structuredPiecesOf } from "./structure";
import { chineseTerms, englishTerms } from "./terms";

/** What a prompt says, as parts of a poster. */
export interface ReadPrompt extends Pick<Poster, "blocks" | "scene"> {
  language: "zh" | "en";
  /** What may be words or not and was left in the scene, as it stands there. */
  undecided: string[];
}

interface FoundBlock {
  lines: string[];
  /** Lines still to come. */
  awaited: number;
  named: NamedRole | undefined;
  look: Look;
}

const tables = [chineseTerms, englishTerms] as const;

/** Sentences a prompt of ours begins and ends with: they say nothing of the scene. */
const ours = new Set(
  tables.flatMap(({ poster, couplet, nothingElse, bare, noText, compositions }) => [
    ...[poster, couplet, nothingElse, bare, noText].map((text) =>
      text.replaceAll(/^[.。]|[.,。，\s]+$/gu, "").trim(),
    ),
    ...Object.values(compositions).flatMap((text) =>
      text.split(/[,，]/u).map((part) => part.trim()),
    ),
  ]),
);

/** The room that a prompt of ours asks for where words will be set. */
const ourRoom = /^with calm empty room |留有素净的空白$/u;

/** The side of a scroll that is named by nothing else. */
function sideOf(named: NamedRole | undefined): "left" | "right" | undefined {
  if (named?.role === "leftScroll") return "left";
  return named?.role === "rightScroll" ? "right" : undefined;
}

type Part = "subject" | "style" | "light";

/** Marks that make words of what they hold, in a text that is no literal. */
const titled = /《[^《》]+》|〈[^〈〉]+〉|【[^【】]+】/gu;

/** Texts side by side in one sentence: Latin words want a space between them. */
const besides = (one: string, other: string) =>
  /[\p{Script=Han}\p{P}]$/u.test(one) || /^[\p{Script=Han}\p{P}]/u.test(other) ? "" : " ";

class Reader {
  readonly blocks: FoundBlock[] = [];
  readonly undecided: string[] = [];
  /** The block attributes still belong to; none once the scene has begun. */
  private open: FoundBlock | undefined;
  private readonly scene: Poster["scene"] = {
    subject: "",
    styles: [],
    style: "",
    lights: [],
    light: "",
    qualities: [],
  };
  private into: Part = "subject";
  private shared: Look = {};
  private readonly comma: string;
  /** What stands between the scene's last clause and the next, while nothing comes between them. */
  private joint: { part: Part; stop: string } | undefined;
  private readonly isOurs: boolean;

  constructor(language: "zh" | "en", isOurs: boolean) {
    this.comma = language === "zh" ? "，" : ", ";
    this.isOurs = isOurs;
  }

  clause({ pieces, stop }: Clause): void {
    const joint = this.joint;
    this.joint = undefined;
    const isWorded = pieces.some(({ kind }) => kind === "literal");
    const text = pieces.map(({ text }) => text).join(" ");
    const added = isWorded ? this.words(pieces, joint) : this.plain(text, joint);
    if (added) this.joint = { part: added, stop };
  }

  /** A clause with literals; the part of the scene that got what stands at its end. */
  private words(pieces: readonly Piece[], joint: Reader["joint"]): Part | undefined {
    let before = "";
    // What stays said of the scene, one sentence with the words taken out.
    let said = "";
    let isAnnounced = false;
    const say = (text: string) => {
      if (text !== "") said += (said === "" ? "" : besides(said, text)) + text;
    };
    for (const piece of pieces) {
      if (piece.kind === "plain") {
        before = piece.text;
        continue;
      }
      // Marks round nothing are only marks.
      if (piece.text.trim() === "") {
        say(before);
      } else if (this.blocks.length >= maxBlocks && !(this.open && this.open.awaited > 0)) {
        const literal = piece.open + piece.text + piece.close;
        this.undecided.push(literal);
        say(before);
        say(literal);
      } else if (this.open && this.open.awaited > 0) {
        this.open.lines.push(piece.text);
        this.open.awaited -= 1;
        if (!/^[/、]?$/u.test(before)) say(before);
      } else {
        if (this.tellsOfOpen(before)) before = "";
        const rest = this.begin(isAnnounced ? unclosed(before) : before, piece.text.trim());
        say(rest.text);
        isAnnounced = rest.isAnnounced;
      }
      before = "";
    }
    const after = isAnnounced ? unclosed(before) : before;
    const isTold = this.open !== undefined && this.describe(this.open, after);
    if (!isTold) {
      say(after);
      this.watch(after);
    }
    if (said === "") return undefined;
    // The block stays open: what follows may still tell of its look.
    this.add(this.into, said, joint);
    return this.into;
  }

  /** True when what stands between two literals tells of the first one: "A" at the top and "B". */
  private tellsOfOpen(between: string): boolean {
    const isBefore = /(?:^|\s)(?:and|with)$|[和与及]$/u.test(between.trim());
    if (!this.open || !isBefore || roleIn(between).named) return false;
    return Object.keys(lookIn(between).look).length > 0 && this.describe(this.open, between);
  }

  /** Begins a block; what was said before its words and belongs to the scene comes back. */
  private begin(before: string, literal: string): { text: string; isAnnounced: boolean } {
    const { named, rest } = roleIn(withoutLines(before));
    const { look, rest: unsaid } = lookIn(rest);
    const place = named?.place ?? look.place;
    this.open = {
      lines: [literal],
      awaited: linesIn(before) - 1,
      named,
      look: unsaid === "" ? { ...look, ...(place && { place }) } : place ? { place } : {},
    };
    this.blocks.push(this.open);
    if (unsaid === "") return { text: "", isAnnounced: true };
    const left = unannounced(withoutLines(before));
    this.watch(left.text);
    return left;
  }

  /** Takes what is said of a block's look, when that is all a text says and contradicts nothing. */
  private describe(block: FoundBlock, text: string): boolean {
    const { look, rest } = lookIn(text);
    if (rest !== "" || contradicts(block.look, look)) return false;
    block.look = { ...block.look, ...look };
    return true;
  }

  /** A clause without literals; the part of the scene it went to. */
  private plain(text: string, joint: Reader["joint"]): Part | undefined {
    if (ours.has(text) || ourRoom.test(text) || !/[^\p{P}\s]/u.test(text)) return undefined;
    const led = ledTo(text);
    if (led?.lead === "font") {
      const { look, rest } = lookIn(led.text);
      this.shared = look;
      if (rest === "") return undefined;
    } else if (led) {
      this.open = undefined;
      if (led.text === "" || this.term(led.text)) return undefined;
      return this.keep(led.lead, led.text, joint);
    }
    if (this.open && this.describe(this.open, text)) return undefined;
    if (this.term(text)) return undefined;
    if (this.blocks.length > 0) this.open = undefined;
    return this.keep(this.into, text, joint);
  }

  private keep(part: Part, text: string, joint: Reader["joint"]): Part {
    this.watch(text);
    this.add(part, text, joint);
    return part;
  }

  /** Remembers what in a text of the scene may have been meant for words. */
  private watch(text: string): void {
    if (this.isOurs) return;
    this.undecided.push(...(text.match(titled) ?? []));
    if (lonelyMarks(text).length > 0) this.undecided.push(text);
  }

  /** A clause that is one of the documentation's own terms. */
  private term(text: string): boolean {
    for (const terms of tables) {
      for (const [list, table] of [
        ["styles", terms.styles],
        ["lights", terms.lights],
        ["qualities", terms.qualities],
      ] as const) {
        const id = Object.entries(table).find(([, term]) => term === text)?.[0];
        if (id === undefined) continue;
        const chosen: string[] = this.scene[list];
        if (!chosen.includes(id)) chosen.push(id);
        // In our own prompts what follows a chip is more of its kind.
        if (this.isOurs && list !== "qualities") this.into = list === "lights" ? "light" : "style";
        this.open = undefined;
        return true;
      }
    }
    return false;
  }

  private add(part: Part, text: string, joint: Reader["joint"]): void {
    const before = this.scene[part];
    const stop = joint?.part === part ? joint.stop.replaceAll(/\s+/gu, " ") : "";
    const between = stop.trim() === "" ? this.comma : stop;
    this.scene[part] = before === "" ? text : `${before}${between}${text}`;
  }

  /** The blocks with roles for those that named none, and their usual look under what was said. */
  finish(): Pick<Poster, "blocks" | "scene"> {
    const sides = this.blocks.filter(({ named }) => sideOf(named));
    const unnamed: Role[] = ["title", "subtitle"];
    const blocks = this.blocks.map((found, index): Block => {
      const { named, look, lines } = found;
      const side = sideOf(named);
      // The scroll named first is the upper one, on whichever side it hangs.
      const isUpper = found === sides[0] && (sides.length > 1 || side === "right");
      const role = side
        ? isUpper
          ? "upperScroll"
          : "lowerScroll"
        : ((named?.role as Role | undefined) ?? unnamed.shift() ?? "body");
      const usual = newBlock(`b${index + 1}`, role, lines.join("\n"));
      return { ...usual, ...this.shared, ...(side ? { place: side } : {}), ...look };
    });
    return { blocks, scene: this.scene };
  }
}

/** The beginnings and ends of the prompts this studio writes. */
const frames = tables.flatMap(({ poster, couplet, nothingElse, bare, noText }) => [
  [poster, nothingElse] as const,
  [couplet, nothingElse] as const,
  [bare, noText] as const,
]);

/** The pieces of a prompt as this studio writes it, with nothing left over; undefined for another's. */
function ownPiecesOf(prompt: string): Piece[] | undefined {
  const isOurs = frames.some(([begin, end]) => prompt.startsWith(begin) && prompt.endsWith(end));
  return isOurs ? strictPiecesOf(prompt) : undefined;
}

/**
 * Reads a prompt back into words and scene: ours, the documentation's, or another's that quotes,
 * labels or lists its words. Of our own, words, order and roles come back as they were. Of any,
 * nothing is lost: every literal is a block or undecided, and what is neither words nor says how
 * they look stays in the scene; only quotation marks, labels, leads, stops and markdown go.
 */
export function readPrompt(prompt: string): ReadPrompt {
  const language = languageOf(prompt);
  const own = ownPiecesOf(prompt);
  const pieces = own ?? jsonPiecesOf(prompt) ?? structuredPiecesOf(prompt);
  const reader = new Reader(language, own !== undefined);
  for (const clause of clausesOf(pieces)) reader.clause(clause);
  return { ...reader.finish(), undecided: reader.undecided, language };
}
