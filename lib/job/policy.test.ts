import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { en } from "@/lib/i18n/en";
import { billedOf, waitBeforeRetry } from "./policy";
import type { FailureKind } from "./schema";

const kinds = Object.keys(en.failures) as FailureKind[];
const charged = kinds.filter((kind) => billedOf(kind) === "maybe");

test("what may have been charged is never repeated by the worker", () => {
  expect(charged).toEqual([
    "gateway",
    "unknownOutcome",
    "givenUp",
    "emptyResult",
    "answerTooLarge",
  ]);
  const circumstances = fc.record(
    { retryAfterMs: fc.option(fc.nat()), repeatsCharged: fc.constant(false) },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...charged),
      fc.integer({ min: 1, max: 20 }),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      circumstances,
      (kind, attempts, chance, told) => waitBeforeRetry(kind, attempts, chance, told) === undefined,
    ),
  );
});

describe("where the server's owner allows it", () => {
  const waits = (kind: FailureKind) =>
    [1, 2, 3].map((attempts) => waitBeforeRetry(kind, attempts, 0.5, { repeatsCharged: true }));

  test("an error that nobody knows is repeated once", () => {
    expect(waits("gateway")).toEqual([2000, undefined, undefined]);
  });

  test.each(charged.filter((kind) => kind !== "gateway"))("%s is not, all the same", (kind) => {
    expect(waits(kind)).toEqual([undefined, undefined, undefined]);
  });

  test("what is certainly free is repeated as ever", () => {
    expect(waits("busy")).toEqual([2000, 5000, undefined]);
  });
});
