/** Whether the painter letters the picture, and how well. */
export type Lettering = "none" | "right" | "typo";

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

/** The words of a prompt as SVG, one line each from the top down, with a slip in the first when asked. */
export function lettered(
  prompt: string,
  lettering: Lettering,
  size: { width: number; height: number },
): string {
  const { width, height } = size;
  const literals = literalsIn(prompt);
  const lines = lettering === "typo" ? literals.with(0, slipped(literals[0] ?? "")) : literals;
  const step = height / (lines.length + 1);
  return lines
    .map((line, index) => {
      const squares = [...line].reduce((sum, each) => sum + (/[ -~]/u.test(each) ? 0.6 : 1), 0);
      const letters = Math.min((width * 0.8) / squares, step * 0.5, width / 9);
      const y = step * (index + 1);
      return `<rect x="${width * 0.05}" y="${y - letters}" width="${width * 0.9}" height="${letters * 1.5}" fill="#fff"/>
<text x="${width / 2}" y="${y}" text-anchor="middle" font-family="Noto Sans CJK SC, Noto Sans SC, sans-serif" font-size="${letters}" fill="#1c1a17">${escaped(line)}</text>`;
    })
    .join("\n");
}
