/** Whether the painter letters the picture, and how well. */
export type Lettering = "none" | "right" | "typo" | "swapped";

interface Size {
  width: number;
  height: number;
}

/** The literals of a prompt, as the studio quotes them. */
const literalsIn = (prompt: string): string[] =>
  [...prompt.matchAll(/“([^”]+)”/gu)].map(([, literal]) => literal ?? "");

/** A word with its second character twice: the slip that models make most. */
function slipped(text: string): string {
  const characters = [...text];
  return characters.toSpliced(1, 0, characters[1] ?? "").join("");
}

/** A line about its middle, in outlines of the app's own fonts: a machine may have none. */
async function written(text: string, middle: number, y: number, size: number): Promise<string> {
  // Loaded when words are painted: it is server code, which not everyone who starts the fake can load.
  const { glyph } = await import("../../lib/server/type/glyphs");
  const glyphs = await Promise.all([...text].map((character) => glyph(character, "sans", 400)));
  const scale = size / 1000;
  let x = middle - (scale * glyphs.reduce((sum, { advance }) => sum + advance, 0)) / 2;
  const paths = glyphs.map(({ path, advance }) => {
    const at = `translate(${x} ${y}) scale(${scale})`;
    x += advance * scale;
    return `<path transform="${at}" d="${path}" fill="#1c1a17"/>`;
  });
  return paths.join("");
}

async function row(line: string, y: number, step: number, { width }: Size): Promise<string> {
  const squares = [...line].reduce((sum, each) => sum + (/[ -~]/u.test(each) ? 0.6 : 1), 0);
  const letters = Math.min((width * 0.8) / squares, step * 0.5, width / 9);
  return `<rect x="${width * 0.05}" y="${y - letters}" width="${width * 0.9}" height="${letters * 1.5}" fill="#fff"/>
${await written(line, width / 2, y, letters)}`;
}

async function column(line: string, x: number, { width, height }: Size): Promise<string> {
  const characters = [...line];
  const step = Math.min((height * 0.7) / characters.length, width / 9);
  const top = height * 0.22;
  const placed = characters.map((each, at) =>
    written(each, x, top + step * (at + 1.1), step * 0.9),
  );
  return `<rect x="${x - step}" y="${top}" width="${step * 2}" height="${step * (characters.length + 0.6)}" fill="#fff"/>
${(await Promise.all(placed)).join("\n")}`;
}

/** A couplet whose first scroll hangs on the left, where tradition wants the second, under what goes over both. */
const swapped = ([upper = "", lower = "", over = ""]: readonly string[], size: Size) => [
  column(upper, size.width * 0.2, size),
  column(lower, size.width * 0.8, size),
  row(over, size.height * 0.14, size.height * 0.16, size),
];

/** The words of a prompt as SVG, one line each from the top down; with a slip in the first, or as a couplet with swapped scrolls, when asked. */
export async function lettered(prompt: string, lettering: Lettering, size: Size): Promise<string> {
  const literals = literalsIn(prompt);
  const slip = lettering === "typo" ? slipped : String;
  const step = size.height / (literals.length + 1);
  const drawn =
    lettering === "swapped"
      ? swapped(literals, size)
      : literals.map((line, at) => row(at === 0 ? slip(line) : line, step * (at + 1), step, size));
  return (await Promise.all(drawn)).join("\n");
}
