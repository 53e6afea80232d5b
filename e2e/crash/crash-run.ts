import { setTimeout as wait } from "node:timers/promises";
import { type FakeUpstream, startFakeUpstream } from "../fake-upstream/server";
import { type Books, faultsBetween, faultsIn, isSettled, readBooks } from "./books";
import type { StartVictim, Victim } from "./victim";

/** What a run of kills came to. */
export interface CrashReport {
  kills: number;
  /** Kills while the server was still putting an earlier crash right. */
  killsAtStart: number;
  orders: number;
  jobs: number;
  done: number;
  unknown: number;
  /** Jobs caught by a kill between their answer and their picture. */
  rescued: number;
  requests: number;
  charged: number;
  spent: number;
  maybe: number;
  faults: string[];
}

interface Run {
  folder: string;
  start: StartVictim;
  kills: number;
  /** Same seed, same moments; what happens at them is the machine's own. */
  seed: number;
}

/** Pictures behind an address, inside the answer, and slow on their way; all are charged. */
const scenarios = ["v1", "v1", "v3", "slow:0.3", "slowpng:0.4", "v2+slow:0.1"];
const latestKillMs = 900;
const longestMs = 90_000;
const priceFen = 18;

/** The words of an order inside whatever prompt the server made of them. */
const wordsIn = (prompt: string | null): string =>
  /\[\[.*?\]\] k\d+/u.exec(prompt ?? "")?.[0] ?? "";

/** Numbers in [0, 1) that follow from a seed (mulberry32). */
function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const settingsFor = (fake: FakeUpstream, folder: string): Record<string, string> => ({
  DATA_DIR: folder,
  NEBULA_API_KEY: "sk-fake-key-0001",
  NEBULA_BASE_URL: fake.url,
  UPSTREAM_RESULT_HOSTS: new URL(fake.url).host,
  UPSTREAM_STARTS_PER_SECOND: "20",
});

class CrashRun {
  readonly #run: Run;
  readonly #fake: FakeUpstream;
  readonly #chance: () => number;
  #before: Books | undefined;
  #acknowledged: string[] = [];
  readonly report: CrashReport = {
    kills: 0,
    killsAtStart: 0,
    orders: 0,
    jobs: 0,
    done: 0,
    unknown: 0,
    rescued: 0,
    requests: 0,
    charged: 0,
    spent: 0,
    maybe: 0,
    faults: [],
  };

  constructor(run: Run, fake: FakeUpstream) {
    this.#run = run;
    this.#fake = fake;
    this.#chance = chances(run.seed);
  }

  async all(): Promise<CrashReport> {
    while (this.report.kills < this.#run.kills) {
      const victim = await this.#run.start(settingsFor(this.#fake, this.#run.folder));
      // One in six dies while it puts the last crash right; the others live to take an order.
      const isYoung = this.#chance() < 1 / 6;
      if (isYoung) await wait(this.#chance() * latestKillMs);
      else await this.#live(victim);
      await victim.kill();
      this.report.kills += 1;
      if (isYoung) this.report.killsAtStart += 1;
      await this.#look();
    }
    const last = await this.#run.start(settingsFor(this.#fake, this.#run.folder));
    await last.ready;
    await this.#settle();
    await last.stop();
    await this.#look();
    await this.#close();
    return this.report;
  }

  /** Every second server first ends what is under way; then an order, and the blow some time into it. */
  async #live(victim: Victim): Promise<void> {
    await victim.ready;
    if (this.#chance() < 0.5) await this.#settle();
    const scenario = scenarios[Math.floor(this.#chance() * scenarios.length)] ?? "v1";
    const words = `[[${scenario}]] k${this.report.orders}`;
    const count = 1 + Math.floor(this.#chance() * 3);
    this.report.orders += 1;
    const blowMs = this.#chance() * latestKillMs;
    let isBlown = false;
    const ordered = victim.order(words, count).then(
      () => void this.#acknowledged.push(words),
      (error: unknown) => {
        // Killed before it could say that it has the order; anything else is no crash.
        if (!isBlown) this.report.faults.push(`${words}: ${error}`);
      },
    );
    // One in five is struck while it takes the order, the others while they see to it.
    if (this.#chance() >= 1 / 5) await ordered;
    await wait(blowMs);
    isBlown = true;
  }

  async #settle(): Promise<void> {
    const latest = Date.now() + longestMs;
    while (!isSettled(await readBooks(this.#run.folder))) {
      if (Date.now() > latest) throw new Error("the orders do not come to an end");
      await wait(100);
    }
  }

  async #look(): Promise<void> {
    const books = await readBooks(this.#run.folder);
    const { faults } = this.report;
    if (this.#before) faults.push(...faultsBetween(this.#before, books));
    faults.push(...faultsIn(books, this.#before));
    for (const words of this.#acknowledged) {
      if (!books.jobs.some(({ prompt }) => prompt.includes(words))) faults.push(`${words} is gone`);
    }
    this.report.rescued += books.jobs.filter(({ state }) => state === "saving").length;
    this.#before = books;
  }

  /** The books against the upstream's own log, once the last of its pictures is charged. */
  async #close(): Promise<void> {
    const { jobs, images, sums, files } = await readBooks(this.#run.folder);
    const { report } = this;
    for (const id of files.keys()) {
      if (!images.some((image) => image.id === id)) report.faults.push(`nobody knows of ${id}`);
    }
    const heard = () => this.#fake.control.log().requests.filter(({ prompt }) => prompt !== null);
    while (heard().some(({ charged }) => !charged)) await wait(50);
    const requests = heard();
    for (const words of new Set(requests.map(({ prompt }) => wordsIn(prompt)))) {
      const times = requests.filter(({ prompt }) => wordsIn(prompt) === words).length;
      const wanted = jobs.filter(({ prompt }) => wordsIn(prompt) === words).length;
      if (times > wanted) report.faults.push(`${words}: asked ${times} times for ${wanted}`);
    }
    report.jobs = jobs.length;
    report.done = jobs.filter(({ state }) => state === "done").length;
    report.unknown = jobs.filter(({ state }) => state === "unknown").length;
    report.requests = requests.length;
    report.charged = requests.length;
    report.spent = sums.spent / priceFen;
    report.maybe = sums.maybe / priceFen;
    const { charged, spent, maybe } = report;
    if (sums.reserved !== 0) report.faults.push(`${sums.reserved} fen stay reserved`);
    if (charged < spent || charged > spent + maybe) {
      report.faults.push(`charged ${charged}, spent ${spent}, maybe ${maybe}`);
    }
  }
}

/** Kills a server so many times in the middle of its work and reads the books after each. */
export async function runCrashes(run: Run): Promise<CrashReport> {
  const fake = await startFakeUpstream({ latencyMs: 100, jitterMs: 300 });
  try {
    return await new CrashRun(run, fake).all();
  } finally {
    await fake.close();
  }
}
