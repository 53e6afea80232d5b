import fc from "fast-check";
import { expect, test } from "vitest";
import { newLane } from "./lane";

test("tasks begin in order, never more at once than there is room, and all are done", async () => {
  const rooms = fc.integer({ min: 1, max: 5 });
  const tasks = fc.array(fc.record({ turns: fc.nat(4), fails: fc.boolean() }), { maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(rooms, tasks, async (width, wanted) => {
      const run = newLane(width);
      const begun: number[] = [];
      let running = 0;
      const all = wanted.map(({ turns, fails }, index) =>
        run(async () => {
          begun.push(index);
          running += 1;
          expect(running).toBeLessThanOrEqual(width);
          for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
          running -= 1;
          if (fails) throw new Error("task");
        }),
      );
      const ends = (await Promise.allSettled(all)).map(({ status }) => status);
      expect(ends).toEqual(wanted.map(({ fails }) => (fails ? "rejected" : "fulfilled")));
      expect(begun).toEqual(wanted.map((_, index) => index));
    }),
  );
});
