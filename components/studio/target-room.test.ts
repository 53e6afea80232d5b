import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findTargetRooms } from "./target-room";

const box = (x: number, y: number, width: number, height: number) => ({ x, y, width, height });
const title = box(20, 10, 60, 20);

describe("what is too small for a finger", () => {
  test("grows to both sides where nothing is near", () => {
    expect(findTargetRooms([title])).toEqual([{ across: 0, down: 0, rank: 0 }]);
  });

  test("grows away from the line above it, and from the line below", () => {
    const under = box(30, 31, 40, 8);
    const lowest = box(30, 60, 40, 8);
    const [first, second, third] = findTargetRooms([title, under, lowest]);
    expect([first?.down, second?.down, third?.down]).toEqual([-1, 1, 1]);
  });

  test("grows away from the column beside it", () => {
    const [left, right] = findTargetRooms([box(10, 10, 8, 80), box(20, 10, 8, 80)]);
    expect([left?.across, right?.across]).toEqual([-1, 1]);
  });

  test("grows over a long text rather than over another small one", () => {
    const text = box(10, 10, 80, 76);
    const rooms = findTargetRooms([text, box(30, 88, 40, 2), box(30, 95, 40, 2)]);
    expect(rooms.map(({ down, rank }) => [down, rank])).toEqual([
      [-1, 0],
      [-1, 1],
      [1, 1],
    ]);
  });

  test("looks only at what stands in its way", () => {
    const far = box(90, 31, 8, 8);
    expect(findTargetRooms([title, far])[0]?.down).toBe(0);
  });
});

test("of any two boxes the smaller lies on top", () => {
  const side = fc.integer({ min: 1, max: 100 });
  const boxes = fc.array(fc.tuple(side, side, side, side), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(boxes, (given) => {
      const all = given.map((each) => box(...each));
      const rooms = findTargetRooms(all);
      for (const [at, one] of all.entries())
        for (const [beside, other] of all.entries())
          if (one.width * one.height > other.width * other.height)
            expect(rooms[beside]?.rank).toBeGreaterThan(rooms[at]?.rank ?? Number.NaN);
    }),
  );
});
