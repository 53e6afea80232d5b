import sharp from "sharp";
import { cutOff } from "./png-parts";

const plain = (width = 320, height = 240) =>
  sharp({ create: { width, height, channels: 3, background: "#c98d5b" } });

const noisy = (width: number, height: number) =>
  sharp({
    create: {
      ...{ width, height, channels: 3, background: "#888" },
      noise: { type: "gaussian", mean: 128, sigma: 40 },
    },
  });

/** A segment of a JPEG: marker, length, data. */
function segment(marker: number, data: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
}

/** A JPEG with segments after its start. */
const withSegments = (jpeg: Buffer, ...segments: Buffer[]) =>
  Buffer.concat([jpeg.subarray(0, 2), ...segments, jpeg.subarray(2)]);

/** Where a marker of a JPEG stands. */
const markerAt = (jpeg: Buffer, marker: number) => jpeg.indexOf(Buffer.from([0xff, marker]));

/** A JPEG that says it has other pixels than it holds. */
async function lyingJpeg(width: number, height: number): Promise<Buffer> {
  const jpeg = await plain().jpeg().toBuffer();
  const at = markerAt(jpeg, 0xc0);
  jpeg.writeUInt16BE(height, at + 5);
  jpeg.writeUInt16BE(width, at + 7);
  return jpeg;
}

/** A progressive JPEG whose last scan comes a thousand times. */
async function manyScans(width: number, height: number): Promise<Buffer> {
  const jpeg = await noisy(width, height).jpeg({ progressive: true, quality: 20 }).toBuffer();
  const last = jpeg.lastIndexOf(Buffer.from([0xff, 0xda]));
  const scan = jpeg.subarray(last, jpeg.length - 2);
  const most = Math.min(1000, Math.floor(15_000_000 / scan.length));
  return Buffer.concat([jpeg.subarray(0, last), ...Array(most).fill(scan), jpeg.subarray(-2)]);
}

const rotated = (orientation: number) => plain().withMetadata({ orientation }).jpeg().toBuffer();

const profilePart = (number: number, count: number) =>
  segment(
    0xe2,
    Buffer.concat([
      Buffer.from("ICC_PROFILE\0"),
      Buffer.from([number, count]),
      Buffer.alloc(60_000),
    ]),
  );

async function animatedWebp(): Promise<Buffer> {
  const frames = Buffer.concat(
    await Promise.all(
      ["#c00", "#0c0", "#00c"].map((background) =>
        sharp({ create: { width: 64, height: 48, channels: 3, background } })
          .raw()
          .toBuffer(),
      ),
    ),
  );
  return sharp(frames, { raw: { width: 64, height: 144, channels: 3, pageHeight: 48 } })
    .webp({ delay: [100, 100, 100] })
    .toBuffer();
}

/** JPEGs and WebPs of the same two sorts. */
export const hostileOthers: Record<string, () => Promise<Buffer>> = {
  "JPEG in the colours of print": () => plain().toColourspace("cmyk").jpeg().toBuffer(),
  "JPEG of grey": () => plain().toColourspace("b-w").jpeg().toBuffer(),
  "JPEG on its side": () => rotated(6),
  "JPEG upside down": () => rotated(3),
  "JPEG turned by an unknown way": () =>
    rotated(1).then((jpeg) => {
      const at = jpeg.indexOf(Buffer.from([0x12, 0x01, 0x03]));
      if (at !== -1) jpeg.writeUInt8(99, at + 7);
      return jpeg;
    }),
  "JPEG cut off": async () => cutOff(await noisy(600, 400).jpeg().toBuffer(), 0.6),
  "JPEG without its last byte": async () => (await plain().jpeg().toBuffer()).subarray(0, -1),
  "JPEG without pixels": async () => {
    const jpeg = await plain().jpeg().toBuffer();
    return jpeg.subarray(0, markerAt(jpeg, 0xda));
  },
  "JPEG that says it is larger": () => lyingJpeg(4000, 3000),
  "JPEG that says it is huge": () => lyingJpeg(65_500, 65_500),
  "JPEG that says it is nothing": () => lyingJpeg(0, 0),
  "JPEG with garbage among its pixels": async () => {
    const jpeg = await noisy(600, 400).jpeg().toBuffer();
    return Buffer.from(jpeg).fill(0xff, jpeg.length >> 1, (jpeg.length >> 1) + 400);
  },
  "JPEG of a thousand scans": () => manyScans(200, 150),
  "JPEG of many scans, large": () => manyScans(4000, 3000),
  "JPEG with a profile of 15 MB": async () => {
    const parts = Array.from({ length: 250 }, (_, at) => profilePart(at + 1, 250));
    return withSegments(await plain().jpeg().toBuffer(), ...parts);
  },
  "JPEG with a profile in parts of which one is missing": async () =>
    withSegments(await plain().jpeg().toBuffer(), profilePart(1, 3), profilePart(3, 3)),
  "JPEG with a tail": async () =>
    Buffer.concat([await plain().jpeg().toBuffer(), Buffer.alloc(100_000, 7)]),
  "WebP without loss": () => plain().webp({ lossless: true }).toBuffer(),
  "WebP half transparent": () => plain().ensureAlpha(0.4).webp().toBuffer(),
  "WebP that moves": animatedWebp,
  "WebP cut off": async () => cutOff(await noisy(600, 400).webp().toBuffer(), 0.6),
  "WebP that moves, cut off": async () => cutOff(await animatedWebp(), 0.7),
  "WebP of garbage": async () => {
    const webp = await noisy(600, 400).webp().toBuffer();
    return Buffer.from(webp).fill(0x55, 40);
  },
  "WebP as wide as one can be": () =>
    plain(16_383, 512).webp({ lossless: true, effort: 0 }).toBuffer(),
  "WebP larger than it may be": () =>
    plain(9000, 5000).webp({ lossless: true, effort: 0 }).toBuffer(),
  "a picture of another kind under a PNG's signature": async () =>
    Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]),
      await plain().jpeg().toBuffer(),
    ]),
  "a web page": async () => Buffer.from("<!doctype html><h1>Bad gateway</h1>"),
  "a drawing": async () =>
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
  "a GIF": () => plain().gif().toBuffer(),
  "a TIFF": () => plain().tiff().toBuffer(),
  nothing: async () => Buffer.alloc(0),
};
