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

function sinceMidnight(now: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat("en", {
    timeZone,
    hourCycle: "h23",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  }).formatToParts(now);
  const at = (type: string) => Number(parts.find((part) => part.type === type)?.value ?? 0);
  return ((at("hour") * 60 + at("minute")) * 60 + at("second")) * 1000 + (now % 1000);
}

/** The reader's last midnight, epoch ms. On a day the clocks change it may be an hour off. */
export function startOfDay(now: number, timeZone: string): number {
  return now - sinceMidnight(now, timeZone);
}

/** The first moment of the reader's month, epoch ms. */
export function startOfMonth(now: number, timeZone: string): number {
  const day = new Intl.DateTimeFormat("en", { timeZone, day: "numeric" }).format(now);
  const today = startOfDay(now, timeZone);
  // Counted back in whole days and set to midnight again: a change of clocks may lie between.
  return startOfDay(today - (Number(day) - 1) * 86_400_000 + 43_200_000, timeZone);
}
