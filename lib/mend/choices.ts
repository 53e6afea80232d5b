/** What one can choose of a patch, and its limits. Free of zod, so that screens may import it cheaply. */

/** How a painted line is taken away: painted over, under a plate, or left where it is. */
export const coverIds = ["inpaint", "plate", "none"] as const;
/** How a line nobody asked for is taken out. */
export const erasureIds = ["inpaint", "plate"] as const;
/** Lines taken out of one picture at the most. */
export const maxErasures = 40;
export const alignmentIds = ["left", "middle", "right"] as const;
export const weightIds = [400, 700] as const;

/** Type size, pixels of the picture. */
export const smallestSize = 8;
export const largestSize = 1600;
/** Space between letters, em. */
export const mostSpacing = 2;
