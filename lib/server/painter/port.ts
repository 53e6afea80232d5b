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

/** What a painter says: where the picture waits (or the picture), or why there is none. */
export type PaintAnswer =
  | {
      ok: true;
      picture: { url: string; expiresAt: number | null } | { bytes: Uint8Array };
      upstreamRequestId: string | null;
    }
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
