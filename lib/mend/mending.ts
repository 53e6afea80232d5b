import type { Size } from "@/lib/poster/capability";
import { beginHistory, type History, recordStep, redo, undo } from "@/lib/poster/history";
import type { Hold } from "./adjust";
import type { Patch } from "./schema";

/** The picture that is mended. */
export interface MendedPicture extends Size {
  id: string;
}

/** A mend in the making. */
export interface Mending {
  history: History<readonly Patch[]>;
  selected: string | null;
  hold: Hold;
  /** A patch on its way under a pointer: not in the history until it is let go. */
  live: Patch | null;
}

export type MendEvent =
  | { type: "select"; id: string | null }
  | { type: "hold"; hold: Hold }
  | { type: "live"; patch: Patch | null }
  | { type: "add"; patches: readonly Patch[] }
  | { type: "remove"; id: string }
  /** `field` names what is typed or stepped, so that going on is one step to undo. */
  | { type: "change"; patch: Patch; field: string | null; atMs: number }
  | { type: "undo" }
  | { type: "redo" };

export const beginMending = (patches: readonly Patch[]): Mending => ({
  history: beginHistory(patches),
  selected: patches[0]?.blockId ?? null,
  hold: "words",
  live: null,
});

function withHistory(mending: Mending, history: Mending["history"]): Mending {
  const isThere = history.now.some(({ blockId }) => blockId === mending.selected);
  return { ...mending, history, live: null, selected: isThere ? mending.selected : null };
}

function remove(mending: Mending, id: string): Mending {
  const { history } = mending;
  const at = history.now.findIndex(({ blockId }) => blockId === id);
  if (at === -1) return mending;
  const left = history.now.filter(({ blockId }) => blockId !== id);
  const next = withHistory(mending, recordStep(history, left, null, 0));
  // The hand goes on with a neighbour.
  return { ...next, selected: next.selected ?? (left[at] ?? left[at - 1])?.blockId ?? null };
}

function add(mending: Mending, patches: readonly Patch[]): Mending {
  const { history } = mending;
  const known = new Set(history.now.map(({ blockId }) => blockId));
  const fresh = patches.filter(({ blockId }) => !known.has(blockId));
  if (fresh.length === 0) return mending;
  const grown = recordStep(history, [...history.now, ...fresh], null, 0);
  return { ...mending, history: grown, hold: "words", selected: fresh[0]?.blockId ?? null };
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
      return { ...mending, live: event.patch };
    case "add":
      return add(mending, event.patches);
    case "remove":
      return remove(mending, event.id);
    case "change": {
      const { patch, field, atMs } = event;
      const now = history.now.map((each) => (each.blockId === patch.blockId ? patch : each));
      return { ...mending, live: null, history: recordStep(history, now, field, atMs) };
    }
    case "undo":
      return withHistory(mending, undo(history));
    case "redo":
      return withHistory(mending, redo(history));
  }
}
