import "server-only";
import type { FailureKind } from "@/lib/job/schema";

/** The result could not be fetched; `kind` says why, `isPassing` whether it may work in a moment. */
export class DownloadError extends Error {
  readonly kind: FailureKind;
  readonly isPassing: boolean;

  constructor(kind: FailureKind, message: string, isPassing = false) {
    super(message);
    this.kind = kind;
    this.isPassing = isPassing;
  }
}
