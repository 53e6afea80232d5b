import type { FailureKind, JobState } from "@/lib/job/schema";
import type { Ratio } from "@/lib/poster/schema";

/** How one order of one picture must end when the upstream behaves so. */
export interface FaultRow {
  scenario: string;
  ratio: Ratio;
  state: JobState;
  failure: FailureKind | null;
  /** Requests the upstream gets, and requests its bucket gets. */
  requests: number;
  downloads: number;
  /** Pictures the ledger says were paid for, and may have been. */
  spent: number;
  maybe: number;
}

type End = Omit<FaultRow, "scenario" | "ratio">;

const ended = (failure: FailureKind | null, requests: number, money: Partial<End> = {}): End => ({
  state: failure === null ? "done" : failure === "unknownOutcome" ? "unknown" : "failed",
  failure,
  requests,
  downloads: 0,
  spent: 0,
  maybe: 0,
  ...money,
});

const each = (end: End, scenarios: string, ratio: Ratio = "1:1"): FaultRow[] =>
  scenarios.split(" ").map((scenario) => ({ scenario, ratio, ...end }));

/** Refused once, for nothing, and not tried again by itself. */
const refused = (failure: FailureKind) => ended(failure, 1);
const unknown = ended("unknownOutcome", 1, { maybe: 1 });
const painted = ended(null, 1, { spent: 1, downloads: 1 });
const inside = ended(null, 1, { spent: 1 });
const unkept = (failure: FailureKind, downloads: number) =>
  ended(failure, 1, { spent: 1, downloads });

/**
 * Written by hand from the contract: sections 2, 3 (columns "retry" and "billed") and 5. Rows that
 * need another clock, a slower worker or no upstream at all stand apart.
 */
export const faultRows: readonly FaultRow[] = [
  ...each(painted, "v1 v2 v2old v4 v4async jpeg tinypng slowpng:2 slow:1 redirect"),
  ...each(inside, "v3 v3prefix v3bare v3+jpeg v3+tinypng"),
  // A 1140 size is tried once with its twin; a 400 is free, so is the second.
  ...each(refused("sizeUnsupported"), "e1 e1u http200wrap:1"),
  ...each(ended("sizeUnsupported", 2), "e1 e1u http200wrap:1", "3:4"),
  ...each(ended(null, 2, { spent: 1, downloads: 1 }), "badsize badsizeu", "3:4"),
  ...each(ended(null, 2, { spent: 1, downloads: 1 }), "badsize", "4:3"),
  ...each(refused("badRequest"), "e2 e3b e6 e6m e15 e15w e19 e19i e19p e19c e20i e21 e21h"),
  ...each(refused("badRequest"), "http200wrap:2 http200wrap:15"),
  // "Output …": the picture was blocked, which the person must be told; refused words otherwise.
  ...each(refused("moderatedInput"), "e3 e3t e3a e4 e19s e20e e21d e3w http200wrap:3"),
  ...each(refused("moderatedOutput"), "e3o e20 e20f http200wrap:3o"),
  ...each(refused("providerAccount"), "e5 e5p e9 e9m e18q e18f http200wrap:5 http200wrap:18q"),
  ...each(refused("auth"), "e7 e7n e7e e7m e7x e7d e7o e7w http200wrap:7w http200wrap"),
  ...each(refused("quota"), "e8 e8e e8w http200wrap:8"),
  ...each(refused("balance"), "e10 e10c e10p e10s e10w http200wrap:10"),
  ...each(refused("forbiddenModel"), "e11 e11z e11a e11w http200wrap:11"),
  ...each(refused("forbiddenIp"), "e12 e12e e12w http200wrap:12"),
  ...each(refused("forbidden"), "e13 e13e e13c e13g e13u e13m e13l e13a e13w http200wrap:13"),
  ...each(refused("config"), "e14 e14u e14w http200wrap:14"),
  ...each(refused("modelUnavailable"), "e24 e24w http200wrap:24"),
  ...each(refused("notJson"), "e31"),
  // A gateway that tripped may have charged: only a click repeats it.
  ...each(ended("gateway", 1, { maybe: 1 }), "e22 e22b e22r e22p e22w http200wrap:22w"),
  ...each(ended("upstream", 2), "e23 e23t e26 e26w http200wrap:26"),
  ...each(ended("rewriteFailed", 2), "e23r http200wrap:23r"),
  // Back-off, twice.
  ...each(ended("busy", 3), "e25 e25u http200wrap:25"),
  // Sent, and no whole answer: never again by itself, and perhaps charged.
  ...each(unknown, "e22t e27 e27b e27c e28 e29 e32 e32t e32c http200wrap:27"),
  ...each(unknown, "reset reset-after truncated cut"),
  ...each(ended("emptyResult", 1, { maybe: 1 }), "e30 e30b e30c e30f"),
  // Painted and paid for, and the picture is not to be had, or is none.
  ...each(unkept("resultExpired", 1), "expired gone"),
  ...each(unkept("notPicture", 1), "notpng corrupt oversize"),
  ...each(unkept("notPicture", 0), "v3+notpng v3+corrupt"),
];

/** Rows that slow everybody down, each refused once and painted when the wait is over. */
export const hasteRows: readonly FaultRow[] = each(
  ended(null, 2, { spent: 1, downloads: 1 }),
  "e16 e16t e16r e16w e17 e18 e18t e18c e21t http200wrap:16",
);

/** Refused for ever: three tries more, after 2, 5 and 12 seconds, all for nothing. */
export const giveUpRows: readonly FaultRow[] = each(ended("rateLimited", 4), "e16");

/** No whole answer within the time limit, at an upstream that goes on painting. */
export const silentRows: readonly FaultRow[] = each(unknown, "hang drip slow:4");

/** Row 28, nobody there: nothing was sent, so nothing was charged; twice more by itself. */
export const networkRows: readonly FaultRow[] = each(ended("network", 0), "v1");
