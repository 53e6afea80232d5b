/** Why a wanted thing was not done; each has its sentence in both languages. */
export type ErrorCode =
  | "invalidInput"
  | "notFound"
  | "notPicture"
  | "tooLate"
  | "notRetryable"
  | "tooEarly"
  | "costsMore"
  | "otherOrder"
  | "diskFull"
  | "answersWait"
  | "storageAway"
  | "workerStalled"
  | "paintersAway"
  | "noRoom"
  | "overOrder"
  | "overDay"
  | "overMonth"
  | "internal";

/** `field` is the dotted path of the form field the error belongs to, where there is one. */
export type Failure = { ok: false; code: ErrorCode; field?: string };
export type Result<T> = { ok: true; value: T } | Failure;

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });

export const fail = (code: ErrorCode, field?: string): Failure =>
  field === undefined ? { ok: false, code } : { ok: false, code, field };
