import type { Piece } from "./quotations";

/** A part of a sentence between two stops, and the stop after it. */
export interface Clause {
  pieces: Piece[];
  stop: string;
}

const stops = /([,;](?:\s+|$)|\.(?:\s+|$)|[，；。\n]\s*)/u;

/** A prompt's pieces as clauses, split at every comma and stop outside its quotes. */
export function clausesOf(pieces: readonly Piece[]): Clause[] {
  const clauses: Clause[] = [{ pieces: [], stop: "" }];
  for (const piece of pieces) {
    if (piece.kind === "literal") {
      clauses.at(-1)?.pieces.push(piece);
      continue;
    }
    // Texts and the stops between them, in turn.
    for (const [index, text] of piece.text.split(stops).entries()) {
      const clause = clauses.at(-1);
      if (index % 2 === 1) {
        if (clause) clause.stop = text;
        clauses.push({ pieces: [], stop: "" });
      } else if (text.trim() !== "") clause?.pieces.push({ kind: "plain", text: text.trim() });
    }
  }
  return clauses.filter(({ pieces }) => pieces.length > 0);
}
