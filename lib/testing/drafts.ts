import { blankPoster } from "../poster/blank";
import { defaultCapability } from "../poster/capability";
import type { Block, Ratio } from "../poster/schema";
import { draftPainter } from "../server/painter/draft";

/** The draft of some blocks, as the free painter makes it. */
export async function draftOf(blocks: readonly Block[], ratio: Ratio = "1:1"): Promise<Uint8Array> {
  const poster = { ...blankPoster, blocks: [...blocks] };
  const size = defaultCapability.sizes[ratio];
  const answer = await draftPainter.paint({
    model: "draft",
    poster,
    ratio,
    size,
    prompt: "",
    negativePrompt: "",
  });
  const [bytes] = answer.ok ? answer.picture.inside : [];
  if (!bytes) throw new Error("no draft");
  return bytes;
}
