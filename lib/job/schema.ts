import * as z from "zod/mini";
import { ratioIds } from "@/lib/poster/choices";
import { makeablePosterSchema } from "@/lib/poster/makeable";

export const painterIds = ["nebula", "draft"] as const;
export const jobStates = [
  "queued",
  "painting",
  "saving",
  "done",
  "failed",
  "cancelled",
  "unknown",
] as const;

/** Why a job failed. Names follow the error catalogue; each has its sentence in both languages. */
export const failureKinds = [
  "sizeUnsupported",
  "badRequest",
  "moderatedInput",
  "moderatedOutput",
  "providerAccount",
  "auth",
  "quota",
  "balance",
  "forbiddenModel",
  "forbiddenIp",
  "forbidden",
  "config",
  "rateLimited",
  "gateway",
  "upstream",
  "rewriteFailed",
  "modelUnavailable",
  "network",
  "unknownOutcome",
  "emptyResult",
  "notJson",
  "noKey",
  "resultHost",
  "downloadFailed",
  "resultExpired",
  "notPicture",
  "diskFull",
  "internal",
] as const;

export const idSchema = z.uuid();

/** One click: `requestId` makes a repeated send find the same order. */
export const orderSchema = z.object({
  requestId: idSchema,
  painter: z.enum(painterIds),
  poster: makeablePosterSchema,
});

/** A job as pages may see it: no upstream address, no prompt. Times are epoch milliseconds. */
export const jobViewSchema = z.object({
  id: idSchema,
  orderId: idSchema,
  painter: z.enum(painterIds),
  ratio: z.enum(ratioIds),
  state: z.enum(jobStates),
  createdAt: z.number(),
  startedAt: z.nullable(z.number()),
  priceFen: z.number(),
  failure: z.nullable(z.enum(failureKinds)),
  failureDetail: z.nullable(z.string()),
  upstreamRequestId: z.nullable(z.string()),
  /** Paid for and still to be fetched: trying again costs nothing. */
  isAnswered: z.boolean(),
  image: z.nullable(
    z.object({
      id: idSchema,
      width: z.number(),
      height: z.number(),
      costFen: z.number(),
      tookMs: z.number(),
    }),
  ),
});

/** What the page follows: the jobs in sight, what has been spent, how long a picture usually takes. */
export const boardSchema = z.object({
  revision: z.string(),
  /** The server's clock, so that elapsed times do not depend on the browser's. */
  now: z.number(),
  usualMs: z.nullable(z.number()),
  todayFen: z.number(),
  totalFen: z.number(),
  jobs: z.array(jobViewSchema),
});

export type PainterId = (typeof painterIds)[number];
export type JobState = (typeof jobStates)[number];
export type FailureKind = (typeof failureKinds)[number];
export type Order = z.infer<typeof orderSchema>;
export type JobView = z.infer<typeof jobViewSchema>;
export type Board = z.infer<typeof boardSchema>;
