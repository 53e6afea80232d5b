import fc from "fast-check";
import { expect, test } from "vitest";
import { ungarbled } from "./garbled";
import { countUnseen, withoutUnseen } from "./unseen";

const unseen = fc.constantFrom(
  ..."\u00ad\u034f\u115f\u200b\u200c\u200d\u200e\u200f\u202a\u202e\u2060\u2066\u2069\ufeff\ufffc\u3164\ufe0f\u{e0041}\u00a0\u2003\u2028\u2029",
);

test("whatever unseen stands between Chinese words is noted, and one press leaves the words", () => {
  fc.assert(
    fc.property(fc.array(unseen, { minLength: 1, maxLength: 6 }), (marks) => {
      const text = `新年${marks.join("")}快乐`;
      expect(countUnseen(text).unseen).toBeGreaterThan(0);
      expect(withoutUnseen(text)).toMatch(/^新年[ \n]*快乐$/u);
      expect(countUnseen(withoutUnseen(text)).unseen).toBe(0);
    }),
  );
});

test("any text loses nothing one can see", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const seen = (each: string) =>
        each.replaceAll(/[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}]/gu, "");
      expect(seen(withoutUnseen(text))).toBe(seen(text));
    }),
  );
});

test.each([
  "می\u200cخواهم",
  "क्\u200dष",
  "שלום\u200f!",
  "葛\u{e0100}城",
  "1\ufe0f\u20e3 ☀\ufe0f",
  "🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}",
  "👩🏽\u200d🚀 👨\u200d👩\u200d👧 ❤\ufe0f",
  "全角\u3000空格",
])("marks that a script or an emoji needs are none: %j", (text) => {
  expect(countUnseen(text)).toEqual({ unseen: 0, lost: 0 });
});

test("a lost character is not taken for one nobody sees, and stays", () => {
  expect(countUnseen("新年\ufffd快乐")).toEqual({ unseen: 0, lost: 1 });
  expect(withoutUnseen("新\u200b年\ufffd")).toBe("新年\ufffd");
});

test("text read as Windows-1252 by mistake comes back, whatever it was", () => {
  const windows = new TextDecoder("windows-1252");
  const unit = fc.constantFrom(..."中文夏日特惠é’—…ü€“🎉a b1");
  fc.assert(
    fc.property(fc.string({ unit, minLength: 1, maxLength: 20 }), (text) => {
      expect(ungarbled(windows.decode(new TextEncoder().encode(text)))).toBe(text);
    }),
  );
});

test.each([
  ["A&amp;B&nbsp;&#39;25", "A&B '25"],
  ["\\u4e2d\\u6587", "中文"],
  ["&unknown; &#xd800;", "&unknown; &#xd800;"],
])("%s says %s", (text, meant) => expect(ungarbled(text)).toBe(meant));

test.each(["“IRMÃ”", "Übergröße «Ärger»", "Ça va, São José", "AT&T; R&D", "naïve café", "a\\user"])(
  "letters with accents are letters: %s",
  (text) => expect(ungarbled(text)).toBe(text),
);
