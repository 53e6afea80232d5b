import * as z from "zod/mini";

/** Where a picture lies under the folder of pictures; checked again against the disk. */
export const pathSchema = z.string().check(z.minLength(1), z.maxLength(1000));

/** A picture in the store that no record knows of, as its page shows it. */
export interface FoundPicture {
  path: string;
  /** Its words as far as they are known; "" when they are not. */
  words: string;
  /** Whether a note of ours lies beside it. */
  isNoted: boolean;
  /** Epoch ms: when it was made, or when its file was last touched. */
  at: number;
  bytes: number;
}

/** What became of a run over many: where to go on from, or null at the end. */
export interface Adopted {
  adopted: number;
  /** Files that are no whole picture or cannot be read; they stay where they are. */
  refused: number;
  next: string | null;
}
