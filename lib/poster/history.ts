import type { Block, Poster } from "./schema";

/** What was done to a poster or to what else is edited, newest last. States are never written to. */
export interface History<State = Poster> {
  past: readonly State[];
  now: State;
  /** What was undone, to be done again first to last. */
  future: readonly State[];
  /** The field being typed in and when it last changed; null when the next change is a new step. */
  typing: { field: string; atMs: number } | null;
}

/** Steps kept: posters share what did not change, so that a step is small. */
export const mostSteps = 200;
/** Typing on after so long a pause is a new step. */
export const pauseMs = 1000;

/** A history that begins with a state; nothing can be undone. */
export const beginHistory = <State = Poster>(state: State): History<State> => ({
  past: [],
  now: state,
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

/**
 * The history with a state as it is now. `field` names what was typed into, null for any other
 * change; typing on in one field is one step until a pause.
 */
export function recordStep<State>(
  history: History<State>,
  state: State,
  field: string | null,
  atMs: number,
): History<State> {
  if (state === history.now) return history;
  const typing = field === null ? null : { field, atMs };
  const isTypingOn =
    field !== null &&
    history.typing?.field === field &&
    atMs - history.typing.atMs <= pauseMs &&
    history.past.length > 0;
  const past = isTypingOn ? history.past : [...history.past, history.now].slice(-mostSteps);
  return { past, now: state, future: [], typing };
}

/** The history with the poster as it is now. */
export function record(history: History, poster: Poster, atMs: number): History {
  if (poster === history.now) return history;
  return recordStep(history, poster, typedField(history.now, poster), atMs);
}

/** One step back; the same history when there is none. */
export function undo<State>(history: History<State>): History<State> {
  const before = history.past.at(-1);
  if (before === undefined) return history;
  const future = [history.now, ...history.future];
  return { past: history.past.slice(0, -1), now: before, future, typing: null };
}

/** One undone step forward; the same history when there is none. */
export function redo<State>(history: History<State>): History<State> {
  const [after, ...future] = history.future;
  if (after === undefined) return history;
  return { past: [...history.past, history.now], now: after, future, typing: null };
}
