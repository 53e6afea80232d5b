import { defaultCapability } from "../../../lib/poster/capability";
import { loadTables } from "../../../lib/poster/lint/tables";
import type { Block } from "../../../lib/poster/schema";
import { proofOf } from "../../../lib/proof/proof";
import { readPicture, stopReader } from "../../../lib/server/reader/reader";
import { looks, picture, wears } from "./picture";
import { type Planted, type PlantKind, plant, plantKinds } from "./plant";
import { blocksOf, type ClassId, classIds, coloured } from "./posters";
import { Random } from "./random";
import { type Half, type Outcome, report } from "./tables";
import { halves } from "./words";

interface Case {
  id: ClassId;
  kind: PlantKind | "clean";
  blocks: Block[];
  planted: Planted;
  size: { width: number; height: number };
  look: (typeof looks)[number];
  wear: (typeof wears)[number];
}

const sizes = Object.values(defaultCapability.sizes);

/** A poster of each class for each kind of error, and as many clean ones; the same on every run. */
function casesOf(half: Half, rounds: number, ids: readonly ClassId[]): Case[] {
  const random = new Random(half === "tuned" ? 11 : 53);
  const cases: Case[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const id of ids) {
      for (const kind of plantKinds) {
        cases.push(aCase(id, kind, half, random), aCase(id, "clean", half, random));
      }
    }
  }
  return cases;
}

function aCase(id: ClassId, kind: Case["kind"], half: Half, random: Random): Case {
  const [look, wear, size] = [random.pick(looks), random.pick(wears), random.pick(sizes)];
  const blocks = coloured(blocksOf(id, halves[half], random), look.colour);
  const planted = kind === "clean" ? { blocks, blockId: null } : plant(kind, blocks, random);
  return planted
    ? { id, kind, blocks, planted, size, look, wear }
    : { id, kind: "clean", blocks, planted: { blocks, blockId: null }, size, look, wear };
}

async function outcomeOf(one: Case, simplified: ReadonlyMap<string, string>): Promise<Outcome> {
  const bytes = await picture(one.planted, one.size, one.look, one.wear);
  const before = process.cpuUsage();
  const answer = await readPicture(
    bytes,
    one.blocks.map(({ text }) => text),
  );
  const { user, system } = process.cpuUsage(before);
  if (!answer.ok) throw new Error(`${answer.failure}: ${answer.detail}`);
  const proof = proofOf(one, answer.reading, simplified);
  return {
    id: one.id,
    kind: one.kind,
    blockId: one.planted.blockId,
    proof,
    cpuMs: (user + system) / 1000,
    about: `${one.look.id} ${one.wear} ${one.size.width}×${one.size.height} ${one.blocks[0]?.lettering}`,
    painted: one.planted.blocks.find(({ id }) => id === one.planted.blockId)?.text ?? "",
    texts: new Map(one.blocks.map(({ id, text }) => [id, text])),
  };
}

/**
 * Reads the proof set and prints its tables: `tuned` or `reported` for one half, classes for only
 * these, a number for more rounds, `--list` for every trouble. The last line is the legible figures of the last half as JSON.
 */
async function run(args: readonly string[]): Promise<void> {
  const rounds = Number(args.find((each) => /^\d+$/u.test(each)) ?? 2);
  const wanted = (["tuned", "reported"] as const).filter(
    (half) => !args.some((each) => each === "tuned" || each === "reported") || args.includes(half),
  );
  const named = classIds.filter((id) => args.includes(id));
  const ids = named.length > 0 ? named : classIds;
  const { simplified } = await loadTables();
  for (const half of wanted) {
    const outcomes: Outcome[] = [];
    for (const one of casesOf(half, rounds, ids)) outcomes.push(await outcomeOf(one, simplified));
    const figures = report(half, outcomes, args.includes("--list"));
    process.stdout.write(`${JSON.stringify(figures)}\n`);
  }
  await stopReader();
}

await run(process.argv.slice(2));
