import "server-only";
import path from "node:path";
import { type Answered, KillableProcess } from "../child/killable-process";
import { report } from "../log";
import type { Decoded, Measured, Pixels, Request } from "./child/main.mjs";

type DecoderProcess = KillableProcess<Request, Measured, Decoded>;

/** Why bytes did not become pixels. */
interface Undecodable {
  ok: false;
  detail: string;
}

/** A picture looked at: its measures when every pixel is unpacked, its thumbnail (WebP) after that. */
interface Look {
  measured: Promise<({ ok: true } & Measured) | Undecodable>;
  thumbnail: Promise<{ ok: true; bytes: Uint8Array } | Undecodable>;
}

/** Twenty times what the largest pictures take on a machine with time for them. */
const timeoutMs = 60_000;
const idleMs = 120_000;
/** Twice what the largest picture takes, of sixteen bits and interlaced. */
const maxRssBytes = 1000 * 2 ** 20;
/** What a process holds after ordinary pictures, and half as much again. */
const keptRssBytes = 200 * 2 ** 20;
/** Pictures seldom come more than two at a time, and each process holds some 100 MB. */
const mostProcesses = 2;

declare global {
  var verbatimDecoders: DecoderProcess[] | undefined;
  var verbatimLooks: WeakMap<Uint8Array, Look> | undefined;
}

function newDecoder(): DecoderProcess {
  const folder = path.join(/* turbopackIgnore: true */ process.cwd(), "lib", "server", "decoder");
  const file = path.join(folder, "child", "main.mjs");
  const limits = { timeoutMs, idleMs, maxRssBytes, keptRssBytes };
  return new KillableProcess({ name: "decoder", file, start: {}, ...limits });
}

/** The process with the least to do. Worker, actions and routes are separate module graphs and share them. */
function idlest(): DecoderProcess {
  globalThis.verbatimDecoders ??= Array.from({ length: mostProcesses }, newDecoder);
  return globalThis.verbatimDecoders.reduce((best, each) => (each.load < best.load ? each : best));
}

/** Asks once more when a process fell over: it may have been the machine, not the picture. */
async function ask(
  request: Request,
  hear?: (measured: Measured) => void,
): Promise<Answered<Decoded>> {
  const answered = await idlest().ask(request, hear);
  if (answered.ok || answered.failure !== "crashed") return answered;
  return idlest().ask(request, hear);
}

/** What a failed request says of the picture. */
function undecodable(answered: Answered<Decoded>): Undecodable {
  if (answered.ok) {
    const { answer } = answered;
    return { ok: false, detail: answer.kind === "undecodable" ? answer.detail : "no such answer" };
  }
  const { failure, detail } = answered;
  if (failure === "off" || failure === "crashed") report("decoder.failed", new Error(detail));
  return { ok: false, detail: `${failure}: ${detail}` };
}

function newLook(bytes: Uint8Array): Look {
  let hear: ((measured: Measured) => void) | undefined;
  const heard = new Promise<{ ok: true } & Measured>((resolve) => {
    hear = (measured) => resolve({ ok: true, ...measured });
  });
  const thumbnail = ask({ want: "look", bytes }, hear).then((answered) =>
    answered.ok && answered.answer.kind === "thumbnail"
      ? ({ ok: true, bytes: answered.answer.bytes } as const)
      : undecodable(answered),
  );
  const failed = new Promise<Undecodable>((resolve) => {
    void thumbnail.then((made) => made.ok || resolve(made));
  });
  return { measured: Promise.race([heard, failed]), thumbnail };
}

/**
 * Unpacks a picture to its last pixel (PNG, JPEG, WebP), measures it and makes its thumbnail, in a
 * process that is killed when that costs too much. One pass, however many ask about the same bytes.
 * Never throws.
 */
export function look(bytes: Uint8Array): Look {
  globalThis.verbatimLooks ??= new WeakMap();
  const looked = globalThis.verbatimLooks.get(bytes) ?? newLook(bytes);
  globalThis.verbatimLooks.set(bytes, looked);
  return looked;
}

/** Unpacks a picture whole, in a process that is killed when that costs too much. Never throws. */
export async function unpackPicture(
  bytes: Uint8Array,
): Promise<{ ok: true; pixels: Pixels } | Undecodable> {
  const answered = await ask({ want: "pixels", bytes });
  return answered.ok && answered.answer.kind === "pixels"
    ? { ok: true, pixels: answered.answer.pixels }
    : undecodable(answered);
}

/** Starts a process ahead of a picture that will come. */
export function prepareDecoder(): void {
  idlest().prepare();
}

/** Ends the processes; they start anew when needed. */
export async function stopDecoder(): Promise<void> {
  await Promise.all((globalThis.verbatimDecoders ?? []).map((each) => each.stop()));
}
