import { expect, test } from "vitest";
import { newBlock } from "@/lib/poster/blank";
import { loadTables } from "@/lib/poster/lint/tables";
import { reading, readLine } from "@/lib/testing/reading";
import { proofOf } from "./proof";
import { spacedMarks } from "./spaces";

const { simplified } = await loadTables();

const shown = (wanted: string, read: string) => {
  const blocks = [{ ...newBlock("a", "title", wanted), lettering: "sans" as const }];
  const [block] = proofOf({ blocks }, reading([readLine(read)]), simplified).blocks;
  return spacedMarks(block?.marks ?? [], wanted)
    .map(({ before, mark }) => before + (mark.wanted ?? `+${mark.read}`))
    .join("");
};

test.each([
  ["50% off site-wide", "50%offsite-wide", "50% off site-wide"],
  ["新品 NEW\n上架…", "新品NEW上架…", "新品 NEW\n上架..."],
  ["买一 送一", "买一一送一", "买+一一 送一"],
])("%j read as %j keeps its spaces", (wanted, read, expected) => {
  expect(shown(wanted, read)).toBe(expected);
});
