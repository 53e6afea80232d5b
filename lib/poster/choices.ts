/** What one can choose from, and how much of it. Free of zod, so that screens may import it cheaply. */

export const ratioIds = ["1:1", "16:9", "9:16", "4:3", "3:4"] as const;
export const roleIds = [
  "title",
  "subtitle",
  "slogan",
  "body",
  "smallPrint",
  "label",
  "brand",
  "upperScroll",
  "lowerScroll",
  "horizontalScroll",
] as const;
/** The 3×3 grid, row by row, as the reader sees it. */
export const placeIds = [
  "top-left",
  "top",
  "top-right",
  "left",
  "center",
  "right",
  "bottom-left",
  "bottom",
  "bottom-right",
] as const;
export const directionIds = ["horizontal", "vertical"] as const;
/** 楷 宋 黑 行 隶, then the two free hands. */
export const letteringIds = [
  "regular",
  "serif",
  "sans",
  "running",
  "clerical",
  "brush",
  "handwriting",
] as const;
/** `auto` leaves the colour to the painter. */
export const colourIds = [
  "auto",
  "black",
  "white",
  "gold",
  "red",
  "orange",
  "yellow",
  "green",
  "teal",
  "blue",
  "purple",
  "pink",
  "brown",
  "silver",
] as const;
export const emphasisIds = ["quiet", "normal", "strong"] as const;
export const styleIds = [
  "realistic",
  "oilPainting",
  "watercolor",
  "chinese",
  "cyberpunk",
  "minimalist",
] as const;
export const lightIds = ["soft", "dramatic", "warm", "cool"] as const;
export const qualityIds = ["highQuality", "hd", "photography", "8k", "details"] as const;
export const keepOutIds = [
  "lowQuality",
  "elements",
  "styles",
  "defects",
  "portrait",
  "landscape",
  "product",
  "text",
] as const;
export const promptLanguageIds = ["auto", "zh", "en"] as const;

export const maxBlocks = 24;
export const maxBlockCharacters = 600;
export const maxImages = 20;
