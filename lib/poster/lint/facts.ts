/** What a person should read twice before paying: figures, dates, prices, ways to be reached. */
const patterns = [
  // Addresses before anything made of digits.
  /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu,
  /(?:https?:\/\/|www\.)[^\s，。；、]+|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|cn|net|org|top|shop|io|app|store|cc|hk|tw)(?:\/[^\s，。；、]*)?/giu,
  // Phone numbers.
  /(?<!\d)(?:(?:\+?86[-\s]?)?1[3-9]\d[-\s]?\d{4}[-\s]?\d{4}|0\d{2,3}[-\s]?\d{7,8}|\d{3,4}-\d{3,4}-\d{3,4})(?!\d)/gu,
  // Prices with their sign or unit, discounts and shares.
  /[¥￥$€£]\s?\d[\d,]*(?:\.\d+)?|\d[\d,]*(?:\.\d+)?\s?(?:元|块|折|％|%|yuan|rmb|usd)/giu,
  // Dates and hours, then every other figure.
  /\d{2,4}\s?[年./-]\s?\d{1,2}(?:\s?[月./-]\s?\d{1,2}日?)?|\d{1,2}月\d{1,2}[日号]?|\d{1,2}[:：]\d{2}/gu,
  /\d+(?:[.,]\d+)*|[０-９]+/gu,
];

/** Figures and addresses in a text, in its order, each once. */
export function factsIn(text: string): string[] {
  const taken: { at: number; fact: string }[] = [];
  let rest = text;
  for (const pattern of patterns) {
    rest = rest.replaceAll(pattern, (...found) => {
      const fact = `${found[0]}`;
      taken.push({ at: Number(found.findLast((part) => typeof part === "number")), fact });
      // What is taken keeps its room, so that places stay true.
      return "\u0000".repeat(fact.length);
    });
  }
  taken.sort((one, other) => one.at - other.at);
  return [...new Set(taken.map(({ fact }) => fact.trim()))];
}
