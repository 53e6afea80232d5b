import { Studio } from "@/components/studio/studio";
import { speech } from "@/lib/i18n/server";
import { findImage } from "@/lib/image/store";
import { idSchema } from "@/lib/job/schema";
import { defaultCapability, findCapability } from "@/lib/poster/capability";
import { startFrom } from "@/lib/poster/starters";
import { env } from "@/lib/server/env";

interface PageProps {
  searchParams: Promise<{ remix?: string | string[] }>;
}

/** The studio; `?remix=<image id>` opens it with that picture's settings. */
export default async function Page({ searchParams }: PageProps) {
  const { language } = await speech();
  const { NEBULA_API_KEY, NEBULA_MODEL, PRICE_FEN } = env();
  const { officialPriceFen, usualSeconds } = findCapability(NEBULA_MODEL) ?? defaultCapability;
  const remixOf = idSchema.safeParse((await searchParams).remix);
  const image = remixOf.success ? await findImage(remixOf.data) : undefined;
  const starter = language === "zh" ? "couplet" : "poster";
  return (
    <main id="content">
      <Studio
        initial={startFrom(starter, language, 1)}
        remix={image?.poster ?? null}
        offer={{
          hasKey: NEBULA_API_KEY !== undefined,
          priceFen: PRICE_FEN,
          officialPriceFen,
          usualSeconds,
        }}
      />
    </main>
  );
}
