import type { Ratio } from "./schema";

export interface Size {
  /** Pixels. */
  width: number;
  height: number;
}

export interface Capability {
  model: string;
  sizes: Record<Ratio, Size>;
  /** Other pixels of the same ratio, for an upstream that no longer takes the first. */
  twins: Partial<Record<Ratio, Size>>;
  /** Code points the model reads; the gateway cuts the rest in silence. */
  promptLimit: number;
  negativeLimit: number;
  imagesPerRequest: number;
  /** Fen (¥0.01) for each image delivered. */
  priceFen: number;
  officialPriceFen: number;
  /** Seconds an image usually takes. */
  usualSeconds: readonly [number, number];
}

const fiveSizes: Record<Ratio, Size> = {
  "1:1": { width: 1328, height: 1328 },
  "16:9": { width: 1664, height: 928 },
  "9:16": { width: 928, height: 1664 },
  "4:3": { width: 1472, height: 1140 },
  "3:4": { width: 1140, height: 1472 },
};

/** What Alibaba's own list of 2026 has in place of the 1140 pair (contract 1.6). */
const twins: Partial<Record<Ratio, Size>> = {
  "4:3": { width: 1472, height: 1104 },
  "3:4": { width: 1104, height: 1472 },
};

/** One row a model: documentation 1 and 6 for qwen-image-plus, Alibaba's list for its neighbour. */
const capabilities: readonly Capability[] = [
  {
    model: "qwen-image-plus",
    sizes: fiveSizes,
    twins,
    promptLimit: 800,
    negativeLimit: 500,
    imagesPerRequest: 1,
    priceFen: 18,
    officialPriceFen: 20,
    usualSeconds: [5, 15],
  },
  {
    model: "qwen-image",
    sizes: fiveSizes,
    twins,
    promptLimit: 800,
    negativeLimit: 500,
    imagesPerRequest: 1,
    priceFen: 25,
    officialPriceFen: 25,
    usualSeconds: [5, 15],
  },
];

/** Drafts, and drafts with a typo planted on purpose: something true to try the proofreading on. */
export const draftModel = "draft";
export const practiceModel = "draft-with-typo";

/** What stands for the model of a picture that came from elsewhere and does not say. */
export const foundModel = "found";

/** The model every rule assumes until the server names another. */
export const defaultCapability: Capability = capabilities[0] as Capability;

/** The row of a model; undefined when the table has none. */
export function findCapability(model: string): Capability | undefined {
  return capabilities.find((capability) => capability.model === model);
}

/** A size as the upstream writes it: `W*H`. */
export const wireSize = ({ width, height }: Size): string => `${width}*${height}`;

/** A size as the upstream writes it, read back. */
export function parseWireSize(written: string): Size {
  const [width = 0, height = 0] = written.split("*").map(Number);
  return { width, height };
}

/** The other pixels of a ratio than those asked for; undefined where a ratio has only one size. */
export function otherSize(model: string, ratio: Ratio, asked: string): string | undefined {
  const { sizes, twins: others } = findCapability(model) ?? defaultCapability;
  const known = [sizes[ratio], others[ratio]].flatMap((size) => (size ? [wireSize(size)] : []));
  return known.find((size) => size !== asked);
}

/** The model names the table knows. */
export const modelNames = capabilities.map((capability) => capability.model);
