import type { Size } from "@/lib/poster/capability";
import { beginHistory, type History, recordStep, redo, undo } from "@/lib/poster/history";
import type { Hold } from "./adjust";
import { idOf, type Piece } from "./piece";

/** The picture that is mended. */
export interface MendedPicture extends Size {
  id: string;
}

/** A mend in the making. */
export interface Mending {
  history: History<readonly Piece[]>;
  selected: string | null;
  hold: Hold;
  /** A piece on its way under a pointer: not in the history until it is let go. */
  live: Piece | null;
}

export type MendEvent =
  | { type: "select"; id: string | null }
  | { type: "hold"; hold: Hold }
  | { type: "live"; piece: Piece | null }
  | { type: "add"; pieces: readonly Piece[] }
  | { type: "remove"; id: string }
  /** `field` names what is typed or stepped, so that going on is one step to undo. */
  | { type: "change"; piece: Piece; field: string | null; atMs: number }
  | { type: "undo" }
  | { type: "redo" };

export const beginMending = (pieces: readonly Piece[]): Mending => ({
  history: beginHistory(pieces),
  selected: pieces[0] ? idOf(pieces[0]) : null,
  hold: "words",
  live: null,
});

function withHistory(mending: Mending, history: Mending["history"]): Mending {
  const isThere = history.now.some((piece) => idOf(piece) === mending.selected);
  return { ...mending, history, live: null, selected: isThere ? mending.selected : null };
}

function remove(mending: Mending, id: string): Mending {
  const { history } = mending;
  const at = history.now.findIndex((piece) => idOf(piece) === id);
  if (at === -1) return mending;
  const left = history.now.filter((piece) => idOf(piece) !== id);
  const next = withHistory(mending, recordStep(history, left, null, 0));
  // The hand goes on with a neighbour.
  const neighbour = left[at] ?? left[at - 1];
  return { ...next, selected: next.selected ?? (neighbour ? idOf(neighbour) : null) };
}

function add(mending: Mending, pieces: readonly Piece[]): Mending {
  const { history } = mending;
  const known = new Set(history.now.map(idOf));
  const fresh = pieces.filter((piece) => !known.has(idOf(piece)));
  const [first] = fresh;
  if (!first) return mending;
  const grown = recordStep(history, [...history.now, ...fresh], null, 0);
  return { ...mending, history: grown, hold: "words", selected: idOf(first) };
}

/** What an event makes of a mend. Pure. */
export function mendingAfter(mending: Mending, event: MendEvent): Mending {
  const { history } = mending;
  switch (event.type) {
    case "select":
      return { ...mending, selected: event.id, hold: "words", live: null };
    case "hold":
      return { ...mending, hold: event.hold };
    case "live":
      return { ...mending, live: event.piece };
    case "add":
      return add(mending, event.pieces);
    case "remove":
      return remove(mending, event.id);
    case "change": {
      const { piece, field, atMs } = event;
      const now = history.now.map((each) => (idOf(each) === idOf(piece) ? piece : each));
      return { ...mending, live: null, history: recordStep(history, now, field, atMs) };
    }
    case "undo":
      return withHistory(mending, undo(history));
    case "redo":
      return withHistory(mending, redo(history));
  }
}
