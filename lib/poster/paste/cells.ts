/** How lines end, in whatever they were copied from. */
export const lineEnds = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/u;

/** The cell that begins at a place, as sheets write it: in quotes when it holds breaks or quotes. */
function cellAt(text: string, from: number): { cell: string; to: number; isQuoted: boolean } {
  if (text[from] === '"') {
    const quoted = /"((?:[^"]|"")*)"(?=[\t\r\n]|$)/uy;
    quoted.lastIndex = from;
    const found = quoted.exec(text);
    if (found) {
      const cell = (found[1] ?? "").replaceAll('""', '"');
      return { cell, to: from + found[0].length, isQuoted: true };
    }
  }
  const plain = /[^\t\r\n]*/uy;
  plain.lastIndex = from;
  const cell = plain.exec(text)?.[0] ?? "";
  return { cell, to: from + cell.length, isQuoted: false };
}

function parse(text: string): { rows: string[][]; isSheet: boolean } {
  const rows: string[][] = [[]];
  let isSheet = text.includes("\t");
  let at = 0;
  while (at <= text.length) {
    const { cell, to, isQuoted } = cellAt(text, at);
    // Quotes round several lines are a cell's; round one line they may be the words' own.
    if (isQuoted && lineEnds.test(cell)) isSheet = true;
    rows.at(-1)?.push(cell.trim());
    if (to >= text.length) break;
    if (text[to] === "\t") at = to + 1;
    else {
      at = to + (text.startsWith("\r\n", to) ? 2 : 1);
      rows.push([]);
    }
  }
  return { rows, isSheet };
}

const filled = (rows: readonly string[][]) =>
  rows.map((row) => row.filter((cell) => cell !== "")).filter((row) => row.length > 0);

/** Rows of a markdown table, where a text is one. */
function tableIn(text: string): string[][] | undefined {
  const lines = text.split(lineEnds).filter((line) => line.trim() !== "");
  const isTable = lines.length > 1 && lines.every((line) => /^\s{0,9}\|.*\|\s{0,9}$/u.test(line));
  if (!isTable) return undefined;
  return lines
    .filter((line) => !/^[\s|:-]+$/u.test(line))
    .map((line) =>
      line
        .trim()
        .slice(1, -1)
        .split("|")
        .map((cell) => cell.replaceAll(/<br\s?\/?>/giu, "\n").trim()),
    );
}

/**
 * The cells of a text copied from a sheet (tabs between them, quotes round those that hold breaks)
 * or of a table in markdown, row by row, empty ones left out; undefined for any other text.
 */
export function cellsIn(pasted: string): string[][] | undefined {
  const table = tableIn(pasted);
  if (table) return filled(table);
  const { rows, isSheet } = parse(pasted);
  return isSheet ? filled(rows) : undefined;
}
