// @ts-check
import { setPriority } from "node:os";
import { parentPort, workerData } from "node:worker_threads";
import { loadModels } from "./models.mjs";
import { openPicture } from "./picture.mjs";
import { readPicture } from "./read.mjs";
import { openNetwork, openRuntime } from "./runtime.mjs";

/**
 * The thread that reads pictures, one at a time. It says once that it is ready or why it never will be, then answers each
 * request. Plain JavaScript, for Node loads it from the sources; see DECISIONS.md.
 * @typedef {{ folder: string, isPackaged: boolean, engines: import("./runtime.mjs").Engine[] }} Start
 * @typedef {{ bytes: Uint8Array, wanted: string[] }} Request
 * @typedef {{ kind: "ready", engine: string }
 *   | { kind: "off", detail: string }
 *   | { kind: "read", lines: import("../../../proof/schema").ReadLine[], unknown: string[] }
 *   | { kind: "unreadable" | "crashed", detail: string }} Said
 */

/** How far reading steps back; 0 is a page's place, 19 the last. */
const patience = 10;

// Whoever waits for a page goes first. Only Linux takes 0 for this very thread: elsewhere it is the whole server.
if (process.platform === "linux") setPriority(0, patience);

/** @param {Said} said */
const say = (said) => parentPort?.postMessage(said);

/** @param {unknown} error */
const detailOf = (error) => (error instanceof Error ? error.message : String(error));

/** @param {Start} start */
async function open({ folder, isPackaged, engines }) {
  const models = await loadModels(folder, isPackaged);
  const { engine, ort } = await openRuntime(engines);
  const detector = await openNetwork(ort, models.detector);
  const recogniser = await openNetwork(ort, models.recogniser);
  return { engine, reader: { detector, recogniser, dictionary: models.dictionary } };
}

/** @param {import("./read.mjs").Reader} reader @param {Request} request @returns {Promise<Said>} */
async function answer(reader, { bytes, wanted }) {
  let picture;
  try {
    picture = await openPicture(bytes);
  } catch (error) {
    return { kind: "unreadable", detail: detailOf(error) };
  }
  try {
    return { kind: "read", ...(await readPicture(reader, picture, wanted)) };
  } catch (error) {
    return { kind: "crashed", detail: detailOf(error) };
  }
}

try {
  const { engine, reader } = await open(workerData);
  parentPort?.on("message", async (request) => say(await answer(reader, request)));
  say({ kind: "ready", engine });
} catch (error) {
  say({ kind: "off", detail: detailOf(error) });
}
