import "server-only";
import { findCapability } from "@/lib/poster/capability";
import { env } from "@/lib/server/env";
import type { PainterId } from "./schema";

/** What one picture costs if it is ordered now, fen: what buttons show and what is booked. */
export function priceNow(painter: PainterId, model: string): number {
  if (painter === "draft") return 0;
  const { NEBULA_MODEL, PRICE_FEN } = env();
  if (model === NEBULA_MODEL) return PRICE_FEN;
  return findCapability(model)?.priceFen ?? PRICE_FEN;
}
