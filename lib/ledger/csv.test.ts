import { beforeEach, describe, expect, test } from "vitest";
import { database } from "@/lib/server/db/client";
import { newId } from "@/lib/server/id";
import { freshDatabase } from "@/lib/testing/database";
import { temporaryFolder } from "@/lib/testing/folder";
import { delivered, failed } from "@/lib/testing/money";
import { csvAnswer, writeCsv } from "./csv";
import { correctCharge } from "./store";

process.env.DATA_DIR = temporaryFolder();
beforeEach(freshDatabase);

const at = Date.parse("2026-11-15T12:00:00Z");
const november = { year: 2026, month: 11 };
const headIn = (zone: string) =>
  `\uFEFFtime (${zone}),ordered (${zone}),kind,job,person,model,ratio,reserved_fen,spent_fen,maybe_fen,saved_fen,request,content,modelName,quota,quotaDollar`;

test("one row an entry, with the gateway's own billing line where money was spent", async () => {
  const { job } = await delivered(at);
  const lines = (await writeCsv(november, "UTC")).split("\r\n");
  const times = "2026-11-15 12:00:00,2026-11-15 12:00:00";
  expect(lines).toEqual([
    headIn("UTC"),
    `${times},reserve,${job.id},,qwen-image-plus,1:1,18,0,0,0,,,,,`,
    `${times},settle,${job.id},,qwen-image-plus,1:1,-18,18,0,0,up-1,Image generation: 1 image × ¥0.18 = ¥0.18,qwen-image-plus,12329,0.024658`,
    "",
  ]);
});

test("a correction that found a charge has its billing line too", async () => {
  const job = await failed(at, "unknownOutcome");
  await correctCharge(job.id, true, at + 1);
  const last = (await writeCsv(november, "UTC")).trimEnd().split("\r\n").at(-1);
  expect(last).toContain(",correction,");
  expect(last).toMatch(/,0,18,-18,0,,Image generation: .*,12329,0\.024658$/u);
});

test("an empty month is its heading; a month is the reader's", async () => {
  await delivered(Date.parse("2026-10-31T20:30:00Z"));
  expect(await writeCsv(november, "UTC")).toBe(`${headIn("UTC")}\r\n`);
  expect((await writeCsv(november, "Asia/Shanghai")).split("\r\n")).toHaveLength(4);
});

test("times are the reader's, in the form spreadsheets take for a time, and their zone is named", async () => {
  await delivered(Date.parse("2026-11-15T16:30:05.678Z"));
  const [head, row] = (await writeCsv(november, "Asia/Shanghai")).split("\r\n");
  expect(head).toBe(headIn("Asia/Shanghai"));
  expect(row).toMatch(/^2026-11-16 00:30:05,2026-11-16 00:30:05,reserve,/u);
});

describe("a name cannot do harm", () => {
  const named = async (name: string) => {
    const id = newId();
    const db = await database();
    // Straight into the table: whatever may ever stand there.
    await db.insertInto("person").values({ id, name }).execute();
    await delivered(at, { person_id: id });
    return writeCsv(november, "UTC");
  };

  test.each([
    ["=1+1", "'=1+1"],
    ["+86 10", "'+86 10"],
    ["-2", "'-2"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\tx", "'\tx"],
    ["＝1+1", "'＝1+1"],
    ['=HYPERLINK("http://a","b")', '"\'=HYPERLINK(""http://a"",""b"")"'],
    ['Anna "A", B', '"Anna ""A"", B"'],
    ["two\nlines", '"two\nlines"'],
    ["two\r\nlines", '"two\r\nlines"'],
    ["小王", "小王"],
  ])("%j stands there as %j", async (name, written) => {
    expect(await named(name)).toContain(`,${written},qwen-image-plus,`);
  });

  test("a line break makes no row of its own", async () => {
    const text = await named('x\r\n2026-11-15T12:00:00.000Z,"a",settle');
    // A reader of CSV counts the breaks outside of quotes.
    const outside = text.replaceAll(/"(?:[^"]|"")*"/gu, "");
    expect(outside.split("\r\n")).toHaveLength(4);
  });

  test("a browser without one is known by the end of its id only", async () => {
    const person = "01a20a10-e781-7283-9e68-16d6757cca66";
    await delivered(at, { person_id: person });
    const text = await writeCsv(november, "UTC");
    expect(text).toContain(",··ca66,");
    expect(text).not.toContain(person);
  });
});

test("the answer is a file to keep, never from a cache", async () => {
  const { headers } = await csvAnswer({ year: 2026, month: 3 }, "UTC");
  expect(headers.get("content-type")).toBe("text/csv; charset=utf-8");
  expect(headers.get("content-disposition")).toBe(
    "attachment; filename=verbatim-spend-2026-03.csv",
  );
  expect(headers.get("cache-control")).toBe("no-store");
});
