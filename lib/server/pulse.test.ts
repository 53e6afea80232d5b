import { describe, expect, test } from "vitest";
import { beat, nextBeat, nextTurn, revision } from "./pulse";

const never = new AbortController().signal;
const long = 3_600_000;

/** True when the wait is over by itself once everything ready has run. */
async function isOver(wait: Promise<void>): Promise<boolean> {
  let over = false;
  void wait.then(() => {
    over = true;
  });
  await new Promise(setImmediate);
  return over;
}

test("the revision changes with every beat, and only then", () => {
  const seen = [revision()];
  expect(revision()).toBe(seen[0]);
  for (let beats = 0; beats < 3; beats += 1) {
    beat();
    seen.push(revision());
  }
  expect(new Set(seen).size).toBe(4);
});

describe("waiting", () => {
  test("ends for everyone at the next beat", async () => {
    const waits = Array.from({ length: 5 }, () => nextBeat(revision(), long, never));
    expect(await Promise.all(waits.map(isOver))).toEqual(Array(5).fill(false));
    beat();
    await Promise.all(waits);
  });

  test("is no waiting for who has missed a beat", async () => {
    const seen = revision();
    beat();
    expect(await isOver(nextBeat(seen, long, never))).toBe(true);
  });

  test.each(["", "0", "another-boot.7", "\u0000"])(
    "is no waiting with a revision this server never gave: %j",
    async (seen) => {
      expect(await isOver(nextBeat(seen, long, never))).toBe(true);
    },
  );

  test("ends at the time limit", async () => {
    const seen = revision();
    await nextBeat(seen, 5, never);
    expect(revision()).toBe(seen);
  });

  test("ends when the asker goes away, and for the others it goes on", async () => {
    const leaving = new AbortController();
    const gone = nextBeat(revision(), long, leaving.signal);
    const stays = nextBeat(revision(), long, never);
    leaving.abort();
    await gone;
    expect(await isOver(stays)).toBe(false);
    expect(await isOver(nextBeat(revision(), long, leaving.signal)), "gone already").toBe(true);
    beat();
    await stays;
  });

  test("begun inside a beat waits for the one after", async () => {
    const first = nextBeat(revision(), long, never);
    const second = first.then(() => nextBeat(revision(), long, never));
    beat();
    await first;
    expect(await isOver(second)).toBe(false);
    beat();
    await second;
  });
});

describe("a watcher's turn", () => {
  test("comes at once in quiet times, for all who are told of the same", async () => {
    await nextTurn();
    expect(await isOver(nextTurn())).toBe(true);
    expect(await isOver(nextTurn())).toBe(true);
  });

  test("comes for all together while changes come one upon the other", async () => {
    beat();
    await nextTurn();
    beat();
    const early = Array.from({ length: 30 }, () => nextTurn());
    expect(await isOver(early[0] ?? Promise.resolve())).toBe(false);
    beat();
    const late = nextTurn();
    await Promise.all([...early, late]);
    expect(late, "one turn, not two").toBe(early[0]);
    expect(await isOver(nextTurn())).toBe(true);
  });
});
