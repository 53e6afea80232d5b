import * as z from "zod/mini";
import type { FactKind } from "@/lib/poster/facts";

const share = z.number().check(z.gte(0), z.lte(1));

/** A place on the picture, in its pixels. */
const boxSchema = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });

const guessSchema = z.object({ text: z.string(), confidence: share });

const letterSchema = z.object({
  text: z.string(),
  confidence: share,
  box: boxSchema,
  /** What else it may be, the likeliest first. */
  others: z.array(guessSchema),
});

const lettersSchema = z.array(letterSchema);

/** One line or column as it was read. */
const readLineSchema = z.object({
  text: z.string(),
  confidence: share,
  box: boxSchema,
  direction: z.enum(["horizontal", "vertical"]),
  letters: lettersSchema,
  /** Further readings of the same line, each from another view of it. */
  seconds: z.array(lettersSchema),
});

const verdictIds = ["exact", "wrong", "unsure", "uncheckable"] as const;

/** What keeps a verdict from being “exact”, or why a machine will not say “wrong”. */
const reasonIds = [
  "characters",
  "differences",
  "doubtful",
  "calligraphy",
  "order",
  "notFound",
  "unknownCharacters",
] as const;

/** Differences that are no other character: reported as what they are. */
const differenceIds = ["width", "shape", "case", "script"] as const;

const markKindIds = ["match", "substituted", "missing", "extra", "doubled"] as const;

/** One character of a block's alignment. */
const markSchema = z.object({
  kind: z.enum(markKindIds),
  wanted: z.nullable(z.string()),
  read: z.nullable(z.string()),
  difference: z.nullable(z.enum(differenceIds)),
  /** `unchecked`: the reader does not know this character. */
  certainty: z.enum(["sure", "doubtful", "unchecked"]),
  /** How far all views support what was wanted here. */
  support: share,
  box: z.nullable(boxSchema),
});

const blockProofSchema = z.object({
  blockId: z.string(),
  verdict: z.enum(verdictIds),
  reason: z.nullable(z.enum(reasonIds)),
  read: z.string(),
  marks: z.array(markSchema),
  confidence: share,
  box: z.nullable(boxSchema),
  /** 1 − Levenshtein / longer length. */
  ned: share,
  /** The words stand from right to left, as over a couplet. */
  isFromRight: z.boolean(),
});

const hardCheckKindIds = [
  "url",
  "email",
  "phone",
  "date",
  "time",
  "price",
  "discount",
  "percent",
  "address",
  "number",
] as const satisfies readonly FactKind[];

const hardCheckSchema = z.object({
  blockId: z.string(),
  kind: z.enum(hardCheckKindIds),
  wanted: z.string(),
  read: z.string(),
  result: z.enum(["kept", "broken", "unsure"]),
});

const figuresSchema = z.object({
  /** All blocks exact, nothing unasked for, scrolls on their sides. */
  posterCrStrict: z.boolean(),
  /** Mean over blocks of 1 − Levenshtein / longer length. */
  blockNed: share,
  /** (S + D + I) / N, over all blocks; may pass 1. */
  cer: z.number().check(z.gte(0)),
  characterPrecision: share,
  /** The field's Text Score, WAC. */
  characterRecall: share,
  characterF1: share,
});

/** A picture's words against a poster's. */
export const proofSchema = z.object({
  version: z.literal(1),
  blocks: z.array(blockProofSchema),
  extras: z.array(z.object({ text: z.string(), confidence: share, box: boxSchema })),
  areScrollsSwapped: z.boolean(),
  hardChecks: z.array(hardCheckSchema),
  figures: figuresSchema,
  /** The picture was painted without its words, which are still to be set; older proofs know of none. */
  isBare: z._default(z.boolean(), false),
});

export type Box = z.infer<typeof boxSchema>;
export type ReadLetter = z.infer<typeof letterSchema>;
export type ReadLine = z.infer<typeof readLineSchema>;
export type Verdict = (typeof verdictIds)[number];
export type Difference = (typeof differenceIds)[number];
export type Mark = z.infer<typeof markSchema>;
export type BlockProof = z.infer<typeof blockProofSchema>;
export type HardCheck = z.infer<typeof hardCheckSchema>;
export type Figures = z.infer<typeof figuresSchema>;
export type Proof = z.infer<typeof proofSchema>;

/** What a reader saw on a picture. */
export interface Reading {
  lines: readonly ReadLine[];
  /** Wanted characters the reader does not know, so that it cannot find them. */
  unknown: ReadonlySet<string>;
}

/** What people said of blocks, by block id; "machine" takes a judgement back. */
export const judgementIds = ["right", "wrong", "machine"] as const;
export type Judgements = Readonly<Record<string, "right" | "wrong">>;

/** A proof in a few numbers. */
export interface ProofSummary {
  blocks: number;
  exact: number;
  wrong: number;
  /** Unsure and not checkable: a person should look. */
  unsure: number;
  /** None of the words were found on the picture, and nobody has said otherwise. */
  isNothingFound: boolean;
  /** Characters that are surely wrong. */
  wrongCharacters: number;
  extras: number;
  areScrollsSwapped: boolean;
  slip: { wanted: string; read: string } | null;
  isExact: boolean;
  /** Somebody had a say in it. */
  isHuman: boolean;
  /** Painted without its words. */
  isBare: boolean;
}

/** How far a picture's proof is; what a badge needs. */
export type ProofState =
  | { is: "waiting" }
  | { is: "unread"; failure: "off" | "unreadable" | "timeout" | "crashed" | "gone" }
  | { is: "read"; summary: ProofSummary };

/** A person's word on a block as a page shows it. */
export interface JudgedView {
  verdict: "right" | "wrong";
  /** The name they gave themselves; "" where they gave none. */
  name: string;
  at: number;
}

/** One picture of a batch. */
export interface BatchPicture {
  id: string;
  state: ProofState;
  isBest: boolean;
}

/** What the page of a picture shows of its proof. */
export interface ProofView {
  state: ProofState;
  isBeingRead: boolean;
  proof: Proof | null;
  judged: Readonly<Record<string, JudgedView>>;
  /** Pictures of the same order, the best first. */
  batch: BatchPicture[];
}
