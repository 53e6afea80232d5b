// @ts-check

/**
 * @typedef {import("./picture.mjs").Point} Point
 * @typedef {import("./picture.mjs").Frame} Frame
 */

/** Below this tilt, in radians, a line counts as level: measuring the angle of short words is noise. */
const level = 0.035;

/** @param {Point} o @param {Point} a @param {Point} b */
const cross = (o, a, b) => (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x);

/** The convex hull, by Andrew's chain. @param {Point[]} points */
function hullOf(points) {
  const sorted = points.toSorted((a, b) => a.x - b.x || a.y - b.y);
  /** @param {Point[]} list */
  const chain = (list) => {
    /** @type {Point[]} */
    const hull = [];
    for (const point of list) {
      for (;;) {
        const [a, b] = hull.slice(-2);
        if (!a || !b || cross(a, b, point) > 0) break;
        hull.pop();
      }
      hull.push(point);
    }
    return hull.slice(0, -1);
  };
  return [...chain(sorted), ...chain(sorted.toReversed())];
}

/** @param {Point[]} points @param {number} angle */
function extentAt(points, angle) {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const along = points.map(({ x, y }) => x * cos + y * sin);
  const across = points.map(({ x, y }) => y * cos - x * sin);
  const [left, right] = [Math.min(...along), Math.max(...along)];
  const [top, bottom] = [Math.min(...across), Math.max(...across)];
  return { angle, left, right, top, bottom, area: (right - left) * (bottom - top) };
}

/**
 * The smallest frame around points, level unless they are clearly tilted, its `right` edge the one
 * nearer to level.
 * @param {Point[]} points
 * @param {(width: number, height: number) => number} growth by how much each side is moved out
 * @returns {Frame}
 */
export function frameAround(points, growth) {
  const hull = hullOf(points);
  let best = extentAt(hull, 0);
  const straight = best.area;
  for (const [at, a] of hull.entries()) {
    const b = hull[(at + 1) % hull.length] ?? a;
    const turn = Math.atan2(b.y - a.y, b.x - a.x);
    const angle = turn - Math.round(turn / (Math.PI / 2)) * (Math.PI / 2);
    const tried = extentAt(hull, angle);
    if (tried.area < best.area) best = tried;
  }
  if (Math.abs(best.angle) < level || best.area > straight * 0.9) best = extentAt(hull, 0);
  const grow = growth(best.right - best.left, best.bottom - best.top);
  const [cos, sin] = [Math.cos(best.angle), Math.sin(best.angle)];
  const [left, top] = [best.left - grow, best.top - grow];
  const [width, height] = [best.right - best.left + 2 * grow, best.bottom - best.top + 2 * grow];
  return {
    origin: { x: left * cos - top * sin, y: left * sin + top * cos },
    right: { x: width * cos, y: width * sin },
    down: { x: -height * sin, y: height * cos },
  };
}

/** @param {Frame} frame */
export const sizeOf = ({ right, down }) => ({
  width: Math.hypot(right.x, right.y),
  height: Math.hypot(down.x, down.y),
});

/** @param {Frame} frame @returns {Point[]} */
const cornersOf = ({ origin: { x, y }, right, down }) => [
  { x, y },
  { x: x + right.x, y: y + right.y },
  { x: x + down.x, y: y + down.y },
  { x: x + right.x + down.x, y: y + right.y + down.y },
];

/** The upright box around frames. @param {Frame[]} frames */
export function boxAround(frames) {
  const corners = frames.flatMap(cornersOf);
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

/** The upright box around a frame. @param {Frame} frame */
export const boxOf = (frame) => boxAround([frame]);

/** The frame of an upright box. @param {{ x: number, y: number, width: number, height: number }} box @returns {Frame} */
export const frameOf = ({ x, y, width, height }) => ({
  origin: { x, y },
  right: { x: width, y: 0 },
  down: { x: 0, y: height },
});

/** The part of a frame between shares of its two edges. @param {Frame} frame @param {{ x0: number, x1: number, y0: number, y1: number }} part @returns {Frame} */
export function partOf({ origin, right, down }, { x0, x1, y0, y1 }) {
  return {
    origin: {
      x: origin.x + right.x * x0 + down.x * y0,
      y: origin.y + right.y * x0 + down.y * y0,
    },
    right: { x: right.x * (x1 - x0), y: right.y * (x1 - x0) },
    down: { x: down.x * (y1 - y0), y: down.y * (y1 - y0) },
  };
}

/** The frame turned a quarter to the left, so that a column lies as a line. @param {Frame} frame @returns {Frame} */
export const onItsSide = ({ origin, right, down }) => ({
  origin: { x: origin.x + right.x, y: origin.y + right.y },
  right: down,
  down: { x: -right.x, y: -right.y },
});
