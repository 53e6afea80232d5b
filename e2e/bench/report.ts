import { readFileSync, writeFileSync } from "node:fs";

/** One figure of a measurement. */
export interface Row {
  figure: string;
  result: string;
  goal: string;
  /** Null where there is no goal, or nothing was measured. */
  isMet: boolean | null;
}

type Cells = readonly string[];

const file = "BENCHMARKS.md";
const from = "<!-- table: written by npm run bench -->";
const to = "<!-- /table -->";
const heads: Cells = ["name", "figure", "result", "goal", "met?", "measured"];

/** The cells of a measurement's rows. */
export function cellsOf(name: string, rows: readonly Row[], measured: string): Cells[] {
  const met = (isMet: boolean | null) => (isMet === null ? "–" : isMet ? "yes" : "**no**");
  return rows.map(({ figure, result, goal, isMet }) => [
    name,
    figure,
    result,
    goal || "–",
    met(isMet),
    measured,
  ]);
}

/** Writes the table with the new rows and the last ones of what was not measured now; gives it back. */
export function updateReport(
  fresh: readonly Cells[],
  names: readonly string[],
  machine: string,
): string {
  const text = readFileSync(file, "utf8");
  const start = text.indexOf(from);
  const end = text.indexOf(to);
  if (start < 0 || end < start) throw new Error(`${file} lacks its lines “${from}” and “${to}”`);
  const measured = new Set(fresh.map(([name]) => name));
  const kept = readRows(text.slice(start, end)).filter(([name]) => !measured.has(name));
  const rows = names.flatMap((name) => [...fresh, ...kept].filter(([own]) => own === name));
  const table = draw([heads, ...rows]);
  const written = `${from}\n${machine}\n\n${table}\n`;
  writeFileSync(file, text.slice(0, start) + written + text.slice(end));
  return table;
}

function readRows(text: string): Cells[] {
  const lines = text.split("\n").filter((line) => line.startsWith("| "));
  // The heads and the line under them are no rows.
  return lines
    .slice(1)
    .map((line) => line.slice(1, -1).split("|"))
    .map((cells) => cells.map((cell) => cell.trim()))
    .filter(([name]) => !/^-+$/u.test(name ?? ""));
}

function draw(table: readonly Cells[]): string {
  const widths = heads.map((_, column) =>
    Math.max(...table.map((cells) => (cells[column] ?? "").length)),
  );
  const line = (cells: Cells) =>
    `| ${widths.map((width, column) => (cells[column] ?? "").padEnd(width)).join(" | ")} |`;
  const [head = heads, ...rows] = table;
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)].join("\n");
}
