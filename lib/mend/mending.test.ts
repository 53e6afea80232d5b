import { describe, expect, test } from "vitest";
import { beginMending, type MendEvent, mendingAfter } from "./mending";
import { idOf, isPatch } from "./piece";
import type { Erasure, Patch } from "./schema";

const patch = (blockId: string): Patch => ({
  ...{ blockId, text: blockId, direction: "horizontal", lettering: "serif", weight: 400 },
  ...{ size: 40, spacing: 0, colour: "#000000", alignment: "middle", isFromRight: false },
  box: { x: 0, y: 0, width: 100, height: 50 },
  cover: { kind: "none", area: null, plate: "#ffffff" },
});

const played = (events: readonly MendEvent[], ids = ["a", "b", "c"]) =>
  events.reduce(mendingAfter, beginMending(ids.map(patch)));

const erasure = (extraId: string): Erasure => ({
  extraId,
  cover: { kind: "inpaint", area: { x: 0, y: 0, width: 90, height: 20 }, plate: "#ffffff" },
});

const sizeOf = ({ history: { now } }: ReturnType<typeof played>) =>
  now[0] && isPatch(now[0]) ? now[0].size : undefined;

const sized = (size: number, atMs: number, field: string | null = "size a"): MendEvent => ({
  ...{ type: "change", field, atMs },
  piece: { ...patch("a"), size },
});

const idsOf = ({ history }: ReturnType<typeof played>) => history.now.map(idOf);

describe("a mend in the making", () => {
  test("begins with its first patch in hand, or with none", () => {
    expect(played([]).selected).toBe("a");
    expect(played([], []).selected).toBeNull();
  });

  test("takes steps in one field as one, until a pause", () => {
    const steps = [sized(41, 0), sized(42, 400), sized(43, 800), sized(50, 5000)];
    const sizes = (undos: number) =>
      sizeOf(played([...steps, ...Array<MendEvent>(undos).fill({ type: "undo" })]));
    expect([0, 1, 2, 3].map(sizes)).toEqual([50, 43, 40, 40]);
  });

  test("does again what was undone, and forgets it after a new change", () => {
    const undone: MendEvent[] = [sized(60, 0, null), { type: "undo" }];
    expect(sizeOf(played([...undone, { type: "redo" }]))).toBe(60);
    expect(sizeOf(played([...undone, sized(20, 9), { type: "redo" }]))).toBe(20);
  });

  test("goes on with the neighbour of a patch that is taken out, and undo brings it back", () => {
    const out = played([
      { type: "select", id: "b" },
      { type: "remove", id: "b" },
    ]);
    expect([idsOf(out), out.selected]).toEqual([["a", "c"], "c"]);
    expect(idsOf(mendingAfter(out, { type: "undo" }))).toEqual(["a", "b", "c"]);
    const last = played([{ type: "remove", id: "a" }], ["a"]);
    expect([idsOf(last), last.selected]).toEqual([[], null]);
  });

  test("adds a block once only, and takes it in hand", () => {
    const grown = played([{ type: "add", pieces: ["b", "d"].map(patch) }]);
    expect([idsOf(grown), grown.selected]).toEqual([["a", "b", "c", "d"], "d"]);
    expect(played([{ type: "add", pieces: [patch("b")] }]).history.past).toEqual([]);
  });

  test("lets what was added and undone out of the hand", () => {
    const gone = played([{ type: "add", pieces: [patch("d")] }, { type: "undo" }]);
    expect(gone.selected).toBeNull();
  });

  test("takes lines out beside the words, in one past with them", () => {
    const out = played([{ type: "add", pieces: ["extra.0", "extra.1"].map(erasure) }], ["a"]);
    expect([idsOf(out), out.selected]).toEqual([["a", "extra.0", "extra.1"], "extra.0"]);
    const { cover } = erasure("extra.0");
    const plated = { ...erasure("extra.0"), cover: { ...cover, kind: "plate" as const } };
    const changed = mendingAfter(out, { type: "change", piece: plated, field: null, atMs: 0 });
    expect(changed.history.now[1]).toBe(plated);
    const back = mendingAfter(changed, { type: "undo" });
    expect(back.history.now[1]).toEqual(erasure("extra.0"));
    const first = mendingAfter(back, { type: "undo" });
    expect([idsOf(first), first.selected]).toEqual([["a"], null]);
    expect(idsOf(mendingAfter(first, { type: "redo" }))).toEqual(["a", "extra.0", "extra.1"]);
    const left = mendingAfter(out, { type: "remove", id: "extra.0" });
    expect([idsOf(left), left.selected]).toEqual([["a", "extra.1"], "extra.1"]);
  });

  test("keeps a drag out of its past until it is let go", () => {
    const live = played([{ type: "live", piece: { ...patch("a"), size: 99 } }]);
    expect(live.history.past).toEqual([]);
    const dropped = mendingAfter(live, sized(99, 0, null));
    expect([dropped.live, dropped.history.past.length]).toEqual([null, 1]);
  });
});
