// @ts-check
import { boxAround, boxOf, frameOf } from "./geometry.mjs";

/**
 * @typedef {import("./picture.mjs").Frame} Frame
 * @typedef {import("../../../proof/schema").Box} Box
 * @typedef {{ frame: Frame, parts: Frame[] }} Chain Frames that seem to be one line, and the frame around them.
 */

/** How much of the smaller frame lies beside the other, how much larger that may be, how far away in shares of its size. */
const sharedLeast = 0.6;
const largerMost = 1.5;
const gapMost = 0.5;
/** How tall a frame may be for its width in a row; how tall a chain must be for its width as a column. */
const tallest = 2.6;

/** The box with its axes changed, so that columns are dealt with as rows. @param {Box} box @returns {Box} */
const turned = ({ x, y, width, height }) => ({ x: y, y: x, width: height, height: width });

/** Whether one box goes on where the other ends. @param {Box} one @param {Box} other */
function goesOn(one, other) {
  const [small, large] = [one.height, other.height].sort((a, b) => a - b);
  if (!small || !large || large > largerMost * small) return false;
  const shared = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  const gap = Math.max(one.x, other.x) - Math.min(one.x + one.width, other.x + other.width);
  return shared >= sharedLeast * small && gap <= gapMost * large;
}

/** Lists of frames that go on in each other. @param {Frame[]} frames @param {(box: Box) => Box} towards */
function linked(frames, towards) {
  /** @type {Frame[][]} */
  let chains = [];
  for (const frame of frames) {
    const box = towards(boxOf(frame));
    /** @param {Frame[]} chain */
    const isOwn = (chain) => chain.some((other) => goesOn(box, towards(boxOf(other))));
    const own = chains.filter(isOwn).flat();
    chains = [...chains.filter((chain) => !isOwn(chain)), [...own, frame]];
  }
  return chains;
}

/**
 * The detector cuts lines at wide spaces and at changes of script, and lets the pieces overlap. These
 * are the pieces that may be one line; whether they are is for the words to tell.
 * @param {Frame[]} frames
 * @returns {Chain[]}
 */
export function chainsOf(frames) {
  const isLevel = (/** @type {Frame} */ { right }) => Math.abs(right.y) < 1;
  const single = (/** @type {Frame} */ frame) => ({ frame, parts: [frame] });
  const level = frames.filter(isLevel);
  const flat = level.filter((frame) => boxOf(frame).height < tallest * boxOf(frame).width);
  const rows = linked(flat, (box) => box).filter((chain) => chain.length > 1);
  const inRows = new Set(rows.flat());
  const others = level.filter((frame) => !inRows.has(frame));
  const columns = linked(others, turned).filter((chain) => {
    const { width, height } = boxAround(chain);
    return chain.length > 1 && height >= tallest * width;
  });
  const inColumns = new Set(columns.flat());
  return [
    ...[...rows, ...columns].map((parts) => ({
      frame: frameOf(boxAround(parts)),
      parts,
    })),
    ...frames.filter((frame) => !inRows.has(frame) && !inColumns.has(frame)).map(single),
  ];
}
