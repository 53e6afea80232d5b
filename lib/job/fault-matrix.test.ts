import { afterAll, describe, expect, test } from "vitest";
import { CATALOGUE } from "@/e2e/fake-upstream/catalogue";
import { en } from "@/lib/i18n/en";
import { zh } from "@/lib/i18n/zh";
import { database } from "@/lib/server/db/client";
import {
  faultRows,
  giveUpRows,
  hasteRows,
  networkRows,
  silentRows,
} from "@/lib/testing/fault-rows";
import { expectOutcome, faultTable, runFaults } from "@/lib/testing/faults";
import { temporaryFolder } from "@/lib/testing/folder";
import { fakeKey, fakeUpstream, upstreamEnv } from "@/lib/testing/upstream";
import { startWorker, stopWorker } from "./worker";

const fake = await fakeUpstream();
Object.assign(process.env, upstreamEnv(fake), {
  DATA_DIR: temporaryFolder(),
  // All at once, but not in one moment: upstream, bucket and worker share this process.
  UPSTREAM_STARTS_PER_SECOND: "40",
  UPSTREAM_IN_FLIGHT: "64",
});
await startWorker();
const outcomes = await runFaults(faultRows, fake.control.log);
console.log(faultTable("fault matrix", outcomes));
afterAll(() => stopWorker(10_000));

test("the matrix has every row of the catalogue and every form of success", () => {
  const named = [...faultRows, ...hasteRows].map(({ scenario }) => scenario);
  const forms = ["v1", "v2", "v2old", "v3", "v3prefix", "v3bare", "v4", "v4async"];
  const wanted = [...Object.keys(CATALOGUE).map((key) => `e${key}`), ...forms];
  expect(wanted.filter((scenario) => !named.includes(scenario))).toEqual([]);
});

describe("each behaviour of the upstream ends as the contract says", () => {
  test.each(outcomes.map((outcome) => [outcome.scenario, outcome.ratio, outcome] as const))(
    "%s at %s",
    (_scenario, _ratio, outcome) => expectOutcome(outcome),
  );
});

test.each([
  ["en", en.failures],
  ["zh", zh.failures],
] as const)("every failure has a sentence of its own in %s", (_language, sentences) => {
  const rows = [...faultRows, ...giveUpRows, ...silentRows, ...networkRows];
  const kinds = rows.flatMap(({ failure }) => failure ?? []);
  const said = [...new Set(kinds)].map((kind) => sentences[kind]);
  expect(said.filter((sentence) => !/\p{L}{2}.*[.。]$/su.test(sentence ?? ""))).toEqual([]);
  expect(new Set(said).size).toBe(said.length);
});

test("no row shows a key or a part of one", async () => {
  const db = await database();
  const rows = await db.selectFrom("job").select("failure_detail").execute();
  const details = JSON.stringify(rows);
  expect(details).toContain("Input data may contain");
  expect(details).not.toContain(fakeKey);
  expect(details).not.toMatch(/sk-|xyz/u);
});

test("pictures of other pixels are kept with their true ones", async () => {
  const pixelsOf = async (scenario: string, ratio: string) => {
    const jobs = outcomes.filter((each) => each.scenario === scenario && each.ratio === ratio);
    const db = await database();
    return db
      .selectFrom("image")
      .select(["width", "height", "format"])
      .where("job_id", "=", jobs[0]?.jobId ?? "")
      .executeTakeFirst();
  };
  expect(await pixelsOf("badsize", "3:4")).toEqual({ width: 1104, height: 1472, format: "png" });
  expect(await pixelsOf("badsize", "4:3")).toEqual({ width: 1472, height: 1104, format: "png" });
  expect(await pixelsOf("tinypng", "1:1")).toEqual({ width: 64, height: 48, format: "png" });
  expect(await pixelsOf("jpeg", "1:1")).toEqual({ width: 1328, height: 1328, format: "jpeg" });
});
