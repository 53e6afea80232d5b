// @ts-check

/**
 * @typedef {import("./picture.mjs").Picture} Picture
 * @typedef {{ text: string, confidence: number }} Guess
 * @typedef {{ text: string, confidence: number, from: number, to: number, others: Guess[] }} Letter from and to are shares of the line's length
 * @typedef {{ text: string, confidence: number, letters: Letter[] }} Reading
 */

export const lineHeight = 48;
/** Shorter lines are padded to this: the recogniser learnt on lines of it. */
const shortest = 320;
const mostOthers = 5;
const leastOther = 0.002;

/** @param {Picture} picture @param {number} padded */
function inputOf({ width, height, pixels }, padded) {
  const plane = padded * height;
  const values = new Float32Array(plane * 3);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const from = (y * width + x) * 3;
      const to = y * padded + x;
      for (let channel = 0; channel < 3; channel += 1) {
        values[channel * plane + to] = (pixels[from + 2 - channel] ?? 0) / 127.5 - 1;
      }
    }
  }
  return values;
}

/**
 * Reads one line of 48 pixels' height.
 * @param {import("./runtime.mjs").Network} network
 * @param {readonly string[]} dictionary
 * @param {Picture} line
 * @returns {Promise<Reading>}
 */
export async function recognise(network, dictionary, line) {
  const padded = Math.max(shortest, Math.ceil(line.width / 8) * 8);
  const { values, shape } = await network(inputOf(line, padded), [1, 3, lineHeight, padded]);
  const [, steps = 0, classes = 0] = shape;
  if (classes !== dictionary.length) {
    throw new Error(
      `the recogniser knows ${classes} characters, its dictionary ${dictionary.length}`,
    );
  }
  return decode(values, steps, dictionary, line.width / padded);
}

/**
 * The most likely character of each step; a run of one is one character, the blank parts twins.
 * @param {Float32Array} values
 * @param {number} steps
 * @param {readonly string[]} dictionary
 * @param {number} used the share of the steps that is not padding
 * @returns {Reading}
 */
function decode(values, steps, dictionary, used) {
  const classes = dictionary.length;
  const span = steps * used;
  /** @type {(Letter & { at: number, peak: number })[]} */
  const letters = [];
  let last = 0;
  for (let step = 0; step < steps; step += 1) {
    const from = step * classes;
    let best = 0;
    for (let each = 1; each < classes; each += 1) {
      if ((values[from + each] ?? 0) > (values[from + best] ?? 0)) best = each;
    }
    const confidence = values[from + best] ?? 0;
    const open = letters.at(-1);
    if (best !== 0 && best === last && open) {
      open.to = (step + 1) / span;
      if (confidence > open.confidence) Object.assign(open, { confidence, peak: step });
    } else if (best !== 0) {
      const place = { from: step / span, to: (step + 1) / span };
      letters.push({
        text: dictionary[best] ?? "",
        confidence,
        ...place,
        others: [],
        at: best,
        peak: step,
      });
    }
    last = best;
  }
  const read = letters.map(({ at, peak, ...letter }) => ({
    ...letter,
    others: othersAt(values.subarray(peak * classes, (peak + 1) * classes), dictionary, at),
  }));
  const confidence = read.reduce((sum, letter) => sum + letter.confidence, 0) / (read.length || 1);
  return { text: read.map(({ text }) => text).join(""), confidence, letters: read };
}

/** What else a character may be. @param {Float32Array} scores @param {readonly string[]} dictionary @param {number} chosen */
function othersAt(scores, dictionary, chosen) {
  /** @type {Guess[]} */
  const others = [];
  for (const [at, confidence] of scores.entries()) {
    if (at === 0 || at === chosen || confidence < leastOther) continue;
    others.push({ text: dictionary[at] ?? "", confidence });
  }
  return others.sort((a, b) => b.confidence - a.confidence).slice(0, mostOthers);
}
