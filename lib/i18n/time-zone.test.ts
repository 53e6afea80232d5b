import { describe, expect, test } from "vitest";
import { calendarOf, momentOf, startOfDay, startOfMonth, timeZoneFrom } from "./time-zone";

describe("the zone of a reader", () => {
  test.each(["Asia/Shanghai", "America/New_York", "Asia/Kathmandu", "UTC"])(
    "%s is known",
    (name) => {
      expect(new Date(0).toLocaleString("en", { timeZone: timeZoneFrom(name) })).toBe(
        new Date(0).toLocaleString("en", { timeZone: name }),
      );
    },
  );

  test.each([undefined, "", "Mars/Olympus", "../../etc/localtime", "<script>", "\u0000"])(
    "%j is UTC",
    (name) => {
      expect(timeZoneFrom(name)).toBe("UTC");
    },
  );
});

describe("the reader's day begins", () => {
  test.each([
    ["UTC", "2026-06-15T12:34:56.789Z", "2026-06-15T00:00:00.000Z"],
    ["Asia/Shanghai", "2026-06-15T12:34:56.789Z", "2026-06-14T16:00:00.000Z"],
    ["Asia/Shanghai", "2026-06-15T16:00:00.000Z", "2026-06-15T16:00:00.000Z"],
    ["Asia/Shanghai", "2026-06-15T15:59:59.999Z", "2026-06-14T16:00:00.000Z"],
    ["Asia/Kathmandu", "2026-06-15T18:14:59.999Z", "2026-06-14T18:15:00.000Z"],
    ["Asia/Kathmandu", "2026-06-15T18:15:00.001Z", "2026-06-15T18:15:00.000Z"],
    ["America/New_York", "2026-01-01T03:00:00.500Z", "2025-12-31T05:00:00.000Z"],
    ["America/New_York", "2026-07-01T03:00:00.000Z", "2026-06-30T04:00:00.000Z"],
    ["Pacific/Kiritimati", "2026-12-31T10:00:00.000Z", "2026-12-31T10:00:00.000Z"],
    ["Pacific/Niue", "2027-01-01T10:59:59.000Z", "2026-12-31T11:00:00.000Z"],
    // After the clocks went forward, and back, at two in the morning.
    ["America/New_York", "2026-03-08T16:00:00.000Z", "2026-03-08T05:00:00.000Z"],
    ["America/New_York", "2026-11-01T17:00:00.000Z", "2026-11-01T04:00:00.000Z"],
    // Forward at midnight itself: that day has no 0:00.
    ["America/Santiago", "2026-09-06T15:00:00.000Z", "2026-09-06T04:00:00.000Z"],
    // Back at midnight: the last hour of the day before comes twice, then the day begins.
    ["America/Santiago", "2026-04-05T15:00:00.000Z", "2026-04-05T04:00:00.000Z"],
    // Back at one: 0:00 comes twice, and the day begins with the first.
    ["America/Havana", "2026-11-01T15:00:00.000Z", "2026-11-01T04:00:00.000Z"],
  ])("in %s at %s with %s", (timeZone, at, midnight) => {
    expect(new Date(startOfDay(Date.parse(at), timeZone)).toISOString()).toBe(midnight);
  });

  test("never in the future, and never more than 25 hours ago, all the year round", () => {
    for (const timeZone of ["Asia/Shanghai", "America/New_York", "Australia/Lord_Howe"]) {
      for (let at = Date.UTC(2026, 0, 1); at < Date.UTC(2027, 0, 1); at += 50_123_456) {
        const past = at - startOfDay(at, timeZone);
        expect(past).toBeGreaterThanOrEqual(0);
        expect(past).toBeLessThan(25 * 3_600_000);
      }
    }
  });
});

const zones = [
  "UTC",
  "Asia/Shanghai",
  "Asia/Kathmandu",
  "America/New_York",
  "America/Santiago",
  "Australia/Lord_Howe",
  "Pacific/Kiritimati",
  "Pacific/Niue",
];

describe("the reader's month begins", () => {
  test.each([
    ["UTC", "2026-11-30T23:59:59.999Z", "2026-11-01T00:00:00.000Z"],
    ["UTC", "2026-11-01T00:00:00.000Z", "2026-11-01T00:00:00.000Z"],
    ["Asia/Shanghai", "2026-10-31T15:59:59.999Z", "2026-09-30T16:00:00.000Z"],
    ["Asia/Shanghai", "2026-10-31T16:00:00.000Z", "2026-10-31T16:00:00.000Z"],
    ["Asia/Kathmandu", "2026-03-15T12:00:00.000Z", "2026-02-28T18:15:00.000Z"],
    ["America/New_York", "2026-03-20T12:00:00.000Z", "2026-03-01T05:00:00.000Z"],
    // The first of November is the day the clocks go back.
    ["America/New_York", "2026-11-20T12:00:00.000Z", "2026-11-01T04:00:00.000Z"],
    ["Pacific/Kiritimati", "2026-12-31T10:00:00.000Z", "2026-12-31T10:00:00.000Z"],
    ["Pacific/Niue", "2027-01-01T10:59:59.000Z", "2026-12-01T11:00:00.000Z"],
    ["Asia/Shanghai", "2028-02-29T15:00:00.000Z", "2028-01-31T16:00:00.000Z"],
  ])("in %s at %s with %s", (timeZone, at, first) => {
    expect(new Date(startOfMonth(Date.parse(at), timeZone)).toISOString()).toBe(first);
  });

  test.each(zones)(
    "in %s on a first day, and a millisecond earlier it is another month",
    (zone) => {
      for (let month = 1; month <= 12; month += 1) {
        const start = momentOf(2026, month, 1, zone);
        expect(calendarOf(start, zone)).toEqual({ year: 2026, month, day: 1 });
        expect(calendarOf(start - 1, zone).month).toBe(month === 1 ? 12 : month - 1);
        expect(startOfMonth(start, zone)).toBe(start);
        expect(startOfMonth(start + 20 * 86_400_000, zone)).toBe(start);
      }
    },
  );
});

test.each(zones)("every day of a year begins once, in order: %s", (zone) => {
  for (let day = 1; day <= 365; day += 1) {
    const start = momentOf(2026, 1, day, zone);
    expect(startOfDay(start, zone)).toBe(start);
    expect(startOfDay(start - 1, zone)).toBe(momentOf(2026, 1, day - 1, zone));
  }
});
