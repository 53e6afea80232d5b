import { createHash, randomInt } from "node:crypto";
import { crc32 } from "node:zlib";
import sharp from "sharp";
import { type Lettering, lettered } from "./words";

/** What a picture is made from. */
export interface PictureSpec {
  width: number;
  height: number;
  /** Decides hue and composition. */
  prompt: string;
  watermark: boolean;
  /** The words of the prompt are painted too, rightly or with a slip. */
  lettering?: Lettering;
}

const VARIANTS = 4;
const GRAIN_LENGTH = 1 << 20;
const IEND_LENGTH = 12;

const rendered = new Map<string, Promise<Buffer>>();
let grain: Int8Array | null = null;

/** A poster-like PNG of exactly the asked size; rendered once per size and hue, then only labelled. */
export async function posterPng(spec: PictureSpec, label: string): Promise<Buffer> {
  return withLabel(await base(spec, variantOf(spec.prompt)), label);
}

/** Starts rendering while the answer still waits out its latency; a failure shows at the download. */
export function warmPoster(spec: PictureSpec): void {
  base(spec, variantOf(spec.prompt)).catch(() => undefined);
}

/** Renders every variant of the given sizes ahead of the first request. */
export async function preparePictures(sizes: readonly string[]): Promise<void> {
  for (const size of sizes) {
    const [width = 0, height = 0] = size.split("*").map(Number);
    for (let variant = 0; variant < VARIANTS; variant += 1) {
      for (const watermark of [false, true]) {
        await base({ width, height, prompt: "", watermark }, variant);
      }
    }
  }
}

/** The same picture as JPEG, for the case where the `.png` name lies. */
export async function posterJpeg(spec: PictureSpec): Promise<Buffer> {
  const png = await base(spec, variantOf(spec.prompt));
  return sharp(png).jpeg({ quality: 88 }).toBuffer();
}

/** A sound PNG whose true pixels are not the ones asked for. */
export async function tinyPng(): Promise<Buffer> {
  return sharp({ create: { width: 64, height: 48, channels: 3, background: "#c98d5b" } })
    .png()
    .toBuffer();
}

/** A PNG signature followed by garbage. */
export function corruptPng(): Buffer {
  const garbage = Buffer.alloc(200_000);
  for (let at = 0; at < garbage.length; at += 1) garbage[at] = (at * 131 + (at >> 7)) & 0xff;
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), garbage]);
}

const isLettered = ({ lettering }: PictureSpec): boolean =>
  lettering !== undefined && lettering !== "none";

function variantOf(prompt: string): number {
  return createHash("sha256").update(prompt).digest().readUInt32BE(0) % VARIANTS;
}

function base(spec: PictureSpec, variant: number): Promise<Buffer> {
  const words = isLettered(spec) ? `${spec.lettering} ${spec.prompt}` : "";
  const key = `${spec.width}*${spec.height}|${variant}|${spec.watermark}|${words}`;
  const known = rendered.get(key);
  if (known !== undefined) return known;
  const made = render(spec, variant);
  rendered.set(key, made);
  return made;
}

async function render(spec: PictureSpec, variant: number): Promise<Buffer> {
  const { width, height } = spec;
  const { data } = await sharp(Buffer.from(await artwork(spec, variant)))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  addGrain(data, variant);
  return sharp(data, { raw: { width, height, channels: 3 } })
    .png({ compressionLevel: 4, adaptiveFiltering: true })
    .toBuffer();
}

/** Grain gives the file the weight of a real photo; a flat gradient would be 40 KB. */
function addGrain(pixels: Buffer, variant: number): void {
  grain ??= makeGrain();
  let at = variant * 7919;
  for (let index = 0; index + 2 < pixels.length; index += 3) {
    const shift = grain[at % GRAIN_LENGTH] ?? 0;
    at += 1;
    for (let channel = index; channel < index + 3; channel += 1) {
      const value = (pixels[channel] ?? 0) + shift;
      pixels[channel] = Math.max(0, Math.min(value, 255));
    }
  }
}

function makeGrain(): Int8Array {
  const noise = new Int8Array(GRAIN_LENGTH);
  for (let at = 0; at < noise.length; at += 1) noise[at] = randomInt(3) + randomInt(3) - 2;
  return noise;
}

async function artwork(spec: PictureSpec, variant: number): Promise<string> {
  const { width, height } = spec;
  const hue = Math.round((variant * 360) / VARIANTS + 18);
  const sun = `cx="${width * (0.3 + 0.12 * variant)}" cy="${height * 0.3}"`;
  const short = Math.min(width, height);
  const hill = (level: number, swell: number, lightness: number) =>
    `<path d="M0 ${height * level} C ${width * 0.3} ${height * (level - swell)}, ${width * 0.6} ${height * (level + swell)}, ${width} ${height * (level - swell / 2)} V ${height} H 0 Z" fill="hsl(${hue + 20},42%,${lightness}%)"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
<defs><linearGradient id="sky" x1="0" y1="0" x2="0.25" y2="1">
<stop offset="0" stop-color="hsl(${hue},58%,82%)"/><stop offset="0.55" stop-color="hsl(${hue + 24},62%,66%)"/>
<stop offset="1" stop-color="hsl(${hue + 48},48%,40%)"/></linearGradient>
<radialGradient id="glow"><stop offset="0" stop-color="#fff8ea" stop-opacity="0.95"/>
<stop offset="0.35" stop-color="#fff3dc" stop-opacity="0.5"/><stop offset="1" stop-color="#fff3dc" stop-opacity="0"/></radialGradient></defs>
<rect width="${width}" height="${height}" fill="url(#sky)"/>
<circle ${sun} r="${short * 0.52}" fill="url(#glow)"/><circle ${sun} r="${short * 0.11}" fill="#fffaf0" fill-opacity="0.9"/>
${hill(0.72, 0.1, 46)}${hill(0.8, -0.08, 36)}${hill(0.9, 0.06, 26)}
${isLettered(spec) ? await lettered(spec.prompt, spec.lettering ?? "none", spec) : ""}
${spec.watermark ? mark(width, height) : ""}</svg>`;
}

function mark(width: number, height: number): string {
  return `<text x="${width - 28}" y="${height - 28}" text-anchor="end" font-family="sans-serif" font-size="30" fill="#fff" fill-opacity="0.75">Qwen-Image</text>`;
}

/** A text chunk before IEND makes every answer's bytes unique at no cost. */
function withLabel(png: Buffer, label: string): Buffer {
  const content = Buffer.from(`tEXtComment\0${label}`, "latin1");
  const chunk = Buffer.alloc(content.length + 8);
  chunk.writeUInt32BE(content.length - 4, 0);
  content.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(content), content.length + 4);
  const end = png.length - IEND_LENGTH;
  return Buffer.concat([png.subarray(0, end), chunk, png.subarray(end)]);
}
