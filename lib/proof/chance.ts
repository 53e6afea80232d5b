/** Chance that at least one of k pictures is exact, when each is with chance p: 1 − (1 − p)^k. */
export const successAt = (k: number, p: number): number => 1 - (1 - p) ** k;

/** Pictures it takes on average until one is exact or `most` are made: the sum of (1 − p)^k below it. */
export const expectedPictures = (most: number, p: number): number =>
  p === 0 ? most : successAt(most, p) / p;

/** Pictures below which a rate says too little to go by. */
export const leastPictures = 20;

/** How many of the pictures read were exact. */
export interface Rate {
  exact: number;
  read: number;
}

/** The share of exact pictures; undefined while there are too few to tell. */
export const rateOf = ({ exact, read }: Rate): number | undefined =>
  read < leastPictures ? undefined : exact / read;
