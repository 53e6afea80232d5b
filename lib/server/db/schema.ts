import "server-only";
import type { FailureKind, RollState } from "@/lib/job/schema";
import type { EntryKind } from "@/lib/ledger/schema";

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
  /**
   * Where the painted picture waits, once the upstream has answered: one address a line, the likeliest
   * first; never shown.
   */
  answer_url: string | null;
  answer_expires_at: number | null;
  upstream_request_id: string | null;
  failure: FailureKind | null;
  /** The upstream's own words, for the details. */
  failure_detail: string | null;
  image_id: string | null;
  /** Set when the user puts a settled job out of sight. */
  dismissed_at: number | null;
  /** The browser that ordered it. */
  person_id: string;
  /** What the upstream is asked for, `W*H`. */
  size: string;
  /** Hash of every field on the wire; the same request has the same. */
  request_hash: string;
  /** When its price was last set aside: the day whose budget it burdens. */
  ordered_at: number;
  /** Requests sent since somebody last pressed a button for it. */
  attempts: number;
  /** Not to be sent again before. */
  run_after: number;
  /** 1 once the size was exchanged for its twin. */
  is_resized: number;
  /** A picture that came inside the answer and is on disk already, under this id. */
  answer_image_id: string | null;
  /** The job with the same request whose picture this one waits for. */
  follows: string | null;
  /** 1 when its picture was there already and cost nothing. */
  is_cached: number;
  /** The roll until exact that ordered it. */
  roll_id: string | null;
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
  format: "png" | "jpeg" | "webp";
  cost_fen: number;
  took_ms: number;
  upstream_request_id: string | null;
  created_at: number;
  deleted_at: number | null;
  /** The picture this one was mended from. */
  parent_id: string | null;
  /** Since when it is the one to keep of its batch. */
  best_at: number | null;
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

/** One movement of money; rows are never changed. Amounts in fen, signed. */
interface LedgerTable {
  id: string;
  at: number;
  /** When the order was given: the day the money belongs to. */
  ordered_at: number;
  kind: EntryKind;
  job_id: string;
  person_id: string;
  model: string;
  ratio: string;
  reserved_fen: number;
  spent_fen: number;
  maybe_fen: number;
  saved_fen: number;
  /** The request it is about: what to look up in the gateway's own log. */
  upstream_request_id: string | null;
}

/** The ledger's entries of a quarter of an hour by `ordered_at`, summed by a trigger. */
interface LedgerSumTable {
  /** Its first moment, epoch ms. */
  quarter: number;
  reserved_fen: number;
  spent_fen: number;
  maybe_fen: number;
  saved_fen: number;
}

/** What the house remembers of itself: budgets, sizes the upstream takes. */
interface SettingTable {
  key: string;
  /** JSON. */
  value: string;
}

/** The name somebody gave themselves. */
interface PersonTable {
  id: string;
  name: string;
}

/** What was read on a picture; its words are in `body`. */
export interface ProofTable {
  image_id: string;
  state: "waiting" | "reading" | "read" | "unread";
  attempts: number;
  failure: "off" | "unreadable" | "timeout" | "crashed" | "gone" | null;
  engine: string | null;
  read_at: number | null;
  /** JSON of proofSchema. */
  body: string | null;
  /** JSON of its ProofSummary with what people said; a page of badges needs no more. */
  summary: string | null;
  /** The Chinese characters surely painted right, one for each time; null where nobody counted yet. */
  right_letters: string | null;
  wrong_letters: string | null;
}

/** What a person said of a block; the last word counts. */
interface JudgementTable {
  id: string;
  image_id: string;
  block_id: string;
  verdict: "right" | "wrong" | "machine";
  person_id: string;
  at: number;
}

/** One "roll until exact": the same request again and again, one at a time, within limits. */
interface RollTable {
  id: string;
  /** The job whose request is painted anew. */
  job_id: string;
  person_id: string;
  /** Most further pictures. */
  max_more: number;
  /** Most further money, fen. */
  max_fen: number;
  state: RollState;
  created_at: number;
}

export interface Database {
  roll: RollTable;
  proof: ProofTable;
  judgement: JudgementTable;
  ledger: LedgerTable;
  ledger_sum: LedgerSumTable;
  setting: SettingTable;
  person: PersonTable;
  job: JobTable;
  image: ImageTable;
  template: TemplateTable;
}
