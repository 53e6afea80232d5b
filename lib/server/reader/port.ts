import "server-only";
import type { Reading } from "@/lib/proof/schema";

/**
 * Why a picture was not read: `off`, this machine or its models cannot read at all; `unreadable`,
 * the picture cannot be decoded; `timeout` and `crashed`, the reader was ended and starts anew, so
 * another try may do.
 */
export type ReadFailure = "off" | "unreadable" | "timeout" | "crashed";

export type ReadAnswer =
  | { ok: true; reading: Reading; engine: string }
  | { ok: false; failure: ReadFailure; detail: string };
