import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

interface Statement {
  all(...values: unknown[]): unknown[];
}
interface Connection {
  prepare(sql: string): Statement;
  close(): void;
}
type Engine = { DatabaseSync: new (file: string) => Connection };

interface Job {
  id: string;
  order_id: string;
  prompt: string;
  price_fen: number;
  state: string;
  started_at: number | null;
  answer_url: string | null;
  answer_image_id: string | null;
  image_id: string | null;
  attempts: number;
}
interface Image {
  id: string;
  job_id: string;
  bytes: number;
  sha256: string;
}
interface Sums {
  reserved: number;
  spent: number;
  maybe: number;
}

/** What the database and the disk say, read from outside while the server may be dead. */
export interface Books {
  jobs: Job[];
  images: Image[];
  sums: Sums;
  /** Image id → path, of every whole file in the store. */
  files: Map<string, string>;
  /** Jobs whose answer stands beside the database and not in it yet. */
  noted: Set<string>;
}

/** Opens the database beside the server that has it open. */
async function openBeside(file: string): Promise<Connection> {
  const builtIn = process.getBuiltinModule?.("node:sqlite") as Engine | undefined;
  const { DatabaseSync } = builtIn ?? ((await import("@photostructure/sqlite")) as Engine);
  const db = new DatabaseSync(file);
  db.prepare("pragma busy_timeout = 5000").all();
  return db;
}

/** Puts a budget for the day in force, as its form would. */
export async function writeBudget(folder: string, dayFen: number): Promise<void> {
  const db = await openBeside(path.join(folder, "verbatim.db"));
  const budget = { orderFen: null, dayFen, monthFen: null, timeZone: "UTC" };
  db.prepare("insert or replace into setting (key, value) values ('budget', ?)").all(
    JSON.stringify(budget),
  );
  db.close();
}

/** Reads the books of a data folder; empty ones when no server has got that far. */
export async function readBooks(folder: string): Promise<Books> {
  const file = path.join(folder, "verbatim.db");
  const files = filesIn(path.join(folder, "images"));
  const noted = notesIn(path.join(folder, "answers"));
  const nothing = { jobs: [], images: [], sums: { reserved: 0, spent: 0, maybe: 0 }, files, noted };
  if (!existsSync(file)) return nothing;
  const db = await openBeside(file);
  try {
    const known = db.prepare("select 1 from sqlite_master where name = 'ledger'").all();
    if (known.length === 0) return nothing;
    const [sums] = db
      .prepare(
        `select coalesce(sum(reserved_fen), 0) reserved, coalesce(sum(spent_fen), 0) spent,
           coalesce(sum(maybe_fen), 0) maybe from ledger`,
      )
      .all() as Sums[];
    return {
      jobs: db.prepare("select * from job order by id").all() as Job[],
      images: db.prepare("select * from image order by id").all() as Image[],
      sums: sums ?? nothing.sums,
      files,
      noted,
    };
  } finally {
    db.close();
  }
}

/** How many pictures wait for their proof. */
export async function countUnread(folder: string): Promise<number> {
  const db = await openBeside(path.join(folder, "verbatim.db"));
  const waiting = db.prepare("select 1 from proof where state in ('waiting', 'reading')").all();
  db.close();
  return waiting.length;
}

/** Nothing more happens by itself. */
export const isSettled = ({ jobs }: Books): boolean =>
  jobs.every(({ state }) => !["queued", "painting", "saving"].includes(state));

const isAnswered = (job: Job): boolean => job.answer_url !== null || job.answer_image_id !== null;

/** Where a job may be at the next look, given where it was when the server was killed. */
function nextStates(job: Job, isKept: boolean): string[] {
  if (job.state === "queued") return ["queued", "painting", "saving", "done", "unknown"];
  // In flight at the kill: never sent again, so unknown, or done by what stood on disk already.
  if (job.state === "painting") {
    return isKept ? ["painting", "saving", "done"] : ["painting", "unknown"];
  }
  if (job.state === "saving") return isAnswered(job) ? ["saving", "done"] : ["saving", "unknown"];
  return [job.state];
}

/** What went wrong between two looks at the books: a job lost, sent twice, or its picture gone. */
export function faultsBetween(before: Books, after: Books): string[] {
  const now = new Map(after.jobs.map((job) => [job.id, job]));
  return before.jobs.flatMap((job) => {
    const found = now.get(job.id);
    if (!found) return [`job ${job.id} is gone`];
    const picture = found.image_id ?? found.answer_image_id ?? "";
    const isKept = before.noted.has(job.id) || before.files.has(picture);
    if (!nextStates(job, isKept).includes(found.state)) {
      return [`job ${job.id} went from ${job.state} to ${found.state}`];
    }
    const isSame = job.image_id === null || job.image_id === found.image_id;
    return isSame ? [] : [`job ${job.id} has another picture`];
  });
}

function faultsOfFile({ id, bytes, sha256 }: Image, file: string | undefined): string[] {
  if (file === undefined) return [`image ${id} has no file`];
  const found = readFileSync(file);
  const isWhole = createHash("sha256").update(found).digest("hex") === sha256;
  return found.length === bytes && isWhole ? [] : [`the file of image ${id} is not whole`];
}

/**
 * What is wrong with the books by themselves: records without files, money adrift, a second try.
 * Files found whole before (`known`) need only be there still.
 */
export function faultsIn({ jobs, images, sums, files }: Books, known: Books | undefined): string[] {
  const pictures = new Map(images.map((image) => [image.id, image]));
  const seen = new Set(known?.images.map(({ id }) => id));
  const faults = images
    .filter(({ id }) => !seen.has(id) || !files.has(id))
    .flatMap((image) => faultsOfFile(image, files.get(image.id)));
  for (const job of jobs) {
    if (job.attempts > 1) faults.push(`job ${job.id} was sent ${job.attempts} times`);
    const isDone = job.image_id !== null && pictures.has(job.image_id);
    if ((job.state === "done") !== isDone) faults.push(`job ${job.id} is ${job.state}, ${isDone}`);
  }
  const done = jobs.filter(({ state }) => state === "done").length;
  if (images.length !== done) faults.push(`${images.length} images of ${done} jobs done`);
  const fenOf = (wanted: (job: Job) => boolean) =>
    jobs.filter(wanted).reduce((sum, { price_fen }) => sum + price_fen, 0);
  const wanted = {
    reserved: fenOf(({ state }) => state === "queued" || state === "painting"),
    spent: fenOf((job) => job.state === "done" || job.state === "saving"),
    maybe: fenOf(({ state }) => state === "unknown"),
  };
  if (JSON.stringify(sums) !== JSON.stringify(wanted)) {
    faults.push(`the ledger says ${JSON.stringify(sums)}, the jobs ${JSON.stringify(wanted)}`);
  }
  return faults;
}

function filesIn(folder: string): Map<string, string> {
  if (!existsSync(folder)) return new Map();
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return new Map(
    entries
      .filter((entry) => entry.isFile() && /^[0-9a-f-]{36}\.(png|jpg)$/u.test(entry.name))
      .map((entry) => [entry.name.slice(0, 36), path.join(entry.parentPath, entry.name)]),
  );
}

function notesIn(folder: string): Set<string> {
  if (!existsSync(folder)) return new Set();
  const names = readdirSync(folder).filter((name) => name.endsWith(".json"));
  return new Set(names.map((name) => name.slice(0, 36)));
}
