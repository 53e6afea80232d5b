/** The value below which the given share (0 to 1) of the values lies, by nearest rank. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const found = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (found === undefined) throw new Error("a percentile of nothing");
  return found;
}

/** The middle value; of an even number of values the lower of the two. */
export const median = (values: readonly number[]): number => percentile(values, 0.5);

/** Milliseconds as a reader wants them: `6.53 s`, `84 ms`, `9.4 ms`. */
export function formatMs(ms: number): string {
  if (ms >= 1000) return `${(ms / 1000).toFixed(2)} s`;
  return `${ms.toFixed(ms < 20 ? 1 : 0)} ms`;
}
