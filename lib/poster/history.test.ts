import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { blankPoster, newBlock } from "./blank";
import { beginHistory, type History, mostSteps, pauseMs, record, redo, undo } from "./history";
import type { Poster } from "./schema";

const start: Poster = { ...blankPoster, blocks: [newBlock("a", "title"), newBlock("b", "body")] };

/** The poster with another text in one block; all else keeps its identity, as in the studio. */
const typed = (poster: Poster, id: string, text: string): Poster => ({
  ...poster,
  blocks: poster.blocks.map((block) => (block.id === id ? { ...block, text } : block)),
});

type Change = (poster: Poster) => Poster;
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ id: fc.constantFrom("a", "b"), text: fc.string() }).map(
    ({ id, text }): Change =>
      (poster) =>
        typed(poster, id, text),
  ),
  fc.boolean().map(
    (expand): Change =>
      (poster) => ({ ...poster, expand: !expand }),
  ),
  fc.string().map((subject): Change => {
    return (poster) => ({ ...poster, scene: { ...poster.scene, subject } });
  }),
  fc.nat({ max: 1 }).map((at): Change => {
    return (poster) => ({ ...poster, blocks: poster.blocks.filter((_, index) => index !== at) });
  }),
);

/** Every step at its own second, so that nothing is typed on. */
const recordAll = (changes: readonly Change[], apartMs = 2 * pauseMs): History =>
  changes.reduce(
    (history, make, index) => record(history, make(history.now), index * apartMs),
    beginHistory(start),
  );

const repeat = (step: (history: History) => History, history: History, times: number) =>
  Array.from({ length: times }).reduce<History>(step, history);

describe("a history", () => {
  test("undone to its beginning is what it began with, and redone what it was", () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 40 }), fc.nat({ max: 3000 }), (changes, apart) => {
        const end = recordAll(changes, apart);
        const first = repeat(undo, end, end.past.length);
        expect(first.now).toBe(start);
        expect(undo(first)).toBe(first);
        expect(repeat(redo, first, first.future.length)).toMatchObject({
          now: end.now,
          past: end.past,
          future: [],
        });
      }),
    );
  });

  test("takes back one change made after a pause, and puts it back", () => {
    fc.assert(
      fc.property(fc.array(change, { minLength: 1 }), (changes) => {
        const before = recordAll(changes.slice(0, -1));
        const after = recordAll(changes);
        if (after.now === before.now) return;
        expect(undo(after).now).toEqual(before.now);
        expect(redo(undo(after)).now).toBe(after.now);
      }),
    );
  });

  test("forgets what was undone once something else is done", () => {
    const undone = undo(recordAll([(poster) => typed(poster, "a", "x")]));
    expect(undone.future).toHaveLength(1);
    expect(record(undone, typed(undone.now, "a", "y"), 0).future).toEqual([]);
  });

  test("keeps so many steps and no more", () => {
    const many = Array.from({ length: mostSteps + 50 }, (_, index): Change => {
      return (poster) => typed(poster, "a", `${index}`);
    });
    expect(recordAll(many).past).toHaveLength(mostSteps);
  });
});

describe("typing", () => {
  const type = (history: History, texts: readonly string[], id = "a", fromMs = 0) =>
    texts.reduce(
      (so, text, index) => record(so, typed(so.now, id, text), fromMs + index * 100),
      history,
    );

  test("in one field is one step", () => {
    const history = type(beginHistory(start), ["春", "春天", "春天来"]);
    expect(history.past).toEqual([start]);
  });

  test("after a pause is another", () => {
    const history = type(type(beginHistory(start), ["春"]), ["春天"], "a", pauseMs + 1);
    expect(undo(history).now.blocks[0]?.text).toBe("春");
  });

  test("in another field is another", () => {
    const history = type(type(beginHistory(start), ["春"]), ["天"], "b");
    expect(undo(history).now).toEqual(typed(start, "a", "春"));
  });

  test("carries along the readings that follow the text", () => {
    const withReading = (poster: Poster, text: string): Poster => ({
      ...poster,
      blocks: poster.blocks.map((block) =>
        block.id === "a"
          ? { ...block, text, readings: [{ at: 0, character: "行", pinyin: text }] }
          : block,
      ),
    });
    let history = beginHistory(start);
    for (const [index, text] of ["x", "xing"].entries()) {
      history = record(history, withReading(history.now, text), index);
    }
    expect(history.past).toEqual([start]);
  });

  test("after an undo is a step of its own", () => {
    const undone = undo(type(type(beginHistory(start), ["a"]), ["b"], "b"));
    expect(undo(type(undone, ["ab"], "a", 50)).now).toBe(undone.now);
  });

  test("is no choice: two quick presses are two steps", () => {
    const pressed = recordAll(
      [(poster) => ({ ...poster, expand: true }), (poster) => ({ ...poster, watermark: false })],
      10,
    );
    expect(pressed.past).toHaveLength(2);
  });
});
