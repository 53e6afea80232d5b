import { describe, expect, test } from "vitest";
import { proofBy, proofByLines, sansTitle } from "@/lib/testing/proofs";
import { readLine } from "@/lib/testing/reading";
import { lettersPainted, recordsOf } from "./letters";

const title = sansTitle("新年快乐");

describe("the characters a picture tells of", () => {
  test("are all of them, each time they stand there, where it is exact; Chinese ones only", async () => {
    const block = sansTitle("年年有余 2026 A。");
    const proof = await proofBy([block], "年年有余2026A。");
    expect(lettersPainted(proof, {})).toEqual({ right: "年年有余", wrong: "" });
  });

  test("are right and wrong ones where one was painted wrong, or is missing", async () => {
    const slip = await proofBy([title], "新年快东");
    expect(lettersPainted(slip, {})).toEqual({ right: "新年快", wrong: "乐" });
    const short = await proofBy([title], "新年乐");
    expect(lettersPainted(short, {})).toEqual({ right: "新年乐", wrong: "快" });
  });

  test("are none where the machine may err: calligraphy, or a line it did not find", async () => {
    const brush = await proofBy([sansTitle("新年快乐", "title", "brush")], "新年快东");
    expect(lettersPainted(brush, {})).toEqual({ right: "", wrong: "" });
    expect(lettersPainted(await proofBy([title]), {})).toEqual({ right: "", wrong: "" });
  });

  test("are none where it only doubts", async () => {
    const proof = await proofByLines([title], [readLine("新年快乐", { confidence: 0.5 })]);
    expect(lettersPainted(proof, {})).toEqual({ right: "", wrong: "" });
  });

  test("go by a person's word first", async () => {
    const slip = await proofBy([title], "新年快东");
    expect(lettersPainted(slip, { title: "right" })).toEqual({ right: "新年快乐", wrong: "" });
    expect(lettersPainted(slip, { title: "wrong" })).toEqual({ right: "新年快", wrong: "乐" });
    const brush = await proofBy([sansTitle("新年快乐", "title", "brush")], "新年快东");
    expect(lettersPainted(brush, { title: "right" })).toEqual({ right: "新年快乐", wrong: "" });
  });

  test("are none where a person calls wrong what the machine takes for exact: which, nobody said", async () => {
    const exact = await proofBy([title], "新年快乐");
    expect(lettersPainted(exact, { title: "wrong" })).toEqual({ right: "", wrong: "" });
  });
});

test("records add up over pictures", () => {
  const pictures = [
    { right: "新新年", wrong: "𰻝" },
    { right: "", wrong: "新" },
    { right: null, wrong: null },
  ];
  expect(Object.fromEntries(recordsOf(pictures))).toEqual({
    ...{ 新: { painted: 3, right: 2 }, 年: { painted: 1, right: 1 } },
    ...{ 𰻝: { painted: 1, right: 0 } },
  });
});
