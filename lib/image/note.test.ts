import { expect, test } from "vitest";
import { aPoster } from "@/lib/testing/jobs";
import { aJotting } from "@/lib/testing/notes";
import { readNote, writeNote } from "./note";

const poster = aPoster({ handPrompt: "“手写”\n第二行" });
const jotting = aJotting(poster);

test("a note is read as it was written", () => {
  expect(readNote(writeNote(jotting))).toEqual({ ...jotting, poster });
});

test("a poster of an earlier version is brought up to today's", () => {
  const { bare: _, ...rest } = poster;
  const old = { ...jotting, poster: JSON.stringify({ ...rest, version: 2 }) };
  expect(readNote(writeNote(old))?.poster).toEqual(poster);
});

test.each([
  "",
  "{",
  "[]",
  writeNote({ ...jotting, poster: "{" }),
  writeNote({ ...jotting, costFen: -1 }),
  writeNote(jotting).replace('"version":1', '"version":2'),
])("what is no note is none: %#", (written) => {
  expect(readNote(written)).toBeUndefined();
});
