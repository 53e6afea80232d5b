import type { Result } from "@/lib/result";
import {
  explainFailure,
  isResult,
  NoAnswer,
  type NotDone,
  readSaid,
  type Unheard,
} from "@/lib/unheard";
import { noteUnheard } from "./connection";

/** Longest to wait for a sign of life; milliseconds. */
const probeMs = 4000;

async function probe(): Promise<number | null> {
  try {
    const signal = AbortSignal.timeout(probeMs);
    return (await fetch("/api/health", { signal, cache: "no-store" })).status;
  } catch {
    return null;
  }
}

/** Why something did not come from the server; the whole page is told where that concerns it. */
export async function explain(error: unknown): Promise<Unheard> {
  const why = await explainFailure(error, { isOnline: navigator.onLine, probe });
  noteUnheard(why);
  return why;
}

/** The same, as what came of an intent. */
export async function refusalOf(error: unknown): Promise<NotDone> {
  const said = readSaid(error);
  return { ok: false, code: await explain(error), ...(said ? { said } : {}) };
}

/** Asks the server to do something and says why it was not done, whatever came in between. Never throws. */
export async function askServer<Value>(
  doing: () => Promise<Result<Value>>,
): Promise<{ ok: true; value: Value } | NotDone> {
  try {
    const result = await doing();
    if (isResult(result)) return result;
    return await refusalOf(new NoAnswer(null));
  } catch (error) {
    return refusalOf(error);
  }
}
