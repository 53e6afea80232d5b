import { expect, test } from "vitest";
import { blankPoster, newBlock } from "../blank";
import { applyMend } from "./mend";
import { lintSettings } from "./settings";

const keptOut = (own: string) => ({
  ...blankPoster,
  blocks: [newBlock("b1", "title", "夏日特卖")],
  keepOut: { presets: [], own },
});
const bannedIn = (own: string) =>
  lintSettings(keptOut(own), "").filter(({ rule }) => rule === "bansWords");

test.each([
  "text",
  "(text:1.4)",
  "text:1.4",
  "[text]",
  "((words))",
  "text::2",
  "{letters}",
  "no text",
  "without letters",
  "--no text",
  "any text or letters",
  "text/words",
  "text in the image",
  "无文字",
  "不要文字",
  "不要出现任何文字",
  "（文字和字母）",
])("%s bans the poster's own words, and goes with one press", (term) => {
  const [finding] = bannedIn(`blur, ${term}`);
  expect(finding?.says).toEqual({ term });
  const mended = applyMend(keptOut(`blur, ${term}`), { kind: "dropTerm", term });
  expect(mended.keepOut.own).toBe("blur");
});

test.each([
  "(blurred text:1.4)",
  "garbled words",
  "多余的文字",
  "文字模糊",
  "textured wall",
  "no textiles",
  "bad typography",
])("%s bans none", (term) => expect(bannedIn(term)).toEqual([]));
