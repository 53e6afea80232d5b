/** What one false character makes worthless. */
export type FactKind =
  | "email"
  | "url"
  | "phone"
  | "date"
  | "time"
  | "price"
  | "discount"
  | "percent"
  | "address"
  | "number";

/** A figure, price, date, or way to be reached, with its place in the text (UTF-16). */
export interface Fact {
  kind: FactKind;
  text: string;
  from: number;
  to: number;
}

const amount = "(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+|,\\d{2}(?!\\d))?";
const numeral = "[一二两三四五六七八九十]";
const to = "\\s?[-–—~～]\\s?";
const month = "(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\\.?";
const day = "\\d{1,2}(?:st|nd|rd|th)?";
const clock = "\\d{1,2}:\\d{2}(?::\\d{2})?(?:\\s?[ap]\\.?m\\b\\.?)?";
const domains =
  "com|cn|net|org|io|top|shop|app|store|cc|hk|tw|co|me|xyz|vip|club|info|tv|jp|kr|uk|de|fr|eu|us|in";

/** The more particular first; within one, the longer first. Matched on half-width text. */
const patterns: readonly (readonly [FactKind, readonly string[]])[] = [
  ["email", ["[\\w.+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,5}"]],
  [
    "url",
    [
      "(?:https?://|www\\.)[\\w\\-.~:/?#\\[\\]@!$&'()*+,;=%]{1,500}[\\w/#=&%]",
      `(?<![\\w.-])(?:[a-z0-9-]{1,63}\\.){1,6}(?:${domains})(?![\\w-])(?:/[\\w\\-.~/?#&=%+]{0,300})?`,
    ],
  ],
  [
    "phone",
    [
      // +86 138 0000 0000, and any country's.
      "\\+\\d{1,3}(?:[-\\s.]?\\(?\\d{1,4}\\)?){2,5}(?!\\d)",
      "(?:86[-\\s]?)?1[3-9]\\d[-\\s]?\\d{4}[-\\s]?\\d{4}(?!\\d)",
      "(?:\\(0\\d{2,3}\\)|0\\d{2,3})[-\\s]?\\d{3,4}[-\\s]?\\d{4}(?!\\d)(?:(?:\\s?转\\s?|\\s?ext\\.?\\s?|-)\\d{1,6}(?!\\d))?",
      "\\(\\d{3}\\)\\s?\\d{3}[-.\\s]\\d{4}(?!\\d)",
      "[48]00[-\\s]?(?:\\d{3}[-\\s]?\\d{4}|\\d{4}[-\\s]?\\d{3})(?!\\d)",
      "\\d{3,4}[-.]\\d{3,4}[-.]\\d{3,4}(?!\\d)",
      // A local number; two years are none.
      "(?!(?:19|20)\\d\\d[-\\s](?:19|20)\\d\\d)[2-9]\\d{3}[-\\s]\\d{4}(?!\\d)",
      // Short numbers are phones where they are called so.
      "(?<=(?:电话|热线|致电|拨打|tel|phone|call)[.:]?\\s?)\\d{3,12}(?!\\d)",
    ],
  ],
  [
    "date",
    [
      "\\d{2,4}\\s?年(?:\\s?\\d{1,2}\\s?月(?:\\s?\\d{1,2}\\s?[日号]?)?)?",
      "(?:19|20)\\d\\d(?<part>[-./])\\d{1,2}(?:\\k<part>\\d{1,2})?(?![\\d元%])",
      "\\d{1,2}/\\d{1,2}/\\d{2,4}(?!\\d)",
      `\\d{1,2}\\s?月(?:\\s?\\d{1,2}\\s?[日号](?:${to}\\d{1,2}\\s?[日号])?|\\s?\\d{1,2}(?!\\d))?`,
      `${month}\\s${day}(?:${to}${day})?(?!\\d)(?:,?\\s(?:19|20)\\d\\d)?`,
      `${day}(?:${to}${day})?\\s(?:of\\s)?${month}(?![a-z])(?:,?\\s(?:19|20)\\d\\d)?`,
      "[一二两三四五六七八九〇零○]{4}年(?:[一二三四五六七八九十]{1,2}月)?(?:[一二三四五六七八九十]{1,3}[日号])?",
      "(?:[一二三四五六七八九十正冬腊]{1,2}月)(?:初?[一二三四五六七八九十廿]{1,3}[日号]?)",
    ],
  ],
  [
    "time",
    [
      `${clock}(?:${to}${clock})?`,
      "\\d{1,2}\\s?[ap]\\.?m\\b\\.?",
      "\\d{1,2}[点时](?![候尚间光段心子])(?:\\d{1,2}分?|半|整)?",
    ],
  ],
  [
    "discount",
    [
      `\\d(?:\\.\\d|\\d)?\\s?折(?![叠磨射腾返断合纸旧页])`,
      `${numeral}{1,2}折(?![叠磨射腾返断合纸旧页])`,
      "半价|half[\\s-]price\\b",
      `买\\s?(?:${numeral}|\\d+)\\s?[送赠]\\s?(?:${numeral}|\\d+)`,
      "buy\\s(?:one|\\d)[,\\s]{1,2}get\\s(?:one|\\d)(?:\\sfree)?\\b",
    ],
  ],
  [
    "price",
    [
      `(?:(?:(?:nt|hk|us|sg|au|ca|nz|mx|[sacr])?\\$|[¥€£₩₹₽₫฿₱₺₪₴₦₲₵]|(?<![a-z])(?:rs\\.?|rmb|cny|usd|eur|gbp|jpy|krw|hkd|twd|inr))\\s?${amount})(?:\\s?[万亿k](?![a-z]))?`,
      `${amount}\\s?[万亿]?\\s?(?:元|块钱?|円|원|[€£₩₹₽₫฿]|(?:yuan|rmb|cny|usd|eur|gbp|jpy|krw|hkd|twd|inr|dollars?|euros?|pounds?)(?![a-z]))`,
    ],
  ],
  ["percent", [`${amount}\\s?[%‰]`, "百分之[一二三四五六七八九十百]{1,4}"]],
  [
    "address",
    [
      "(?:\\p{Script=Han}{1,6}(?:路|街|道|巷|弄|胡同|里|坊))\\s?\\d{1,5}(?:-\\d{1,4})?\\s?[号弄](?:院?\\s?[\\da-z]{1,4}\\s?(?:号楼|栋|座|幢|单元|楼|层|室))?",
    ],
  ],
  ["number", ["\\d+(?:[.,]\\d+)*"]],
];

const pattern = new RegExp(
  patterns.map(([kind, sources]) => `(?<${kind}>${sources.join("|")})`).join("|"),
  "giu",
);
const kinds = patterns.map(([kind]) => kind);

const halfWidths = new Map([
  ["￥", "¥"],
  ["￡", "£"],
  ["￦", "₩"],
  ["\u3000", " "],
]);

/** A text with its full-width signs at half their width; every place stays where it is. */
const halfWide = (text: string): string =>
  text.replaceAll(
    /[\uff01-\uff5e￥￡￦\u3000]/gu,
    (sign) => halfWidths.get(sign) ?? String.fromCharCode(sign.charCodeAt(0) - 0xfee0),
  );

/**
 * Prices, discounts, dates, hours, phone numbers, addresses and other figures of a text, in its
 * order: what linter and proof both look at. No two overlap.
 */
export function factsIn(text: string): Fact[] {
  return [...halfWide(text).matchAll(pattern)].map((found): Fact => {
    const from = found.index;
    const end = from + found[0].trimEnd().length;
    const kind = kinds.find((each) => found.groups?.[each] !== undefined) ?? "number";
    return { kind, text: text.slice(from, end), from, to: end };
  });
}
