import { defaultCapability } from "../capability";
import { countCharacters } from "../characters";
import { layOut } from "../layout/layout";
import { paletteOf } from "../layout/palette";
import { piecesOf } from "../prompt/clauses";
import { quotesFor } from "../quotes";
import type { Block, Poster, Ratio } from "../schema";
import { linesOf, literalsOf, wordedBlocks } from "../words";
import { factsIn } from "./facts";
import type { Finding } from "./finding";
import { lintPlaces } from "./places";

/** More words than this, and the model begins to lose some (measured by users of it). */
const manyCharacters = 120;
/** Type smaller than this share of the sheet's short side is rarely painted legibly. */
const legibleShare = 0.02;

/** Marks nobody sees and somebody's clipboard brought: spaces of no width, soft hyphens, overrides. */
export const invisible = /[\u00ad\u180e\u200b\u2060-\u2064\ufeff\u202a-\u202e\u2066-\u2069]/gu;

/** A line break typed as people type it in prompts; a path such as /news is none. */
export const writtenBreak = /\\n|\/n(?![a-z0-9])/gu;

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
  if (block.text.match(invisible)) {
    const mend = { kind: "stripInvisible", blockId: block.id } as const;
    findings.push({ rule: "invisible", at, level: "warn", says: {}, mend });
  }
  const facts = factsIn(block.text);
  if (facts.length > 0) {
    findings.push({ rule: "checkThese", at, level: "check", says: { facts: facts.join(" · ") } });
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
const priced = /[¥￥$€£]\s?\d[\d.,]*|\d[\d.,]*\s?(?:元|折|%|％)/u;

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
    const price = priced.exec(piece.text);
    if (price) return price[0];
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

/** Marks of a text that stand without their partner. */
function lonelyMarks(text: string): string[] {
  const count = (mark: string) => text.split(mark).length - 1;
  const pairs = ["“”", "「」", "『』", "«»", "‹›"].filter((pair) => {
    const [open = "", close = ""] = [...pair];
    return count(open) !== count(close);
  });
  return count('"') % 2 === 1 ? ['"', ...pairs] : pairs;
}

function handFindings(prompt: string): Finding[] {
  const at = { spot: "prompt" } as const;
  const findings: Finding[] = [];
  const marks = lonelyMarks(prompt);
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
