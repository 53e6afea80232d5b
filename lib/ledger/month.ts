import { calendarOf, momentOf } from "@/lib/i18n/time-zone";

/** A month of the calendar; months count from 1. */
export interface Month {
  year: number;
  month: number;
}

const firstYear = 2000;
const written = /^(\d{4})-(0[1-9]|1[0-2])$/u;

const numberOf = ({ year, month }: Month) => year * 12 + month - 1;

/** True when `a` ends before `b` begins. */
export const isBefore = (a: Month, b: Month): boolean => numberOf(a) < numberOf(b);

/** The month a moment falls into. */
export function monthOf(at: number, timeZone: string): Month {
  const { year, month } = calendarOf(at, timeZone);
  return { year, month };
}

/** The month somebody asks for as "2026-11"; this month for whatever is none or has not begun. */
export function monthFrom(asked: unknown, now: number, timeZone: string): Month {
  const present = monthOf(now, timeZone);
  const [, year, month] = (typeof asked === "string" && written.exec(asked)) || [];
  const found = { year: Number(year), month: Number(month) };
  const isReal = month !== undefined && found.year >= firstYear && !isBefore(present, found);
  return isReal ? found : present;
}

/** A month as addresses and file names write it: "2026-11". */
export const writeMonth = ({ year, month }: Month): string =>
  `${year}-${String(month).padStart(2, "0")}`;

/** The month so many months later, or earlier. */
export function monthBeside(from: Month, by: number): Month {
  const number = numberOf(from) + by;
  return { year: Math.floor(number / 12), month: (number % 12) + 1 };
}

/** The first moment of each day of a month and that of the next month, epoch ms. */
export function daysOf({ year, month }: Month, timeZone: string): number[] {
  const count = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return Array.from({ length: count + 1 }, (_, day) => momentOf(year, month, day + 1, timeZone));
}
