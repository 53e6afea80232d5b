import "server-only";
import type { FailureKind } from "@/lib/job/schema";

/** One image to be made: the row is the request, so no tab and no process needs to live. */
export interface JobTable {
  id: string;
  /** The click that asked for it; unique together with `position`. */
  order_id: string;
  position: number;
  painter: "nebula" | "draft";
  model: string;
  ratio: string;
  /** JSON of posterSchema. */
  poster: string;
  prompt: string;
  negative_prompt: string;
  /** Fen the upstream takes when it delivers. */
  price_fen: number;
  state: "queued" | "painting" | "saving" | "done" | "failed" | "cancelled" | "unknown";
  /** Epoch milliseconds, UTC, as all times here. */
  created_at: number;
  started_at: number | null;
  answered_at: number | null;
  finished_at: number | null;
  /** Where the painted picture waits, once the upstream has answered; never shown. */
  answer_url: string | null;
  answer_expires_at: number | null;
  upstream_request_id: string | null;
  failure: FailureKind | null;
  /** The upstream's own words, for the details. */
  failure_detail: string | null;
  image_id: string | null;
  /** Set when the user puts a settled job out of sight. */
  dismissed_at: number | null;
}

/** One picture that exists on disk. Rows stay when the picture is deleted: the money was spent. */
export interface ImageTable {
  id: string;
  job_id: string;
  painter: "nebula" | "draft";
  model: string;
  ratio: string;
  poster: string;
  prompt: string;
  negative_prompt: string;
  /** True pixels, read from the file. */
  width: number;
  height: number;
  bytes: number;
  sha256: string;
  cost_fen: number;
  took_ms: number;
  upstream_request_id: string | null;
  created_at: number;
  deleted_at: number | null;
}

/** One template of one's own; the built-in ones are code. */
export interface TemplateTable {
  id: string;
  name: string;
  /** JSON of posterSchema. */
  poster: string;
  created_at: number;
  updated_at: number;
  /** Set while the template can still be brought back. */
  deleted_at: number | null;
}

export interface Database {
  job: JobTable;
  image: ImageTable;
  template: TemplateTable;
}
