import type { FailureKind } from "./schema";

/**
 * How a failure is dealt with. The rows are those of the error catalogue (contract, section 3).
 * `billed`: whether the price may be gone; what happens after an answer is paid for in any case.
 */
type Policy =
  | {
      billed: "no";
      /** Waits before each try that the worker makes by itself, ms; none: only by a click. */
      waits: readonly number[];
    }
  | {
      billed: "maybe";
      /** The same, but only where whoever runs the server has allowed it: it may be paid for twice. */
      waitsIfAllowed: readonly number[];
    };

const never: Policy = { billed: "no", waits: [] };
const maybe: Policy = { billed: "maybe", waitsIfAllowed: [] };
const once: Policy = { billed: "no", waits: [2000] };

const policies: Record<FailureKind, Policy> = {
  // Tried once with the other pixels of the same ratio, which is no wait but another size.
  sizeUnsupported: never,
  badRequest: never,
  moderatedInput: never,
  moderatedOutput: never,
  providerAccount: never,
  auth: never,
  quota: never,
  balance: never,
  forbiddenModel: never,
  forbiddenIp: never,
  forbidden: never,
  config: never,
  rateLimited: { billed: "no", waits: [2000, 5000, 12_000] },
  gateway: { billed: "maybe", waitsIfAllowed: [2000] },
  upstream: once,
  busy: { billed: "no", waits: [2000, 5000] },
  rewriteFailed: once,
  modelUnavailable: never,
  network: { billed: "no", waits: [2000, 5000] },
  unknownOutcome: maybe,
  givenUp: maybe,
  emptyResult: maybe,
  answerTooLarge: maybe,
  notJson: never,
  noKey: never,
  resultHost: never,
  downloadFailed: never,
  resultExpired: never,
  notPicture: never,
  diskFull: never,
  internal: never,
};

/** Whether a request that failed so may have been charged. */
export const billedOf = (failure: FailureKind): "no" | "maybe" => policies[failure].billed;

/** Kinds whose details are this server's own reasons, not the service's words. */
const ownReasons: readonly FailureKind[] = [
  "network",
  "resultHost",
  "downloadFailed",
  "resultExpired",
  "notPicture",
  "diskFull",
  "internal",
];

/** Whether the details of a failure are what the service said, and not this server's own reason. */
export const isSaidByService = (failure: FailureKind): boolean => !ownReasons.includes(failure);

/** Share by which a wait is stretched or shortened, so that many do not come back as one. */
const jitter = 0.3;

interface Circumstances {
  /** What the service asks for, ms. */
  retryAfterMs?: number | null;
  /** A person has allowed to repeat by itself what may have been charged (RETRY_MAYBE_CHARGED). */
  repeatsCharged?: boolean;
}

/**
 * Milliseconds until a job that has failed `attempts` times is tried again by itself; undefined
 * when that is for a person to decide. `chance` is in [0, 1).
 */
export function waitBeforeRetry(
  failure: FailureKind,
  attempts: number,
  chance: number,
  { retryAfterMs = null, repeatsCharged = false }: Circumstances = {},
): number | undefined {
  const policy = policies[failure];
  const allowed = repeatsCharged && policy.billed === "maybe" ? policy.waitsIfAllowed : [];
  const wait = (policy.billed === "no" ? policy.waits : allowed)[attempts - 1];
  if (wait === undefined) return undefined;
  const jittered = Math.round(wait * (1 - jitter + 2 * jitter * chance));
  return Math.max(jittered, retryAfterMs ?? 0);
}
