/** How fast the upstream may be asked at present. Pure: time and chance come from outside. */
export interface Pace {
  /** What the server was configured for. */
  readonly base: { readonly intervalMs: number; readonly inFlight: number };
  /** Least time between two starts, ms. */
  readonly intervalMs: number;
  /** Most requests under way. */
  readonly inFlight: number;
  /** No request starts before; epoch ms. */
  readonly pausedUntil: number;
  /** Refusals for haste since the last picture; those that came together are one. */
  readonly refusals: number;
}

/** However slow, it goes on: one start in so many ms. */
const slowestMs = 8000;
/** What one accepted request wins back of what a refusal took. */
const recovery = 0.7;

/** The pace of a server that has not been refused yet. */
export function steadyPace(startsPerSecond: number, inFlight: number): Pace {
  const base = { intervalMs: 1000 / startsPerSecond, inFlight };
  return { base, ...base, pausedUntil: 0, refusals: 0 };
}

/**
 * After a 429: half as fast, half as many at once, and nobody starts until the wait is over, which
 * `waitMs` knows by the refusals in a row. Those of requests under way together are one refusal.
 */
export function slowed(pace: Pace, now: number, waitMs: (refusals: number) => number): Pace {
  const isSame = now < pace.pausedUntil;
  const refusals = isSame ? Math.max(1, pace.refusals) : pace.refusals + 1;
  const pausedUntil = Math.max(pace.pausedUntil, now + waitMs(refusals));
  if (isSame) return { ...pace, refusals, pausedUntil };
  return {
    base: pace.base,
    intervalMs: Math.max(pace.intervalMs, Math.min(slowestMs, pace.intervalMs * 2)),
    inFlight: Math.max(1, Math.floor(pace.inFlight / 2)),
    pausedUntil,
    refusals,
  };
}

/** After an accepted request: a step back to what was configured. */
export function recovered(pace: Pace): Pace {
  const { base } = pace;
  const excess = (pace.intervalMs - base.intervalMs) * recovery;
  return {
    ...pace,
    // What is left of a hundredth is nothing, else it would take for ever.
    intervalMs: excess < base.intervalMs / 100 ? base.intervalMs : base.intervalMs + excess,
    inFlight: Math.min(base.inFlight, pace.inFlight + 1),
    refusals: 0,
  };
}
