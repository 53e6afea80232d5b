import { quotePairs } from "../quotes";

/** A prompt as read: the words in quotes, and what stands between them. */
export type Piece = { kind: "literal"; text: string } | { kind: "plain"; text: string };

const closers = new Map(
  quotePairs.map((pair) => {
    const [open = "", close = ""] = [...pair];
    return [open, close] as const;
  }),
);

const isWord = (character: string | undefined) =>
  character !== undefined && /[\p{L}\p{N}]/u.test(character);

/** Where a literal that opens at `from` closes; -1 when it does not. */
function closeOf(characters: readonly string[], from: number): number {
  const open = characters[from] ?? "";
  const closer = closers.get(open);
  if (closer !== undefined) return characters.indexOf(closer, from + 1);
  if (open !== "'" && open !== "‘") return -1;
  // An apostrophe is a quotation mark only where a word does not go on.
  if (isWord(characters[from - 1]) || /\s/u.test(characters[from + 1] ?? " ")) return -1;
  const ends = open === "'" ? ["'"] : ["’"];
  for (let at = from + 1; at < characters.length; at += 1) {
    if (ends.includes(characters[at] ?? "") && !isWord(characters[at + 1])) return at;
  }
  return -1;
}

/** Splits a prompt at its quotes. A mark that is never closed is plain text. */
export function piecesOf(prompt: string): Piece[] {
  const characters = [...prompt];
  const pieces: Piece[] = [];
  let plain = "";
  const flush = () => {
    if (plain !== "") pieces.push({ kind: "plain", text: plain });
    plain = "";
  };
  for (let at = 0; at < characters.length; at += 1) {
    const close = closeOf(characters, at);
    if (close > at + 1) {
      flush();
      pieces.push({ kind: "literal", text: characters.slice(at + 1, close).join("") });
      at = close;
    } else plain += characters[at];
  }
  flush();
  return pieces;
}

/** A part of a sentence between two stops: plain text, or words in quotes and what leads to them. */
export type Clause = Piece[];

const stops = /[,;:](?=\s|$)|\.(?=\s|$)|[，；。：\n]/u;

/** A prompt as clauses, split at every comma and stop outside its quotes. */
export function clausesOf(prompt: string): Clause[] {
  const clauses: Clause[] = [[]];
  for (const piece of piecesOf(prompt)) {
    if (piece.kind === "literal") clauses.at(-1)?.push(piece);
    else {
      piece.text.split(stops).forEach((text, index) => {
        if (index > 0) clauses.push([]);
        if (text.trim() !== "") clauses.at(-1)?.push({ kind: "plain", text: text.trim() });
      });
    }
  }
  return clauses.filter((clause) => clause.length > 0);
}
