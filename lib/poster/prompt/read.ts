import { newBlock } from "../blank";
import { languageOf } from "../characters";
import type { Block, Poster, Role } from "../schema";
import { type Clause, clausesOf } from "./clauses";
import { type Look, linesIn, lookIn, type NamedRole, roleIn } from "./recognise";
import { chineseTerms, englishTerms } from "./terms";

/** What a prompt says, as parts of a poster. */
export interface ReadPrompt extends Pick<Poster, "blocks" | "scene"> {
  language: "zh" | "en";
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

/** What is written "background is …" and "font is …", without its lead. */
function led(text: string, lead: "background" | "font"): string | undefined {
  const leads =
    lead === "background"
      ? /^(?:the )?background (?:is|of) |^背景[是为]/iu
      : /^(?:the )?font is |^字体[是为]/iu;
  return leads.test(text) ? text.replace(leads, "").trim() : undefined;
}

/** The side of a scroll that is named by nothing else. */
function sideOf(named: NamedRole | undefined): "left" | "right" | undefined {
  if (named?.role === "leftScroll") return "left";
  return named?.role === "rightScroll" ? "right" : undefined;
}

class Reader {
  readonly blocks: FoundBlock[] = [];
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
  private into: "subject" | "style" | "light" = "subject";
  private shared: Look = {};
  private readonly comma: string;

  constructor(language: "zh" | "en") {
    this.comma = language === "zh" ? "，" : ", ";
  }

  clause(clause: Clause): void {
    if (clause.some(({ kind }) => kind === "literal")) this.words(clause);
    else this.plain(clause.map(({ text }) => text).join(" "));
  }

  private words(clause: Clause): void {
    let before = "";
    for (const { kind, text } of clause) {
      if (kind === "plain") {
        before = text;
        continue;
      }
      const block = this.open;
      if (block && block.awaited > 0) {
        block.lines.push(text);
        block.awaited -= 1;
      } else this.begin(before, text);
      before = "";
    }
    if (this.open && before !== "") this.describe(this.open, before);
  }

  private begin(before: string, literal: string): void {
    const { look } = lookIn(before);
    const named = roleIn(before);
    const place = named?.place ?? look.place;
    this.open = {
      lines: [literal],
      awaited: linesIn(before) - 1,
      named,
      look: place ? { place } : {},
    };
    this.blocks.push(this.open);
  }

  private describe(block: FoundBlock, text: string): void {
    block.look = { ...block.look, ...lookIn(text).look };
  }

  private plain(text: string): void {
    const font = led(text, "font");
    if (ours.has(text) || ourRoom.test(text)) return;
    if (font !== undefined) {
      this.shared = lookIn(font).look;
      return;
    }
    const background = led(text, "background");
    if (background !== undefined) {
      this.open = undefined;
      this.add("subject", background);
      return;
    }
    if (this.open && lookIn(text).rest === "") this.describe(this.open, text);
    else if (!this.term(text)) this.add(this.into, text);
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
        this.into = list === "lights" ? "light" : list === "styles" ? "style" : this.into;
        this.open = undefined;
        return true;
      }
    }
    return false;
  }

  private add(part: "subject" | "style" | "light", text: string): void {
    const before = this.scene[part];
    this.scene[part] = before === "" ? text : `${before}${this.comma}${text}`;
    if (this.blocks.length > 0) this.open = undefined;
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

/**
 * Reads a prompt back into words and scene: ours, the documentation's, or another's that quotes
 * its words. Of our own, words, order and roles come back as they were.
 */
export function readPrompt(prompt: string): ReadPrompt {
  const language = languageOf(prompt);
  const reader = new Reader(language);
  for (const clause of clausesOf(prompt)) reader.clause(clause);
  return { ...reader.finish(), language };
}
