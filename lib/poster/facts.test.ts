import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { factsIn } from "./facts";

describe("what a person should read twice", () => {
  test.each([
    ["满200减30，仅限3天", ["number 200", "number 30", "number 3"]],
    ["2026年7月1日 10:30 开场", ["date 2026年7月1日", "time 10:30"]],
    ["五折起，第二件半价，买一送一", ["discount 五折", "discount 半价", "discount 买一送一"]],
    ["8.5折 / 50% off", ["discount 8.5折", "percent 50%"]],
    ["热线 400-800-1234", ["phone 400-800-1234"]],
    ["0571-8765 4321", ["phone 0571-8765 4321"]],
    ["(021) 6888-8888 转 801", ["phone (021) 6888-8888 转 801"]],
    ["（０２１）６８８８－８８８８", ["phone （０２１）６８８８－８８８８"]],
    ["+86 138 0000 0000 / 13800138000", ["phone +86 138 0000 0000", "phone 13800138000"]],
    ["+1 (415) 555-2671", ["phone +1 (415) 555-2671"]],
    ["举报热线：12315", ["phone 12315"]],
    ["2025-2026 赛季", ["number 2025", "number 2026"]],
    [
      "hello@verbatim.cn · https://verbatim.cn/a?b=1",
      ["email hello@verbatim.cn", "url https://verbatim.cn/a?b=1"],
    ],
    ["见 www.example.com。", ["url www.example.com"]],
    ["¥1,299.00 起", ["price ¥1,299.00"]],
    [
      "NT$1,200 ₩12,000 ₹499 HK$88 S$20",
      ["price NT$1,200", "price ₩12,000", "price ₹499", "price HK$88", "price S$20"],
    ],
    ["9,99 € · 20块 · 1.5万元", ["price 9,99 €", "price 20块", "price 1.5万元"]],
    ["3月8日 8：30", ["date 3月8日", "time 8：30"]],
    ["营业 12:30-14:00，10am", ["time 12:30-14:00", "time 10am"]],
    [
      "2026.11.30 · 12/31/2026 · July 1–15, 2027",
      ["date 2026.11.30", "date 12/31/2026", "date July 1–15, 2027"],
    ],
    ["二〇二六年三月八日", ["date 二〇二六年三月八日"]],
    ["人民路 88 号", ["address 人民路 88 号"]],
    ["第１２届", ["number １２"]],
    ["骨折不打折，三折页，没有数字", []],
  ])("in %s", (text, facts) => {
    expect(factsIn(text).map(({ kind, text }) => `${kind} ${text}`)).toEqual(facts);
  });
});

const digits = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((each) => each.join(""));
const joint = fc.constantFrom("-", " ", "");
const phone = fc.oneof(
  fc
    .tuple(fc.constantFrom("138", "150", "199"), joint, digits(4), digits(4))
    .map(([a, j, b, c]) => `${a}${j}${b}${j}${c}`),
  fc
    .tuple(
      fc.constantFrom("010", "021", "0571"),
      fc.constantFrom("-", " "),
      digits(4),
      joint,
      digits(4),
    )
    .map((parts) => parts.join("")),
  fc
    .tuple(fc.constantFrom("400", "800"), joint, digits(3), joint, digits(4))
    .map((parts) => parts.join("")),
);
const price = fc
  .tuple(
    fc.constantFrom("¥", "￥", "$", "NT$", "HK$", "US$", "€", "£", "₩", "₹"),
    fc.integer({ min: 1, max: 9_999_999 }),
  )
  .map(([sign, amount]) => `${sign}${amount.toLocaleString("en")}`);
const date = fc
  .tuple(
    fc.integer({ min: 2000, max: 2099 }),
    fc.constantFrom(".", "-", "/"),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .map(([year, joint, month, day]) => `${year}${joint}${month}${joint}${day}`);
const words = fc.constantFrom("夏日", "，", "Sale ", "。", " · ", "（", "）", "\n", "起");
const kinds = fc.oneof(
  phone.map((text) => ({ kind: "phone", text })),
  price.map((text) => ({ kind: "price", text })),
  date.map((text) => ({ kind: "date", text })),
);

test("a phone, a price and a date are each one fact, whatever stands around them", () => {
  fc.assert(
    fc.property(kinds, (fact) => {
      for (const text of [`夏日，${fact.text}。`, `起\n${fact.text}`, `Sale · ${fact.text} ·`]) {
        const [only, ...more] = factsIn(text);
        expect({ kind: only?.kind, text: only?.text }).toEqual(fact);
        expect(more).toEqual([]);
      }
    }),
    { numRuns: 1000 },
  );
});

test("every digit belongs to one fact, each where it says, in order", () => {
  const any = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 40 }),
    fc
      .array(
        fc.oneof(
          words,
          kinds.map(({ text }) => text),
        ),
        { maxLength: 8 },
      )
      .map((parts) => parts.join("")),
  );
  fc.assert(
    fc.property(any, (text) => {
      let done = 0;
      let rest = "";
      for (const fact of factsIn(text)) {
        expect(fact.from).toBeGreaterThanOrEqual(done);
        expect(text.slice(fact.from, fact.to)).toBe(fact.text);
        rest += text.slice(done, fact.from);
        done = fact.to;
      }
      expect(rest + text.slice(done)).not.toMatch(/[0-9０-９]/u);
    }),
    { numRuns: 1000 },
  );
});

test.each(["a.", "1", "1,", "+1 ", "0571-", "路", "@a", "1:00-"])(
  "20 000 characters of %j take a moment",
  (part) => {
    const text = part.repeat(Math.ceil(20_000 / part.length));
    const before = process.cpuUsage();
    factsIn(text);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(2000);
  },
);
