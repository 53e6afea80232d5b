import type { Block, Poster } from "./schema";

/** What was done to a poster, newest last. Posters are never written to. */
export interface History {
  past: readonly Poster[];
  now: Poster;
  /** What was undone, to be done again first to last. */
  future: readonly Poster[];
  /** The field being typed in and when it last changed; null when the next change is a new step. */
  typing: { field: string; atMs: number } | null;
}

/** Steps kept: posters share what did not change, so that a step is small. */
export const mostSteps = 200;
/** Typing on after so long a pause is a new step. */
export const pauseMs = 1000;

/** A history that begins with a poster; nothing can be undone. */
export const beginHistory = (poster: Poster): History => ({
  past: [],
  now: poster,
  future: [],
  typing: null,
});

const differing = <T extends object>(a: T, b: T) =>
  (Object.keys({ ...a, ...b }) as (keyof T)[]).filter((key) => a[key] !== b[key]);

/** The text of the one block that changed, along with the readings that follow it. */
function typedBlock(before: readonly Block[], after: readonly Block[]): string | null {
  if (before.length !== after.length) return null;
  const [at, ...others] = differing(before as Block[], after as Block[]) as unknown as string[];
  const [old, fresh] = [before[Number(at)], after[Number(at)]];
  if (!old || !fresh || others.length > 0 || old.id !== fresh.id) return null;
  const fields = differing(old, fresh);
  const isText = fields.every((field) => field === "text" || field === "readings");
  return isText && fields.includes("text") ? `block ${old.id}` : null;
}

const freeTexts: Record<string, readonly string[]> = {
  scene: ["subject", "style", "light"],
  keepOut: ["own"],
};

/** The field a change was typed into; null for every other change. Looks at identity only. */
function typedField(before: Poster, after: Poster): string | null {
  const [part, ...others] = differing(before, after);
  if (part === undefined || others.length > 0) return null;
  if (part === "blocks") return typedBlock(before.blocks, after.blocks);
  if (part === "handPrompt") return before.handPrompt === null ? null : part;
  if (part === "count") return part;
  if (part !== "scene" && part !== "keepOut") return null;
  const [field, ...more] = differing<object>(before[part], after[part]) as string[];
  const isTyped = field !== undefined && more.length === 0 && freeTexts[part]?.includes(field);
  return isTyped ? `${part} ${field}` : null;
}

/** The history with the poster as it is now; typing on in one field is one step until a pause. */
export function record(history: History, poster: Poster, atMs: number): History {
  if (poster === history.now) return history;
  const field = typedField(history.now, poster);
  const typing = field === null ? null : { field, atMs };
  const isTypingOn =
    field !== null &&
    history.typing?.field === field &&
    atMs - history.typing.atMs <= pauseMs &&
    history.past.length > 0;
  const past = isTypingOn ? history.past : [...history.past, history.now].slice(-mostSteps);
  return { past, now: poster, future: [], typing };
}

/** One step back; the same history when there is none. */
export function undo(history: History): History {
  const before = history.past.at(-1);
  if (!before) return history;
  const future = [history.now, ...history.future];
  return { past: history.past.slice(0, -1), now: before, future, typing: null };
}

/** One undone step forward; the same history when there is none. */
export function redo(history: History): History {
  const [after, ...future] = history.future;
  if (!after) return history;
  return { past: [...history.past, history.now], now: after, future, typing: null };
}
