/** Whether the painter letters the picture, and how well. */
export type Lettering = "none" | "right" | "typo" | "swapped";

interface Size {
  width: number;
  height: number;
}

const escaped = (text: string) =>
  text.replace(/[<>&"]/gu, (character) => `&#${character.charCodeAt(0)};`);

/** The literals of a prompt, as the studio quotes them. */
const literalsIn = (prompt: string): string[] =>
  [...prompt.matchAll(/“([^”]+)”/gu)].map(([, literal]) => literal ?? "");

/** A word with its second character twice: the slip that models make most. */
function slipped(text: string): string {
  const characters = [...text];
  return characters.toSpliced(1, 0, characters[1] ?? "").join("");
}

const written = (text: string, x: number, y: number, size: number) =>
  `<text x="${x}" y="${y}" text-anchor="middle" font-family="Noto Sans CJK SC, Noto Sans SC, sans-serif" font-size="${size}" fill="#1c1a17">${escaped(text)}</text>`;

function row(line: string, y: number, step: number, { width }: Size): string {
  const squares = [...line].reduce((sum, each) => sum + (/[ -~]/u.test(each) ? 0.6 : 1), 0);
  const letters = Math.min((width * 0.8) / squares, step * 0.5, width / 9);
  return `<rect x="${width * 0.05}" y="${y - letters}" width="${width * 0.9}" height="${letters * 1.5}" fill="#fff"/>
${written(line, width / 2, y, letters)}`;
}

function column(line: string, x: number, { width, height }: Size): string {
  const characters = [...line];
  const step = Math.min((height * 0.7) / characters.length, width / 9);
  const top = height * 0.22;
  return `<rect x="${x - step}" y="${top}" width="${step * 2}" height="${step * (characters.length + 0.6)}" fill="#fff"/>
${characters.map((each, index) => written(each, x, top + step * (index + 1.1), step * 0.9)).join("\n")}`;
}

/** A couplet whose first scroll hangs on the left, where tradition wants the second, under what goes over both. */
function swapped([upper = "", lower = "", over = ""]: readonly string[], size: Size): string {
  const { width, height } = size;
  return [
    column(upper, width * 0.2, size),
    column(lower, width * 0.8, size),
    row(over, height * 0.14, height * 0.16, size),
  ].join("\n");
}

/** The words of a prompt as SVG, one line each from the top down; with a slip in the first, or as a couplet with swapped scrolls, when asked. */
export function lettered(prompt: string, lettering: Lettering, size: Size): string {
  const literals = literalsIn(prompt);
  if (lettering === "swapped") return swapped(literals, size);
  const slip = lettering === "typo" ? slipped : String;
  const step = size.height / (literals.length + 1);
  return literals
    .map((line, index) => row(index === 0 ? slip(line) : line, step * (index + 1), step, size))
    .join("\n");
}
