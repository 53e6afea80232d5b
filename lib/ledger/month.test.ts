import { describe, expect, test } from "vitest";
import { daysOf, isBefore, monthBeside, monthFrom, monthOf, writeMonth } from "./month";

const now = Date.parse("2026-11-29T12:00:00Z");
const present = { year: 2026, month: 11 };

describe("the month asked for", () => {
  test.each([
    ["2026-11", present],
    ["2026-01", { year: 2026, month: 1 }],
    ["2000-12", { year: 2000, month: 12 }],
  ])("%s", (asked, month) => {
    expect(monthFrom(asked, now, "UTC")).toEqual(month);
  });

  test.each([
    undefined,
    null,
    "",
    "2026",
    "2026-13",
    "2026-00",
    "2026-1",
    "2026-11-01",
    "2026-11 ",
    "-2026-11",
    "1999-12",
    "2026-12",
    "9999-01",
    "２０２６-11",
    "<script>",
    202_611,
    ["2026-10"],
  ])("%j is this month", (asked) => {
    expect(monthFrom(asked, now, "UTC")).toEqual(present);
  });

  test("is the reader's: the same moment is December in Kiritimati", () => {
    const late = Date.parse("2026-11-30T10:30:00Z");
    expect(monthFrom("2026-12", late, "UTC")).toEqual(present);
    expect(monthFrom("2026-12", late, "Pacific/Kiritimati")).toEqual({ year: 2026, month: 12 });
    expect(monthOf(late, "Pacific/Kiritimati")).toEqual({ year: 2026, month: 12 });
  });
});

test("months follow each other over the turn of the year", () => {
  expect(monthBeside({ year: 2026, month: 12 }, 1)).toEqual({ year: 2027, month: 1 });
  expect(monthBeside({ year: 2026, month: 1 }, -1)).toEqual({ year: 2025, month: 12 });
  expect(monthBeside(present, -23)).toEqual({ year: 2024, month: 12 });
  expect(isBefore({ year: 2025, month: 12 }, { year: 2026, month: 1 })).toBe(true);
  expect(isBefore(present, present)).toBe(false);
  expect(writeMonth({ year: 2026, month: 3 })).toBe("2026-03");
});

describe("the days of a month", () => {
  test.each([
    [{ year: 2026, month: 2 }, 28],
    [{ year: 2028, month: 2 }, 29],
    [{ year: 2026, month: 11 }, 30],
    [{ year: 2026, month: 12 }, 31],
  ])("%j are %i, and the first of the next", (month, count) => {
    const days = daysOf(month, "Asia/Shanghai");
    expect(days).toHaveLength(count + 1);
    expect(days.at(-1)).toBe(daysOf(monthBeside(month, 1), "Asia/Shanghai")[0]);
  });

  test("have 23 and 25 hours where the clocks change", () => {
    const lengths = (month: number) => {
      const days = daysOf({ year: 2026, month }, "America/New_York");
      const hours = days.slice(1).map((day, index) => (day - (days[index] ?? 0)) / 3_600_000);
      return [...new Set(hours)].toSorted();
    };
    expect(lengths(3)).toEqual([23, 24]);
    expect(lengths(7)).toEqual([24]);
    expect(lengths(11)).toEqual([24, 25]);
  });
});
