import type { ErrorCode, Result } from "./result";

/** Why nothing usable was heard of the server. Each has its sentence in both languages. */
export type Unheard =
  /** This device is offline. */
  | "offline"
  /** Nobody answers at the server's address. */
  | "serverGone"
  /** The page is of another build than the server: only a reload helps. */
  | "newVersion"
  /** The server, or what stands before it, turned the request away: mostly for the page's address. */
  | "turnedAway"
  /** An answer came, and it was none that the page can use. */
  | "unanswered";

/** Why the server turned a request away, in its own words. */
export interface Said {
  en: string;
  zh: string;
}

/** Why a wanted thing was not done: what the server said, or that it was not heard. */
export type NotDone = { ok: false; code: ErrorCode | Unheard; field?: string; said?: Said };

/** An answer of one of our addresses that is none: by its status, or by its shape (`null`). */
export class NoAnswer extends Error {
  readonly status: number | null;

  constructor(status: number | null) {
    super(status === null ? "an answer of another shape" : `HTTP ${status}`);
    this.name = "NoAnswer";
    this.status = status;
  }
}

/** An answer of another build than the page's. */
export class OtherBuild extends Error {
  override name = "OtherBuild";
}

/** How the world looks at the moment of a failure. */
export interface Surroundings {
  isOnline: boolean;
  /** Asks the server for a sign of life: its HTTP status, or `null` when nobody answers. */
  probe: () => Promise<number | null>;
}

/** What Next throws for an action whose id the server does not know; and what bundlers throw for a part that is gone. */
const ofOtherBuilds: ReadonlySet<string> = new Set(["UnrecognizedActionError", "OtherBuild"]);
const isMissingPart = ({ name, message }: Error): boolean =>
  name === "ChunkLoadError" ||
  /dynamically imported module|importing a module script/iu.test(message);

/**
 * The words in which the server turned a request away, a line of English and one of Chinese
 * (lib/server/edge/refuse.ts); Next hands on the text alone. Undefined for every other error.
 */
export function readSaid(error: unknown): Said | undefined {
  const message = error instanceof Error ? error.message : "";
  const [, en, zh] = /^([^\n]+)\n([^\n]*\p{Script=Han}[^\n]*)$/u.exec(message) ?? [];
  return en === undefined || zh === undefined ? undefined : { en, zh };
}

/** Statuses of a host check, ours or a proxy's. */
const refusals: ReadonlySet<number | null> = new Set([403, 421]);

/**
 * Why something asked of the server, or a part of the page fetched from it, did not come: the one
 * place that tells. What cannot be told from the error is asked of the server. Never throws.
 */
export async function explainFailure(error: unknown, around: Surroundings): Promise<Unheard> {
  const known = error instanceof Error ? error : new Error(String(error));
  if (ofOtherBuilds.has(known.name)) return "newVersion";
  if (known instanceof NoAnswer && known.status === null) return "newVersion";
  if (readSaid(known)) return "turnedAway";
  const status = known instanceof NoAnswer ? known.status : await around.probe();
  if (status === null) return around.isOnline ? "serverGone" : "offline";
  if (refusals.has(status)) return "turnedAway";
  // The server is there and the part is not: it belongs to a build that is gone.
  if (isMissingPart(known)) return "newVersion";
  return status >= 502 && status <= 504 ? "serverGone" : "unanswered";
}

/** True for what an action answers; an older page may get anything. */
export const isResult = <Value>(answer: Result<Value> | undefined): answer is Result<Value> =>
  typeof answer === "object" && answer !== null && typeof answer.ok === "boolean";
