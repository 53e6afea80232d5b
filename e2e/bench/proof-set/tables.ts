import type { Proof } from "../../../lib/proof/schema";
import { median, percentile } from "../numbers";
import type { PlantKind } from "./plant";
import { type ClassId, classIds, legibleIds } from "./posters";

export type Half = "tuned" | "reported";

/** How one picture of the set was proofed. */
export interface Outcome {
  id: ClassId;
  kind: PlantKind | "clean";
  /** The block with the error; null where the error is none of a block. */
  blockId: string | null;
  proof: Proof;
  cpuMs: number;
  about: string;
  painted: string;
  texts: ReadonlyMap<string, string>;
}

type Found = "wrong" | "unsure" | "passed";

/** What became of the planted error. */
function foundOf({ kind, blockId, proof }: Outcome): Found {
  if (kind === "swappedScrolls") return proof.areScrollsSwapped ? "wrong" : "passed";
  if (kind === "extraLine") return proof.extras.length > 0 ? "wrong" : "passed";
  const verdict = proof.blocks.find((block) => block.blockId === blockId)?.verdict;
  if (verdict === "wrong") return "wrong";
  return verdict === "exact" ? "passed" : "unsure";
}

const share = (count: number, all: number) =>
  all === 0 ? "–" : `${count} of ${all} (${((100 * count) / all).toFixed(1)} %)`;

/** What became of planted errors and of clean blocks. */
interface Counts {
  planted: number;
  wrong: number;
  passed: number;
  digits: number;
  digitsPassed: number;
  clean: number;
  cleanWrong: number;
  cleanUnsure: number;
  falseExtras: number;
  pictures: number;
}

/** The legible figures and the CPU time of a half. */
export interface Summary extends Counts {
  cpuMs: number;
  cleanCpuMs: number;
}

function countsOf(outcomes: readonly Outcome[]): Counts {
  const planted = outcomes.filter(({ kind }) => kind !== "clean");
  const found = planted.map(foundOf);
  const clean = outcomes.flatMap(({ proof, blockId }) =>
    proof.blocks.filter((block) => block.blockId !== blockId),
  );
  const count = <Item>(list: readonly Item[], item: Item) =>
    list.filter((each) => each === item).length;
  const digits = outcomes.filter(({ kind }) => kind === "digit").map(foundOf);
  const verdicts = clean.map(({ verdict }) => verdict);
  return {
    planted: planted.length,
    wrong: count(found, "wrong"),
    passed: count(found, "passed"),
    digits: digits.length,
    digitsPassed: count(digits, "passed"),
    clean: clean.length,
    cleanWrong: count(verdicts, "wrong"),
    cleanUnsure: count(verdicts, "unsure"),
    falseExtras: outcomes.filter(
      ({ kind, proof }) => kind !== "extraLine" && proof.extras.length > 0,
    ).length,
    pictures: outcomes.length,
  };
}

function line(name: string, outcomes: readonly Outcome[]): string {
  const f = countsOf(outcomes);
  return `| ${[
    name,
    share(f.wrong, f.planted),
    share(f.planted - f.wrong - f.passed, f.planted),
    share(f.passed, f.planted),
    share(f.cleanWrong, f.clean),
    share(f.cleanUnsure, f.clean),
    share(f.falseExtras, f.pictures),
  ].join(" | ")} |`;
}

/** Prints the tables of a half: by class, by kind of error among legible hands, CPU time. Gives the latter two. */
export function report(half: Half, outcomes: readonly Outcome[], isListed: boolean): Summary {
  const legible = outcomes.filter(({ id }) => legibleIds.includes(id));
  const kinds = [...new Set(outcomes.map(({ kind }) => kind))].filter((kind) => kind !== "clean");
  const head = [
    "",
    "planted: wrong",
    "unsure",
    "passed as exact",
    "clean: wrong",
    "unsure",
    "pictures with false extras",
  ];
  const cpu = outcomes.map(({ cpuMs }) => cpuMs);
  const calm = outcomes.filter(({ id, kind }) => id === "print" && kind === "clean");
  const [cpuMs, cleanCpuMs] = [median(cpu), median(calm.map((one) => one.cpuMs))];
  const text = [
    `\n${half}: ${outcomes.length} pictures`,
    `| ${head.join(" | ")} |`,
    `|${" --- |".repeat(head.length)}`,
    ...classIds.map((id) =>
      line(
        id,
        outcomes.filter((one) => one.id === id),
      ),
    ),
    line("**legible**", legible),
    ...kinds.map((kind) =>
      line(
        `legible, ${kind}`,
        legible.filter((one) => one.kind === kind),
      ),
    ),
    `CPU a picture: median ${cpuMs.toFixed(0)} ms, p95 ${percentile(cpu, 0.95).toFixed(0)} ms; clean print: median ${cleanCpuMs.toFixed(0)} ms`,
    ...(isListed ? outcomes.flatMap(troublesOf) : []),
  ];
  process.stdout.write(`${text.join("\n")}\n`);
  return { ...countsOf(legible), cpuMs, cleanCpuMs };
}

/** What went wrong with a picture, for whoever tunes the rules. */
function troublesOf(outcome: Outcome): string[] {
  const { id, kind, about, proof, blockId, painted, texts } = outcome;
  const found = kind === "clean" ? "wrong" : foundOf(outcome);
  const troubled = proof.blocks.filter((block) =>
    block.blockId === blockId ? found !== "wrong" : block.verdict !== "exact",
  );
  const extras = kind === "extraLine" ? [] : proof.extras;
  if (troubled.length === 0 && extras.length === 0 && found === "wrong") return [];
  return [
    `# ${id} ${kind} ${found} ${about} ${painted}`,
    ...troubled.map(({ blockId: own, verdict, reason, read, marks }) => {
      const odd = marks
        .filter((mark) => mark.kind !== "match" || mark.certainty !== "sure" || mark.difference)
        .map(
          (mark) =>
            `${mark.kind} ${mark.wanted}→${mark.read} ${mark.support.toFixed(2)} ${mark.difference ?? ""}`,
        );
      return `  ${own === blockId ? "PLANTED" : "clean"} ${verdict} ${reason} wanted ${JSON.stringify(texts.get(own))} read ${JSON.stringify(read)} [${odd.join("; ")}]`;
    }),
    ...extras.map(({ text, confidence }) => `  extra ${text} ${confidence.toFixed(2)}`),
  ];
}
