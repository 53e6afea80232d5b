/** Least contrast of words that are to be read, as WCAG has it for large type. */
const leastContrast = 3;

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** How far two colours stand apart, 1 to 21 (WCAG 2). CSS hex. */
export function contrastOf(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

const inks = ["#fffdf8", "#1c1a17"] as const;

/** The colour, or the house's white or black where it could not be read on that ground. */
export function legible(colour: string, ground: string): string {
  if (contrastOf(colour, ground) >= leastContrast) return colour;
  const [light, dark] = inks;
  return contrastOf(light, ground) >= contrastOf(dark, ground) ? light : dark;
}
