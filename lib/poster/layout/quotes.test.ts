import fc from "fast-check";
import { expect, test } from "vitest";
import { letteringIds } from "../choices";
import { faceOf } from "./face";
import { lineOf } from "./measure";
import { wide } from "./quote-forms";
import { markQuotes } from "./quotes";
import { partsOf } from "./run-parts";

/** As one would write it: a mark in brackets is Chinese. */
const shown = (line: string) =>
  markQuotes(line).replaceAll(new RegExp(`([‘’“”])${wide}`, "gu"), "[$1]");

test.each([
  ["Don’t Stop", "Don’t Stop"],
  ["It’s Mother’s Day", "It’s Mother’s Day"],
  ["the ’90s, rock ’n’ roll, James’", "the ’90s, rock ’n’ roll, James’"],
  ["‘Tis the season", "‘Tis the season"],
  ["L’Été d’Aimée", "L’Été d’Aimée"],
  ["Say “Hi” and ‘bye’", "Say “Hi” and ‘bye’"],
  ["说“好”", "说[“]好[”]"],
  ["“新”“奇”", "[“]新[”][“]奇[”]"],
  ["‘好’", "[‘]好[’]"],
  ["“‘新’年”", "[“][‘]新[’]年[”]"],
  ["用“Wi-Fi”上网", "用[“]Wi-Fi[”]上网"],
  ["“Don’t Stop”演唱会", "[“]Don’t Stop[”]演唱会"],
  ["（“Made in China”）", "（[“]Made in China[”]）"],
  ["店Joe’s好", "店Joe’s好"],
  ["老王’s 咖啡", "老王’s 咖啡"],
  ["90’后", "90’后"],
  ["27”显示器", "27”显示器"],
  ["新品 “Hello World” 上市", "新品 “Hello World” 上市"],
  ["”新“", "[”]新[“]"],
  ["他说：“……”", "他说：[“]……[”]"],
  ["no marks, 没有", "no marks, 没有"],
])("%s", (line, expected) => {
  expect(shown(line)).toBe(expected);
});

const pool = [..."‘’“”‘’“”新年，：（）ab9 ,.!-—…é★①★🎉ก"];
const line = fc
  .array(fc.constantFrom(...pool), { minLength: 1, maxLength: 30 })
  .map((characters) => characters.join(""));

test("marking changes nothing but the form, and marking again changes nothing", () => {
  fc.assert(
    fc.property(line, (written) => {
      const marked = markQuotes(written);
      expect(marked.replaceAll(wide, "")).toBe(written);
      if (marked.includes(wide)) expect(markQuotes(marked)).toBe(marked);
    }),
    { numRuns: 1000 },
  );
});

test("the parts of a run fill it without a gap, in the words as they were written", () => {
  fc.assert(
    fc.property(line, fc.constantFrom(...letteringIds), (written, lettering) => {
      const { text, face, width, characters } = lineOf(written, faceOf(lettering, 400));
      const parts = partsOf(text, face);
      if (parts.length === 0) return;
      let [at, before] = [0, 0];
      for (const part of parts) {
        expect(part.at).toBeCloseTo(at, 6);
        expect(part.before).toBe(before);
        at += part.width;
        before += part.characters;
      }
      expect(at).toBeCloseTo(width, 6);
      expect(before).toBe(characters);
      expect(parts.map((part) => part.text).join("")).toBe(written);
    }),
    { numRuns: 1000 },
  );
});
