import * as z from "zod/mini";
import { makeablePosterSchema } from "@/lib/poster/makeable";
import type { Ratio } from "@/lib/poster/schema";

const painterIds = ["nebula", "draft"] as const;
export type JobState =
  | "queued"
  | "painting"
  | "saving"
  | "done"
  | "failed"
  | "cancelled"
  | "unknown";

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
  | "rewriteFailed"
  | "modelUnavailable"
  | "network"
  | "unknownOutcome"
  | "emptyResult"
  | "notJson"
  | "noKey"
  | "resultHost"
  | "downloadFailed"
  | "resultExpired"
  | "notPicture"
  | "diskFull"
  | "internal";

export const idSchema = z.uuid();

/** One click: `requestId` makes a repeated send find the same order. */
export const orderSchema = z.object({
  requestId: idSchema,
  painter: z.enum(painterIds),
  poster: makeablePosterSchema,
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
  failure: FailureKind | null;
  failureDetail: string | null;
  upstreamRequestId: string | null;
  /** The upstream has answered with a picture, so its price may be gone. */
  isAnswered: boolean;
  /** That picture can still be fetched: trying again costs nothing. */
  isWaiting: boolean;
  image: { id: string; width: number; height: number; costFen: number; tookMs: number } | null;
}

/** What the page follows: the jobs in sight, what has been spent, how long a picture usually takes. */
export interface Board {
  revision: string;
  /** The server's clock, so that elapsed times do not depend on the browser's. */
  now: number;
  usualMs: number | null;
  todayFen: number;
  totalFen: number;
  jobs: JobView[];
}

export type PainterId = (typeof painterIds)[number];
export type Order = z.infer<typeof orderSchema>;
