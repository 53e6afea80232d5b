import type { Place } from "../schema";

/** What a finding is beside on the page. */
export type Spot = "words" | "scene" | "keepOut" | "prompt" | "expand" | "watermark";

/** A change that puts a finding right, as data: `applyMend` makes it. */
export type Mend =
  | { kind: "dropTerm"; term: string }
  | { kind: "expandOff" }
  | { kind: "watermarkOn" }
  | { kind: "movePlace"; blockId: string; place: Place }
  | { kind: "breakLines"; blockId: string }
  | { kind: "stripInvisible"; blockId: string }
  | { kind: "ungarble"; blockId: string }
  | { kind: "simplify"; blockId: string }
  | { kind: "quotedToBlocks" }
  | { kind: "spacesForBreaks" };

export type Rule =
  | "bansWords"
  | "bansLogo"
  | "bansWatermark"
  | "styleConflict"
  | "unbalancedQuotes"
  | "brokenLines"
  | "sceneQuotes"
  | "looseWords"
  | "expandExact"
  | "expandLong"
  | "watermarkOff"
  | "manyCharacters"
  | "samePlace"
  | "crowded"
  | "rareCharacters"
  | "unlistedCharacters"
  | "oftenWrong"
  | "mixedScripts"
  | "invisible"
  | "garbled"
  | "noQuotes"
  | "checkThese";

/** Something worth knowing before paying. It never stands in the way. */
export interface Finding {
  rule: Rule;
  /** The block or the part of the poster it concerns. */
  at: { block: string } | { spot: Spot };
  /** `check`: nothing is wrong, but a person should look. */
  level: "warn" | "check";
  /** What its sentence names. */
  says: Record<string, string>;
  mend?: Mend;
}
