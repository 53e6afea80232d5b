import "server-only";
import type { PainterId } from "@/lib/job/schema";
import { draftPainter } from "./draft";
import { nebulaPainter } from "./nebula";
import type { Painter } from "./port";

const painters: Record<PainterId, Painter> = { nebula: nebulaPainter, draft: draftPainter };

/** The painter of a job. */
export const painterOf = (id: PainterId): Painter => painters[id];
