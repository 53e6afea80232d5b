import { countCharacters } from "../characters";
import { compileNegative, keepOutTerms } from "../keep-out";
import { chineseTerms, englishTerms } from "../prompt/terms";
import type { Poster } from "../schema";
import { literalsOf } from "../words";
import type { Finding } from "./finding";

const lettering =
  "texts?|words?|letters?|letterings?|typography|writings?|characters|captions?|subtitles?|titles?|fonts?|alphabets?|text overlays?|overlaid text";
const wenzi =
  "文字|文本|字|字样|字母|字符|汉字|中文|英文|中文字|英文字母?|字体|文案|标题|标语|字幕|单词|词语|数字";
const every = "any|all|every|the|other";
const lettersBanned = new RegExp(
  `^(?:(?:${every})\\s)?(?:${lettering})(?:(?:\\s(?:and|or)\\s|\\s?[/&+|]\\s?)(?:${lettering}))*(?:\\s(?:in|on)\\s(?:the\\s)?(?:image|picture|poster|background))?$|^(?:任何|所有|一切|出现|各种)*的?(?:${wenzi})(?:[和与及或/](?:${wenzi}))*(?:内容|元素|信息)?$`,
  "iu",
);
const logoBanned = /^(?:logos?|brand names?|brands?)$|^(?:标志|商标|徽标|logo|品牌)$/iu;
const watermarkBanned = /^watermarks?$|^水印$/iu;

/** "no", "without": in a list of what to keep out they say nothing more. */
const negation =
  /^(?:(?:no|not|without|avoid|exclude|remove|never|don[’']?t (?:add|include|show)|do not (?:add|include|show))\s+|--no\s+|-(?=[\p{L}])|(?:无|不要有?|不能有|没有|不含|不带|不出现|不显示|禁止|避免|去除|去掉|请勿|勿)(?:出现|包含|添加)?)+/iu;

/** A term as other tools write it, without its weight and the brackets round it: (text:1.4), [text]. */
function plainTerm(term: string): string {
  let plain = term.trim();
  for (;;) {
    const less = plain
      .replace(/^[([{（【「<"'“‘]+|[)\]}）】」>"'”’.。!！]+$/gu, "")
      .replace(/\s*:{1,2}\s*-?\d*\.?\d+$|[+]+$/u, "")
      .replaceAll(/[\s_]+/gu, " ")
      .trim()
      .replace(negation, "")
      .trim();
    if (less === plain || less === "") return plain;
    plain = less;
  }
}

/** Terms of the negative prompt that forbid what the poster asks for. */
function bans(poster: Poster, terms: readonly string[]): Finding[] {
  const hasWords = literalsOf(poster).length > 0;
  const hasBrand = poster.blocks.some(({ role, text }) => role === "brand" && text.trim() !== "");
  const rules = [
    { rule: "bansWords", pattern: lettersBanned, holds: hasWords },
    { rule: "bansLogo", pattern: logoBanned, holds: hasBrand },
    { rule: "bansWatermark", pattern: watermarkBanned, holds: poster.watermark },
  ] as const;
  return rules.flatMap(({ rule, pattern, holds }) =>
    terms
      .filter((term) => holds && pattern.test(plainTerm(term)))
      .map((term) => ({
        rule,
        at: { spot: "keepOut" as const },
        level: "warn" as const,
        says: { term },
        mend: { kind: "dropTerm" as const, term },
      })),
  );
}

/** Whether a text names a style; English by whole words. */
function names(text: string, term: string): boolean {
  if (!/^[\p{Script=Latin}\s-]+$/u.test(term)) return text.includes(term);
  const escaped = term.toLowerCase().replaceAll(/[.*+?^${}()|[\]\\]/gu, "\\$&");
  return new RegExp(`(?<![a-z])${escaped}(?![a-z])`, "u").test(text.toLowerCase());
}

/** What the scene asks of style and light, in both languages. */
function askedStyles({ scene }: Poster): string {
  const chips = [chineseTerms, englishTerms].flatMap((terms) => [
    ...scene.styles.map((style) => terms.styles[style]),
    ...scene.lights.map((light) => terms.lights[light]),
  ]);
  return [...chips, scene.style, scene.light].join("; ");
}

function styleConflicts(poster: Poster, terms: readonly string[]): Finding[] {
  const asked = askedStyles(poster);
  return terms
    .filter((term) => names(asked, plainTerm(term)))
    .map((term) => ({
      rule: "styleConflict",
      at: { spot: "keepOut" },
      level: "warn",
      says: { term },
      mend: { kind: "dropTerm", term },
    }));
}

/** A prompt longer than this needs no expansion (documentation 3.3: it is for short ones). */
const longPrompt = 200;

function expansion(poster: Poster, prompt: string): Finding[] {
  if (!poster.expand) return [];
  const finding = (rule: "expandExact" | "expandLong"): Finding => ({
    rule,
    at: { spot: "expand" },
    level: "warn",
    says: {},
    mend: { kind: "expandOff" },
  });
  if (!poster.bare && literalsOf(poster).length > 0) return [finding("expandExact")];
  return countCharacters(prompt) > longPrompt ? [finding("expandLong")] : [];
}

/** What the settings have against the words. `prompt` is the one that will be sent. */
export function lintSettings(poster: Poster, prompt: string): Finding[] {
  const terms = compileNegative(poster)
    .split(", ")
    .filter((term) => term !== "");
  const findings = [...bans(poster, terms), ...styleConflicts(poster, terms)];
  findings.push(...expansion(poster, prompt));
  if (!poster.watermark) {
    findings.push({
      rule: "watermarkOff",
      at: { spot: "watermark" },
      level: "warn",
      says: {},
      mend: { kind: "watermarkOn" },
    });
  }
  return findings;
}

/** The poster without a term in its negative prompt; a preset that holds it gives up its other terms. */
export function dropTerm(poster: Poster, term: string): Poster {
  const holds = (preset: keyof typeof keepOutTerms) => keepOutTerms[preset].includes(term);
  const { presets, own } = poster.keepOut;
  const kept = presets.filter((preset) => !holds(preset));
  const freed = presets.filter(holds).flatMap((preset) => keepOutTerms[preset]);
  const words = own.split(/[,，、;；\n]/u).map((word) => word.trim());
  const already = new Set(kept.flatMap((preset) => keepOutTerms[preset]));
  const left = [...words, ...freed].filter(
    (word) => word !== "" && word.toLowerCase() !== term.toLowerCase() && !already.has(word),
  );
  return { ...poster, keepOut: { presets: kept, own: [...new Set(left)].join(", ") } };
}
