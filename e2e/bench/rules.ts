import { blankPoster, newBlock } from "../../lib/poster/blank";
import { defaultCapability } from "../../lib/poster/capability";
import { layOut } from "../../lib/poster/layout/layout";
import { paletteOf } from "../../lib/poster/layout/palette";
import { lint } from "../../lib/poster/lint/lint";
import { loadTables } from "../../lib/poster/lint/tables";
import { compilePrompt } from "../../lib/poster/prompt/prompt";
import type { Poster } from "../../lib/poster/schema";
import { twelveBlocks } from "./keystroke";
import { formatMs, percentile } from "./numbers";
import type { Row } from "./report";

const runs = 2000;
/** Runs whose code the engine has not yet translated; they are not counted. */
const warmUp = 200;
const goalMs = 2;

const blocks = twelveBlocks.map(([role, text], index) => newBlock(`b${index}`, role, text));
const scene = { ...blankPoster.scene, subject: "清新的海滩，浪花与椰树" };

/** The poster after one more key: one block is new, the others are the same objects, as in the form. */
function posterAfter(keys: number): Poster {
  const at = keys % blocks.length;
  const typed = blocks.map((block, index) =>
    index === at ? { ...block, text: `${block.text}${keys % 100}` } : block,
  );
  return { ...blankPoster, blocks: typed, scene };
}

/** Compiling the prompt and reading the whole poster over, as after a keystroke; in Node, in process. */
export async function measureRules(): Promise<Row[]> {
  const tables = await loadTables();
  const times: number[] = [];
  for (let run = 0; run < warmUp + runs; run += 1) {
    const poster = posterAfter(run);
    // The sheet has laid out the words by then, which the keystroke measures; the linter looks at that.
    layOut(poster.blocks, defaultCapability.sizes["3:4"], paletteOf(poster));
    const startedAt = performance.now();
    compilePrompt(poster, "3:4");
    lint(poster, tables);
    if (run >= warmUp) times.push(performance.now() - startedAt);
  }
  const [p50, p95] = [percentile(times, 0.5), percentile(times, 0.95)];
  return [
    {
      figure: `compile and lint of 12 blocks, p50 / p95 of ${runs}`,
      result: `${formatMs(p50)} / ${formatMs(p95)}`,
      goal: `p95 ≤ ${goalMs} ms`,
      isMet: p95 <= goalMs,
    },
  ];
}
