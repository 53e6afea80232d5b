import type { Lettering } from "../schema";

/** Letterings that stand in, in this order, for characters another has not; browser and server alike. */
export const standIns = ["serif", "regular"] as const satisfies Lettering[];
