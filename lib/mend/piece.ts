import type { Erasure, Patch } from "./schema";

/** One thing done to a picture: words set over painted ones, or a line taken out. */
export type Piece = Patch | Erasure;

/** True for words that are set; else a line is only taken out. */
export const isPatch = (piece: Piece): piece is Patch => "blockId" in piece;

/** What a piece is known by: its block, or the line nobody asked for. */
export const idOf = (piece: Piece): string => (isPatch(piece) ? piece.blockId : piece.extraId);

/** The words among some pieces. */
export const patchesOf = (pieces: readonly Piece[]): Patch[] => pieces.filter(isPatch);

/** The lines that are only taken out among some pieces. */
export const erasuresOf = (pieces: readonly Piece[]): Erasure[] =>
  pieces.filter((piece): piece is Erasure => !isPatch(piece));
