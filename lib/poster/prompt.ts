import { languageOf } from "./characters";
import type { Block, Poster, Ratio } from "./schema";
import { chineseTerms, englishTerms, type Terms } from "./terms";

/** A piece of the prompt that is one block's literal, quotes included; UTF-16 offsets. */
interface Span {
  from: number;
  to: number;
  blockId: string;
}

export interface CompiledPrompt {
  prompt: string;
  spans: Span[];
  language: "zh" | "en";
}

const quotePairs = ["“”", '""', "「」", "『』", "«»", "‹›"] as const;

/** The first pair of quotes of which neither mark occurs in the text; undefined when all do. */
export function quotesFor(text: string): readonly [string, string] | undefined {
  for (const pair of quotePairs) {
    const [open = "", close = ""] = [...pair];
    if (!text.includes(open) && !text.includes(close)) return [open, close];
  }
  return undefined;
}

const linesOf = (block: Block) =>
  block.text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

/** The blocks that have words, in order. */
export function wordedBlocks(poster: Pick<Poster, "blocks">): Block[] {
  return poster.blocks.filter((block) => linesOf(block).length > 0);
}

/** Every literal of the poster as the prompt must quote it: one a line. */
export function literalsOf(poster: Pick<Poster, "blocks">): string[] {
  return wordedBlocks(poster).flatMap(linesOf);
}

const isCouplet = (block: Block) => /Scroll$/.test(block.role);

function lettering(block: Block, terms: Terms, language: "zh" | "en"): string {
  const size = block.emphasis === "normal" ? "" : terms.emphases[block.emphasis];
  const colour = block.colour === "auto" ? "" : terms.colours[block.colour];
  const hand = terms.letterings[block.lettering];
  if (language === "zh") return `${size}${colour}${hand}`;
  return [size, hand, colour && `in ${colour}`].filter(Boolean).join(" ");
}

/** Builds a sentence piece by piece and notes where each literal stands. */
class Draft {
  text = "";
  readonly spans: Span[] = [];

  add(piece: string): void {
    this.text += piece;
  }

  quote(block: Block, language: "zh" | "en"): void {
    const lines = linesOf(block);
    if (lines.length > 1) {
      this.add(language === "zh" ? `（分 ${lines.length} 行）` : `on ${lines.length} lines `);
    }
    lines.forEach((line, index) => {
      const [open, close] = quotesFor(line) ?? ["“", "”"];
      if (index > 0) this.add(language === "zh" ? "、" : " / ");
      const from = this.text.length;
      this.add(`${open}${line}${close}`);
      this.spans.push({ from, to: this.text.length, blockId: block.id });
    });
  }
}

/** What every block shares is said once, after the words. */
function sharedLettering(blocks: Block[], terms: Terms, language: "zh" | "en"): string | undefined {
  const all = new Set(blocks.map((block) => lettering(block, terms, language)));
  return all.size === 1 && blocks.length > 1 ? [...all][0] : undefined;
}

function addBlock(
  draft: Draft,
  block: Block,
  terms: Terms,
  language: "zh" | "en",
  shared: boolean,
): void {
  draft.add(language === "zh" ? terms.roles[block.role] : `${terms.roles[block.role]} `);
  draft.quote(block, language);
  const about: string[] = [];
  if (!isCouplet(block)) {
    about.push(terms.places[block.place]);
    if (block.direction === "vertical") about.push(terms.vertical);
  }
  if (!shared) about.push(lettering(block, terms, language));
  if (about.length === 0) return;
  draft.add(language === "zh" ? about.join("，") : ` ${about.join(", ")}`);
}

const trimmed = (text: string) =>
  text
    .replaceAll(/\s+/gu, " ")
    .trim()
    .replace(/[,，.。]+$/u, "");

function sceneParts(poster: Poster, terms: Terms): string[] {
  const { scene } = poster;
  return [
    ...scene.styles.map((style) => terms.styles[style]),
    trimmed(scene.style),
    ...scene.lights.map((light) => terms.lights[light]),
    trimmed(scene.light),
    ...scene.qualities.map((quality) => terms.qualities[quality]),
  ].filter((part) => part !== "");
}

function opening(blocks: Block[], language: "zh" | "en", subject: string): string {
  if (blocks.length === 0) return subject;
  const couplet = blocks.some(
    (block) => block.role === "upperScroll" || block.role === "lowerScroll",
  );
  if (language === "zh") return couplet ? "一副对联，" : "一张海报，";
  return couplet ? "A Chinese couplet, " : "A poster, ";
}

/** The language a poster's prompt is written in: chosen, or that of its words and scene. */
function promptLanguage(poster: Poster): "zh" | "en" {
  if (poster.promptLanguage !== "auto") return poster.promptLanguage;
  return languageOf([...literalsOf(poster), poster.scene.subject].join(""));
}

/**
 * The prompt of a poster for one ratio: every literal once, verbatim, in quotes that do not occur
 * in it, then scene, style, light and composition. Pure and stable: same poster, same prompt.
 */
export function compilePrompt(poster: Poster, ratio: Ratio): CompiledPrompt {
  const language = promptLanguage(poster);
  if (poster.handPrompt !== null) return { prompt: poster.handPrompt.trim(), spans: [], language };

  const terms = language === "zh" ? chineseTerms : englishTerms;
  const comma = language === "zh" ? "，" : ", ";
  const blocks = wordedBlocks(poster);
  const subject = trimmed(poster.scene.subject);
  const shared = sharedLettering(blocks, terms, language);
  const draft = new Draft();

  draft.add(opening(blocks, language, subject));
  blocks.forEach((block, index) => {
    if (index > 0) draft.add(language === "zh" ? "；" : "; ");
    addBlock(draft, block, terms, language, shared !== undefined);
  });
  const rest = sceneParts(poster, terms);
  if (shared) rest.unshift(language === "zh" ? `字体为${shared}` : `font is ${shared}`);
  if (blocks.length > 0 && subject !== "") {
    rest.unshift(language === "zh" ? `背景是${subject}` : `background is ${subject}`);
  }
  if (draft.text !== "" || rest.length > 0) rest.push(terms.compositions[ratio]);
  if (rest.length > 0) draft.add((draft.text === "" ? "" : comma) + rest.join(comma));
  if (blocks.length > 0) {
    draft.add(language === "zh" ? "。画面中不出现其他文字。" : ". No other text appears.");
  }
  return { prompt: draft.text, spans: draft.spans, language };
}

/** Literals a hand-written prompt no longer holds word for word. */
export function missingLiterals(poster: Pick<Poster, "blocks">, prompt: string): string[] {
  return literalsOf(poster).filter((literal) => !prompt.includes(literal));
}
