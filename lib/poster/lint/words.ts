import { defaultCapability } from "../capability";
import { countCharacters } from "../characters";
import { factsIn } from "../facts";
import { layOut } from "../layout/layout";
import { paletteOf } from "../layout/palette";
import { lonelyMarks, piecesOf } from "../prompt/quotations";
import { quotesFor } from "../quotes";
import type { Block, Poster, Ratio } from "../schema";
import { linesOf, literalsOf, wordedBlocks } from "../words";

import type { Finding, Rule } from "./finding";
import { ungarbled } from "./garbled";
import { lintPlaces } from "./places";
import { countUnseen } from "./unseen";

/** More words than this, and the model begins to lose some (measured by users of it). */
const manyCharacters = 120;
/** Type smaller than this share of the sheet's short side is rarely painted legibly. */
const legibleShare = 0.02;

/** A line break typed as people type it in prompts; a path such as /news is none. */
export const writtenBreak = /\\n|\/n(?![a-z0-9])/gu;

/** What came with a paste and is not what it should be. */
function unseenFindings({ id, text }: Block): Finding[] {
  const at = { block: id };
  const { unseen, lost } = countUnseen(text);
  const meant = ungarbled(text);
  const find = (
    rule: Rule,
    says: Finding["says"],
    kind?: "stripInvisible" | "ungarble",
  ): Finding => ({
    rule,
    at,
    level: "warn",
    says,
    ...(kind && { mend: { kind, blockId: id } }),
  });
  return [
    ...(unseen > 0 ? [find("invisible", { is: "marks" }, "stripInvisible")] : []),
    // What was lost only its writer knows.
    ...(lost > 0 ? [find("invisible", { is: "lost" })] : []),
    ...(meant === text ? [] : [find("garbled", { meant: shortened(meant) }, "ungarble")]),
  ];
}

const shortened = (text: string) => (text.length > 30 ? `${text.slice(0, 30)}…` : text);

function blockFindings(block: Block): Finding[] {
  const findings: Finding[] = [];
  const at = { block: block.id };
  if (linesOf(block).some((line) => quotesFor(line) === undefined)) {
    findings.push({ rule: "noQuotes", at, level: "warn", says: {} });
  }
  if (block.text.match(writtenBreak)) {
    const mend = { kind: "breakLines", blockId: block.id } as const;
    findings.push({ rule: "brokenLines", at, level: "warn", says: {}, mend });
  }
  findings.push(...unseenFindings(block));
  const facts = new Set(factsIn(block.text).map(({ text }) => text));
  if (facts.size > 0) {
    const says = { facts: [...facts].join(" · ") };
    findings.push({ rule: "checkThese", at, level: "check", says });
  }
  return findings;
}

/** True when the words fit the ratio only in type too small to be painted. */
function isCrowded(poster: Poster, ratio: Ratio): boolean {
  const size = defaultCapability.sizes[ratio];
  const short = Math.min(size.width, size.height);
  const laid = layOut(poster.blocks, size, paletteOf(poster));
  return laid.some(({ runs }) => runs.some((run) => run.size < short * legibleShare));
}

function amounts(poster: Poster): Finding[] {
  const findings: Finding[] = [];
  const at = { spot: "words" } as const;
  const count = countCharacters(literalsOf(poster).join("").replaceAll(/\s/gu, ""));
  if (count > manyCharacters) {
    const says = { count: `${count}`, limit: `${manyCharacters}` };
    findings.push({ rule: "manyCharacters", at, level: "warn", says });
  }
  const crowded = poster.ratios.filter((ratio) => isCrowded(poster, ratio));
  if (crowded.length > 0) {
    findings.push({ rule: "crowded", at, level: "warn", says: { ratios: crowded.join(", ") } });
  }
  return findings;
}

const announced =
  /(?:\b(?:says|saying|reads|reading|titled|labelled|labeled|spells|with the (?:texts?|words?))\b|写着|题写|题着|题字|印有|印着|字样|文字为|文字是|标题为|标题是)[\s:：]*(?=[^\s:：，,。.;；])/iu;
/** Figures that tell of the picture: a bill of $100, a person who takes up 60 % of it, five stones. */
const ofThePicture =
  /^\s?(?:bills?|notes?|banknotes?|coins?|cash|dollar bill|纸币|纸钞|钞|硬币|现金|大钞|面值|人民币)/iu;
const sellsBy = /^\s?(?:off|discount|优惠|立减|返现)/iu;

/** A price or discount in a text that is there to be read; undefined where there is none. */
function priceIn(text: string): string | undefined {
  return factsIn(text).find(({ kind, text: fact, to }) => {
    const after = text.slice(to);
    if (kind === "percent") return sellsBy.test(after);
    if (kind === "price" && /块$/u.test(fact)) return !/^\p{Script=Han}/u.test(after);
    return (kind === "price" || kind === "discount") && !ofThePicture.test(after);
  })?.text;
}

/** Words the plain parts of a text announce or price without quoting them. */
function looseIn(text: string): string | undefined {
  for (const piece of piecesOf(text)) {
    if (piece.kind === "literal") continue;
    const said = announced.exec(piece.text);
    if (said)
      return piece.text
        .slice(said.index)
        .split(/[,，。;；\n]|\.\s/u)[0]
        ?.slice(0, 40);
    const price = priceIn(piece.text);
    if (price !== undefined) return price;
  }
  return undefined;
}

function sceneFindings({ scene }: Poster): Finding[] {
  const at = { spot: "scene" } as const;
  const texts = [scene.subject, scene.style, scene.light];
  const quoted = texts.flatMap((text) =>
    piecesOf(text).flatMap((piece) => (piece.kind === "literal" ? [piece.text] : [])),
  );
  const loose = texts.map(looseIn).find((words) => words !== undefined);
  return [
    ...(quoted.length > 0
      ? [
          {
            rule: "sceneQuotes",
            at,
            level: "warn",
            says: { words: quoted.join(" / ") },
            mend: { kind: "quotedToBlocks" },
          } as const,
        ]
      : []),
    ...(loose === undefined
      ? []
      : [{ rule: "looseWords", at, level: "warn", says: { words: loose } } as const]),
  ];
}

function handFindings(prompt: string): Finding[] {
  const at = { spot: "prompt" } as const;
  const findings: Finding[] = [];
  const marks = [...new Set(lonelyMarks(prompt))];
  if (marks.length > 0) {
    findings.push({
      rule: "unbalancedQuotes",
      at,
      level: "warn",
      says: { marks: marks.join(" ") },
    });
  }
  if (prompt.match(writtenBreak)) {
    const mend = { kind: "spacesForBreaks" } as const;
    findings.push({ rule: "brokenLines", at, level: "warn", says: {}, mend });
  }
  const loose = looseIn(prompt);
  if (loose !== undefined)
    findings.push({ rule: "looseWords", at, level: "warn", says: { words: loose } });
  return findings;
}

/** What the words and their places, the scene and a hand-written prompt have against them. */
export function lintWords(poster: Poster): Finding[] {
  const blocks = wordedBlocks(poster);
  return [
    ...amounts(poster),
    ...blocks.flatMap(blockFindings),
    ...lintPlaces(blocks),
    ...(poster.handPrompt === null ? sceneFindings(poster) : handFindings(poster.handPrompt)),
  ];
}
