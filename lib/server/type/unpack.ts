import "server-only";
import decompress from "wawoff2/decompress.js";

declare global {
  var woff2Turn: Promise<unknown> | undefined;
}

/**
 * The plain OpenType font inside a WOFF2 file; rejects for anything else.
 *
 * wawoff2 answers with a view of memory that its next call overwrites, so calls take turns, each
 * copying its answer. The turn is global because a bundle may hold this module more than once.
 */
export function unpack(woff2: Uint8Array): Promise<Buffer> {
  const turn = globalThis.woff2Turn ?? Promise.resolve();
  const unpacked = turn.then(async () => Buffer.from(await decompress(woff2)));
  globalThis.woff2Turn = unpacked.catch(() => undefined);
  return unpacked;
}
