import { describe, expect, test } from "vitest";
import { startOfDay, timeZoneFrom } from "./time-zone";

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
