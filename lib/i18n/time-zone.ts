const fallback = "UTC";

/** A time zone name the runtime knows, else UTC. */
export function timeZoneFrom(name: string | undefined): string {
  if (name === undefined) return fallback;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return fallback;
  }
}

/** Making one takes longer than all the reckoning here; there are as many as zones, some hundreds. */
const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const clock = new Intl.DateTimeFormat("en", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  clocks.set(timeZone, clock);
  return clock;
}

/** What calendar and clock on the reader's wall say, as if they stood in UTC; epoch ms, whole seconds. */
function wallOf(at: number, timeZone: string): number {
  const parts = clockOf(timeZone).formatToParts(at);
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value ?? 0);
  return Date.UTC(of("year"), of("month") - 1, of("day"), of("hour"), of("minute"), of("second"));
}

const dayMs = 86_400_000;

/**
 * The first moment of a calendar day, epoch ms. Months and days may run over, as in Date.UTC. Where
 * the clocks change at midnight the day begins later than 0:00, or at the earlier of two.
 */
export function momentOf(year: number, month: number, day: number, timeZone: string): number {
  const wall = Date.UTC(year, month - 1, day);
  const under = (near: number) => wall - (wallOf(near, timeZone) - near);
  const [before, after] = [under(wall - dayMs), under(wall + dayMs)];
  const isMidnight = (at: number) => wallOf(at, timeZone) === wall;
  return isMidnight(after) && !isMidnight(before) ? after : before;
}

/** The day of the calendar on the reader's wall; months count from 1. */
export function calendarOf(
  at: number,
  timeZone: string,
): { year: number; month: number; day: number } {
  const wall = new Date(wallOf(at, timeZone));
  return { year: wall.getUTCFullYear(), month: wall.getUTCMonth() + 1, day: wall.getUTCDate() };
}

/** The reader's last midnight, epoch ms. */
export function startOfDay(now: number, timeZone: string): number {
  const { year, month, day } = calendarOf(now, timeZone);
  return momentOf(year, month, day, timeZone);
}

/** The first moment of the reader's month, epoch ms. */
export function startOfMonth(now: number, timeZone: string): number {
  const { year, month } = calendarOf(now, timeZone);
  return momentOf(year, month, 1, timeZone);
}
