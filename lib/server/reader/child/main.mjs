// @ts-check
import { detailOf, serve } from "../../child/serve.mjs";
import { loadModels } from "./models.mjs";
import { openPicture } from "./picture.mjs";
import { readPicture } from "./read.mjs";
import { openNetwork, openRuntime } from "./runtime.mjs";

/**
 * The process that reads pictures, one at a time.
 * @typedef {{ folder: string, isPackaged: boolean, engines: import("./runtime.mjs").Engine[] }} Start
 * @typedef {{ bytes: Uint8Array, wanted: string[] }} Request
 * @typedef {{ kind: "read", engine: string, lines: import("../../../proof/schema").ReadLine[], unknown: string[] }
 *   | { kind: "unreadable", detail: string }} Read
 */

/** Whoever waits for a page goes first. */
const niceness = 10;

/** @param {Start} start */
async function open({ folder, isPackaged, engines }) {
  const models = await loadModels(folder, isPackaged);
  const { engine, ort } = await openRuntime(engines);
  const detector = await openNetwork(ort, models.detector);
  const recogniser = await openNetwork(ort, models.recogniser);
  const reader = { detector, recogniser, dictionary: models.dictionary };
  /** @param {Request} request @returns {Promise<Read>} */
  return async ({ bytes, wanted }) => {
    let picture;
    try {
      picture = await openPicture(bytes);
    } catch (error) {
      return { kind: "unreadable", detail: detailOf(error) };
    }
    return { kind: "read", engine, ...(await readPicture(reader, picture, wanted)) };
  };
}

serve({ niceness, open });
