/** How often this studio has had a character painted, and how often it came out right. */
export interface PaintedRecord {
  painted: number;
  right: number;
}

/** What this studio has learnt, by character; others have not been painted often enough to tell. */
export type Records = ReadonlyMap<string, PaintedRecord>;

/** Paintings below which a record says too little to go by. */
const leastPaintings = 5;
const wellShare = 0.9;
const badlyShare = 0.6;

/** True when a character comes out so well here that no table need warn of it. */
export const isPaintedWell = ({ painted, right }: PaintedRecord): boolean =>
  painted >= leastPaintings && right >= painted * wellShare;

/** True when a character comes out so badly here that it is worth a warning, however common it is. */
export const isPaintedBadly = ({ painted, right }: PaintedRecord): boolean =>
  painted >= leastPaintings && right < painted * badlyShare;
