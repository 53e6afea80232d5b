import type { Colour } from "../schema";

/** What a named lettering colour looks like. */
export const colourHex: Record<Exclude<Colour, "auto">, string> = {
  black: "#1c1a17",
  white: "#fffdf8",
  gold: "#e8bf5a",
  red: "#c4321c",
  orange: "#e2762b",
  yellow: "#f4d03f",
  green: "#2f7d4f",
  teal: "#1f8a8a",
  blue: "#2456a6",
  purple: "#6b3fa0",
  pink: "#e58aa8",
  brown: "#7a4b2a",
  silver: "#c9ccd1",
};
