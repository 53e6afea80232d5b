/** The server draws glyph by glyph at full widths; the browser must not kern, trim or swap forms. */
export const asSet = {
  fontSynthesis: "none",
  fontKerning: "none",
  fontVariantLigatures: "none",
  fontFeatureSettings: '"locl" 0',
  textSpacingTrim: "space-all",
  textRendering: "geometricPrecision",
} as const;
