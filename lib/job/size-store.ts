import "server-only";
import type { Kysely } from "kysely";
import { defaultCapability, findCapability, wireSize } from "@/lib/poster/capability";
import type { Ratio } from "@/lib/poster/schema";
import { database } from "@/lib/server/db/client";
import type { Database } from "@/lib/server/db/schema";
import { findSetting, writeSetting } from "@/lib/server/db/setting";
import { env } from "@/lib/server/env";

/** Another address may be another gateway, which takes other sizes. */
const keyOf = (model: string, ratio: Ratio) => `size ${env().NEBULA_BASE_URL} ${model} ${ratio}`;

/** The pixels to ask for, `W*H`: those the upstream took last, else those of the documentation. */
export async function sizeToAsk(model: string, ratio: Ratio): Promise<string> {
  const known = await findSetting(await database(), keyOf(model, ratio));
  if (typeof known === "string") return known;
  return wireSize((findCapability(model) ?? defaultCapability).sizes[ratio]);
}

/** Remembers that the upstream takes these pixels and not their twin. */
export async function rememberSize(
  db: Kysely<Database>,
  model: string,
  ratio: Ratio,
  size: string,
): Promise<void> {
  await writeSetting(db, keyOf(model, ratio), size);
}
