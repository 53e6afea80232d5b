import { blankPoster } from "@/lib/poster/blank";
import { defaultCapability, type Size } from "@/lib/poster/capability";
import { ratioIds } from "@/lib/poster/choices";
import { readPrompt } from "@/lib/poster/prompt/read";
import { type Poster, posterSchema, type Ratio } from "@/lib/poster/schema";
import { printable } from "@/lib/poster/text-trouble";

/** The scene's own limit (`lib/poster/schema.ts`), UTF-16 units. */
const maxScene = 800;

const shapeOf = ({ width, height }: Size): number => Math.log(width / height);

/** The ratio whose shape comes nearest to a picture's. */
export function nearestRatio(picture: Size): Ratio {
  const distance = (ratio: Ratio) =>
    Math.abs(shapeOf(picture) - shapeOf(defaultCapability.sizes[ratio]));
  return [...ratioIds].toSorted((a, b) => distance(a) - distance(b))[0] ?? "1:1";
}

/**
 * The poster a picture was made from, as far as its prompt tells: its words as blocks, the rest as
 * the scene. A prompt that makes no poster of ours is the scene as far as it fits.
 */
export function posterOf(prompt: string, picture: Size): Poster {
  const poster = { ...blankPoster, ratios: [nearestRatio(picture)] };
  const written = printable(prompt);
  const { blocks, scene } = readPrompt(written);
  const read = posterSchema.safeParse({ ...poster, blocks, scene });
  if (read.success) return read.data;
  // Printable once more: the cut may have gone through a character.
  const subject = printable(written.slice(0, maxScene));
  return { ...poster, scene: { ...poster.scene, subject } };
}
