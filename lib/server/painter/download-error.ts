import "server-only";
import type { FailureKind } from "@/lib/job/schema";

/** The result could not be fetched; `kind` says why. */
export class DownloadError extends Error {
  readonly kind: FailureKind;

  constructor(kind: FailureKind, message: string) {
    super(message);
    this.kind = kind;
  }
}
