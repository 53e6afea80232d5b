import { describe, expect, test } from "vitest";
import { explainFailure, isResult, NoAnswer, OtherBuild, readSaid, type Unheard } from "./unheard";

const named = (name: string, message = "") => Object.assign(new Error(message), { name });
const asked = (error: unknown, status: number | null, isOnline = true) =>
  explainFailure(error, { isOnline, probe: async () => status });

describe("why the server was not heard", () => {
  const lost = new TypeError("Failed to fetch");
  const part = named("ChunkLoadError", "Failed to load chunk /_next/static/chunks/1.js");
  const safari = new TypeError("Importing a module script failed.");
  const odd = new Error("An unexpected response was received from the server.");
  const rows: [unknown, number | null, boolean, Unheard][] = [
    [lost, null, false, "offline"],
    [lost, null, true, "serverGone"],
    [lost, 200, true, "unanswered"],
    [named("UnrecognizedActionError"), 200, true, "newVersion"],
    [new OtherBuild(), null, true, "newVersion"],
    [new NoAnswer(null), 200, true, "newVersion"],
    [new NoAnswer(500), null, true, "unanswered"],
    [new NoAnswer(502), null, true, "serverGone"],
    [new NoAnswer(403), null, true, "turnedAway"],
    [part, 200, true, "newVersion"],
    [part, 503, true, "newVersion"],
    [part, null, true, "serverGone"],
    [part, null, false, "offline"],
    [safari, 200, true, "newVersion"],
    [new Error("Not our address.\n不认识这个地址。"), 200, true, "turnedAway"],
    [odd, 403, true, "turnedAway"],
    [odd, 421, true, "turnedAway"],
    [odd, 502, true, "serverGone"],
    [odd, 200, true, "unanswered"],
    ["no error at all", 200, true, "unanswered"],
  ];
  test.each(rows)("%s, a sign of life %s, online %s: %s", async (error, status, online, why) => {
    expect(await asked(error, status, online)).toBe(why);
  });
});

test("what the server says when it turns somebody away is read in both languages", () => {
  expect(readSaid(new Error("Set PUBLIC_URL=x.\n请设置 PUBLIC_URL=x。"))).toEqual({
    en: "Set PUBLIC_URL=x.",
    zh: "请设置 PUBLIC_URL=x。",
  });
  for (const other of ["one line", "two\nlines of English", "三\n行\n字", ""]) {
    expect(readSaid(new Error(other)), other).toBeUndefined();
  }
  expect(readSaid("no error at all")).toBeUndefined();
});

test.each([undefined, null, "", 1, {}, { ok: "yes" }])("%j is no result", (answer) => {
  expect(isResult(answer as never)).toBe(false);
});
