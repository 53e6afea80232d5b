import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Pace, recovered, slowed, steadyPace } from "./pace";

const bases = fc.record({
  startsPerSecond: fc.double({ min: 0.01, max: 1000, noNaN: true }),
  inFlight: fc.integer({ min: 1, max: 64 }),
});
/** What an upstream may say, at moments that only go forward. */
const story = fc.array(
  fc.record({
    isRefused: fc.boolean(),
    afterMs: fc.integer({ min: 0, max: 20_000 }),
    waitMs: fc.integer({ min: 0, max: 15_000 }),
  }),
  { maxLength: 60 },
);

type Steps = { isRefused: boolean; afterMs: number; waitMs: number }[];

function tell(base: { startsPerSecond: number; inFlight: number }, steps: Steps): Pace[] {
  let now = 1_000_000;
  let pace = steadyPace(base.startsPerSecond, base.inFlight);
  const paces = [pace];
  for (const { isRefused, afterMs, waitMs } of steps) {
    now += afterMs;
    pace = isRefused ? slowed(pace, now, () => waitMs) : recovered(pace);
    paces.push(pace);
  }
  return paces;
}

describe("whatever the upstream says", () => {
  test("the pace is never above what was configured, and never stands still", () => {
    fc.assert(
      fc.property(bases, story, (base, steps) => {
        for (const { base: set, intervalMs, inFlight } of tell(base, steps)) {
          expect(set).toEqual({
            intervalMs: 1000 / base.startsPerSecond,
            inFlight: base.inFlight,
          });
          expect(intervalMs).toBeGreaterThanOrEqual(set.intervalMs);
          expect(intervalMs).toBeLessThanOrEqual(Math.max(8000, set.intervalMs));
          expect(Number.isInteger(inFlight)).toBe(true);
          expect(inFlight).toBeGreaterThanOrEqual(1);
          expect(inFlight).toBeLessThanOrEqual(set.inFlight);
        }
      }),
    );
  });

  test("a pause is never cut short", () => {
    fc.assert(
      fc.property(bases, story, (base, steps) => {
        const pauses = tell(base, steps).map(({ pausedUntil }) => pausedUntil);
        expect(pauses).toEqual(pauses.toSorted((a, b) => a - b));
      }),
    );
  });

  test("pictures alone bring everything back, within 70 of them", () => {
    fc.assert(
      fc.property(bases, story, (base, steps) => {
        let pace = tell(base, steps).at(-1) ?? steadyPace(1, 1);
        for (let picture = 0; picture < 70; picture += 1) pace = recovered(pace);
        const { intervalMs, inFlight, refusals } = pace;
        expect({ intervalMs, inFlight, refusals }).toEqual({ ...pace.base, refusals: 0 });
      }),
    );
  });
});

describe("a refusal", () => {
  const start = steadyPace(2, 8);
  const waits = [2000, 5000, 12_000];
  const usual = (refusals: number) => waits[Math.min(refusals, 3) - 1] ?? 0;

  test("halves the pace and keeps everybody waiting", () => {
    expect(slowed(start, 1000, usual)).toMatchObject({
      intervalMs: 1000,
      inFlight: 4,
      pausedUntil: 3000,
    });
  });

  test("of eight requests under way together is one", () => {
    let pace = start;
    for (let refusal = 0; refusal < 8; refusal += 1) pace = slowed(pace, 1000 + refusal, usual);
    expect(pace).toMatchObject({ intervalMs: 1000, inFlight: 4, refusals: 1, pausedUntil: 3007 });
  });

  test("after the pause is another, and waits longer", () => {
    const second = slowed(slowed(start, 1000, usual), 3000, usual);
    expect(second).toMatchObject({ intervalMs: 2000, inFlight: 2, pausedUntil: 8000 });
    const third = slowed(second, 8000, usual);
    expect(third).toMatchObject({ intervalMs: 4000, inFlight: 1, pausedUntil: 20_000 });
  });

  test("of a late one, when a picture came meanwhile, still waits", () => {
    const pace = recovered(slowed(start, 1000, usual));
    expect(slowed(pace, 1500, usual)).toMatchObject({ refusals: 1, pausedUntil: 3500 });
  });
});
