import "server-only";
import type { FailureKind, PainterId } from "@/lib/job/schema";
import type { Size } from "@/lib/poster/capability";
import type { Poster, Ratio } from "@/lib/poster/schema";

/** One picture wanted; everything that goes on the wire is here. */
export interface PaintRequest {
  model: string;
  poster: Poster;
  ratio: Ratio;
  size: Size;
  prompt: string;
  negativePrompt: string;
}

/** Every place an answer may hold its picture in, the likeliest first; never both lists empty. */
export interface Found {
  /** Pictures inside the answer: they beat an address, for nothing more can go wrong with them. */
  inside: readonly Uint8Array[];
  /** Where it waits to be fetched. */
  addresses: readonly string[];
  /** Epoch ms at which the last of the addresses dies; null where one of them does not say. */
  expiresAt: number | null;
}

/** What a painter says: where the picture is, or why there is none. */
export type PaintAnswer =
  | { ok: true; picture: Found; upstreamRequestId: string | null }
  | {
      ok: false;
      failure: FailureKind;
      /** The upstream's own words, without keys; for the details. */
      detail: string | null;
      upstreamRequestId: string | null;
      /** How long the upstream asks to be left alone, ms; null where it does not say. */
      retryAfterMs: number | null;
    };

/** A painter turns a request into a picture. It never throws for what an upstream may do. */
export interface Painter {
  id: PainterId;
  paint(request: PaintRequest): Promise<PaintAnswer>;
}
