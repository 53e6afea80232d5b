import * as z from "zod/mini";
import type { Left } from "@/lib/ledger/schema";
import { maxImages } from "@/lib/poster/choices";
import { makeablePosterSchema } from "@/lib/poster/makeable";
import type { Ratio } from "@/lib/poster/schema";
import type { ProofState } from "@/lib/proof/schema";

const painterIds = ["nebula", "draft"] as const;
export type JobState =
  | "queued"
  | "painting"
  | "saving"
  | "done"
  | "failed"
  | "cancelled"
  | "unknown";

/**
 * How a roll until exact goes: on, or why it stopped: an exact one, its own limits, a budget, a
 * picture that failed, one that could not be read, or somebody's click.
 */
export type RollState =
  | "rolling"
  | "exact"
  | "spent"
  | "overBudget"
  | "failed"
  | "unread"
  | "stopped";

/** Why a job failed. Names follow the error catalogue; each has its sentence in both languages. */
export type FailureKind =
  | "sizeUnsupported"
  | "badRequest"
  | "moderatedInput"
  | "moderatedOutput"
  | "providerAccount"
  | "auth"
  | "quota"
  | "balance"
  | "forbiddenModel"
  | "forbiddenIp"
  | "forbidden"
  | "config"
  | "rateLimited"
  | "gateway"
  | "upstream"
  | "busy"
  | "rewriteFailed"
  | "modelUnavailable"
  | "network"
  | "unknownOutcome"
  | "givenUp"
  | "emptyResult"
  | "answerTooLarge"
  | "notJson"
  | "noKey"
  | "resultHost"
  | "downloadFailed"
  | "resultExpired"
  | "notPicture"
  | "diskFull"
  | "internal";

export const idSchema = z.uuid();

/** What to do where the very same picture is there already: say so first, take it, or paint anew. */
const reuseIds = ["ask", "take", "never"] as const;

/** The most a click may cost, fen: what its button said. */
export const mostFen = z.int().check(z.gte(0), z.lte(1_000_000));

/** One click: `requestId` makes a repeated send find the same order. */
export const orderSchema = z.object({
  requestId: idSchema,
  reuse: z.enum(reuseIds),
  painter: z.enum(painterIds),
  poster: makeablePosterSchema,
  maxFen: z.optional(mostFen),
});

/** A job as pages may see it: no upstream address, no prompt. Times are epoch milliseconds. */
export interface JobView {
  id: string;
  orderId: string;
  painter: PainterId;
  ratio: Ratio;
  state: JobState;
  createdAt: number;
  startedAt: number | null;
  priceFen: number;
  /** What the button for another picture of it costs now, fen. */
  againFen: number;
  /** When somebody may stop waiting for it, epoch ms; null where there is nothing to wait for. */
  giveUpAt: number | null;
  /** Why it ended without a picture, or why it waits to be tried again. */
  failure: FailureKind | null;
  failureDetail: string | null;
  upstreamRequestId: string | null;
  /** Requests sent since somebody last pressed a button for it. */
  attempts: number;
  /** Held back until then, after a failure that is tried again by itself. */
  runAfter: number | null;
  /** For drafts: whether a typo was planted on purpose. Null for what the model paints. */
  isPractice: boolean | null;
  /** Its picture was there already. */
  isCached: boolean;
  /** What the ledger says of it, fen. */
  spentFen: number;
  maybeFen: number;
  /** That picture can still be fetched: trying again costs nothing. */
  isWaiting: boolean;
  image: {
    id: string;
    width: number;
    height: number;
    tookMs: number;
    /** Painted without its words, which are still to be set. */
    isBare: boolean;
    proof: ProofState;
  } | null;
}

/** Pictures that are exactly what an order asks for; nothing is ordered until somebody chooses. */
export interface CacheOffer {
  /** Stored ones, newest first. */
  imageIds: string[];
  /** Ones being painted at this moment. */
  underWay: number;
  /** Pictures the order asks for. */
  wanted: number;
}

/** What became of a click. */
export type Placed = { is: "ordered"; orderId: string } | { is: "offered"; offer: CacheOffer };

/** A roll until exact as pages may see it. */
export interface RollView {
  id: string;
  state: RollState;
  maxMore: number;
  maxFen: number;
  priceFen: number;
  /** Pictures ordered so far. */
  made: number;
  /** The picture it began from. */
  baseImageId: string | null;
  imageIds: string[];
}

/** What the page follows: the jobs in sight, what has been spent, how long a picture usually takes. */
export interface Board {
  /** The build of the server that says so. */
  build: string;
  revision: string;
  /** The server's clock, so that elapsed times do not depend on the browser's. */
  now: number;
  usualMs: number | null;
  todayFen: number;
  totalFen: number;
  /** What the budgets leave for the next order. */
  left: Left;
  rolls: RollView[];
  jobs: JobView[];
}

/** Roll until exact: the same request anew until one is, or until one of the limits. */
export const rollSchema = z.object({
  imageId: idSchema,
  maxMore: z
    .int({ error: "count" })
    .check(z.gte(1, { error: "count" }), z.lte(maxImages, { error: "count" })),
  maxFen: z
    .int({ error: "amount" })
    .check(z.gte(0, { error: "amount" }), z.lte(1_000_000, { error: "amount" })),
});

export type PainterId = (typeof painterIds)[number];
export type Order = z.infer<typeof orderSchema>;
export type Reuse = (typeof reuseIds)[number];
