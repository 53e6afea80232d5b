import { describe, expect, test } from "vitest";
import { fillSmoothly } from "./fill";
import { grained } from "./grain";
import { dilated, parting } from "./letters";

const run = (work: Generator<void, void>) => {
  while (!work.next().done);
};

/** A plane by formula, and a mask by another. */
function scene(
  width: number,
  height: number,
  value: (x: number, y: number) => number,
  isUnknown: (x: number, y: number) => boolean,
) {
  const plane = new Float32Array(width * height);
  const unknown = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      unknown[y * width + x] = isUnknown(x, y) ? 1 : 0;
      plane[y * width + x] = isUnknown(x, y) ? 255 : value(x, y);
    }
  }
  return { mask: { width, height, unknown }, plane };
}

const inMiddle = (x: number, y: number) => x >= 20 && x < 180 && y >= 15 && y < 65;

describe("a smooth fill", () => {
  test.each([
    ["flat", () => 90],
    ["sloping", (x: number, y: number) => 20 + x * 0.7 + y * 0.4],
  ])("of %s ground is that ground", (_name, ground) => {
    const { mask, plane } = scene(200, 80, ground, inMiddle);
    run(fillSmoothly(mask, [plane]));
    let worst = 0;
    for (let y = 0; y < 80; y += 1) {
      for (let x = 0; x < 200; x += 1) {
        worst = Math.max(worst, Math.abs((plane[y * 200 + x] ?? 0) - ground(x, y)));
      }
    }
    expect(worst).toBeLessThan(1.5);
  });

  test("leaves what is known as it is, and stays between its extremes", () => {
    const noisy = (x: number, y: number) => 100 + ((x * 7 + y * 13) % 50);
    const { mask, plane } = scene(120, 50, noisy, (x, y) => (x + y) % 5 === 0 || x > 90);
    const before = plane.slice();
    run(fillSmoothly(mask, [plane]));
    for (const [at, value] of plane.entries()) {
      if (mask.unknown[at]) {
        expect(value).toBeGreaterThanOrEqual(99);
        expect(value).toBeLessThanOrEqual(151);
      } else expect(value).toBe(before[at]);
    }
  });

  test.each([
    ["one pixel", 1, 1],
    ["one row", 40, 1],
    ["one column", 1, 40],
    ["small", 3, 2],
  ])("of %s, all or nothing known, ends in numbers", (_name, width, height) => {
    for (const isUnknown of [() => true, () => false, (x: number, y: number) => x + y > 0]) {
      const { mask, plane } = scene(width, height, () => 60, isUnknown);
      run(fillSmoothly(mask, [plane]));
      expect([...plane].every(Number.isFinite)).toBe(true);
    }
  });

  test("of 1200 by 300 pixels takes less than a second of the processor", () => {
    const { mask, plane } = scene(
      1230,
      330,
      (x) => x / 5,
      (x, y) => x > 14 && x < 1215 && y > 14,
    );
    const planes = [plane, plane.slice(), plane.slice()];
    const from = process.cpuUsage();
    run(fillSmoothly(mask, planes));
    const { user, system } = process.cpuUsage(from);
    expect((user + system) / 1000).toBeLessThan(1000);
  });
});

describe("letters and ground", () => {
  test("are parted between two heaps", () => {
    const histogram = new Float64Array(256);
    for (let at = 0; at < 20; at += 1) histogram[at] = 100;
    for (let at = 180; at < 200; at += 1) histogram[at] = 20;
    const at = parting(histogram);
    expect(at).toBeGreaterThanOrEqual(19);
    expect(at).toBeLessThan(180);
  });

  test("a mark grows on every side, and not around the edge", () => {
    const unknown = new Uint8Array(49);
    unknown[0] = 1;
    unknown[4 * 7 + 4] = 1;
    const grown = dilated({ width: 7, height: 7, unknown }, 1);
    const rows = Array.from({ length: 7 }, (_, y) => grown.slice(y * 7, y * 7 + 7).join(""));
    expect(rows).toEqual([
      "1100000",
      "1100000",
      "0000000",
      "0001110",
      "0001110",
      "0001110",
      "0000000",
    ]);
  });
});

test("grain is given to what was filled only, and is always the same", () => {
  const rough = (x: number, y: number) => 100 + ((x * 31 + y * 17) % 11) - 5;
  const filled = () => {
    const { mask, plane } = scene(60, 40, rough, inMiddle);
    run(fillSmoothly(mask, [plane]));
    const smooth = plane.slice();
    grained(mask, [smooth, plane, smooth]);
    return { mask, plane, ground: scene(60, 40, rough, inMiddle).plane };
  };
  const [one, two] = [filled(), filled()];
  expect(one.plane).toEqual(two.plane);
  for (const [at, value] of one.plane.entries()) {
    if (!one.mask.unknown[at]) expect(value).toBe(one.ground[at]);
  }
});
