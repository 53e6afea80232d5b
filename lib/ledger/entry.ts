import type { Amounts, EntryKind } from "./schema";

/** No money moved. */
export const nothing: Amounts = { reservedFen: 0, spentFen: 0, maybeFen: 0, savedFen: 0 };

/** What each kind of entry does with a price; fen. A correction says whether the price was taken. */
const moves: Record<Exclude<EntryKind, "correction">, (fen: number) => Partial<Amounts>> = {
  reserve: (fen) => ({ reservedFen: fen }),
  settle: (fen) => ({ reservedFen: -fen, spentFen: fen }),
  release: (fen) => ({ reservedFen: -fen }),
  maybeCharged: (fen) => ({ reservedFen: -fen, maybeFen: fen }),
  fromCache: (fen) => ({ reservedFen: -fen, savedFen: fen }),
};

/** The amounts of an entry of a kind for a price. */
export function amountsOf(kind: Exclude<EntryKind, "correction">, fen: number): Amounts {
  return { ...nothing, ...moves[kind](fen) };
}

/** The amounts that put "may have been charged" right, once somebody has looked at the bill. */
export function correctionOf(maybeFen: number, wasCharged: boolean): Amounts {
  return { ...nothing, maybeFen: -maybeFen, spentFen: wasCharged ? maybeFen : 0 };
}

/** What weighs on a budget: money gone, money possibly gone, and money promised. */
export const committedFen = ({ reservedFen, spentFen, maybeFen }: Amounts): number =>
  reservedFen + spentFen + maybeFen;
