import { zodResolver } from "@hookform/resolvers/zod";
import { makeablePosterSchema } from "@/lib/poster/makeable";

/** Checks the form by the schema the server checks by; loaded when first needed, for zod is large. */
export const posterResolver = zodResolver(makeablePosterSchema);
