import { StillSheet } from "@/components/poster/still-sheet";
import { Studio } from "@/components/studio/studio";
import type { Opening } from "@/components/studio/use-saved-poster";
import { speech } from "@/lib/i18n/server";
import { findImage } from "@/lib/image/store";
import { idSchema } from "@/lib/job/schema";
import { defaultCapability, findCapability } from "@/lib/poster/capability";
import { compilePrompt } from "@/lib/poster/prompt/prompt";
import { literalsOf } from "@/lib/poster/words";
import { env } from "@/lib/server/env";
import { builtInPoster } from "@/lib/template/built-in";
import { isBuiltIn } from "@/lib/template/built-in-ids";
import { templateIdSchema } from "@/lib/template/schema";
import { findTemplate } from "@/lib/template/store";

type Asked = Partial<Record<"remix" | "template" | "edit", string | string[]>>;

interface PageProps {
  searchParams: Promise<Asked>;
}

/** What `?remix=<image id>` opens: that picture's settings. */
async function openedImage({ remix }: Asked): Promise<Opening | undefined> {
  const { t } = await speech();
  const id = idSchema.safeParse(remix);
  const image = id.success ? await findImage(id.data) : undefined;
  return image && { poster: image.poster, said: t("studio.remixed"), edited: null };
}

/** What `?template=<id>` opens; with `&edit=1` one's own is opened to be saved over. */
async function openedTemplate({ template, edit }: Asked): Promise<Opening | undefined> {
  const { t, language } = await speech();
  if (isBuiltIn(template)) {
    const said = t("templates.opened", { name: t(`starters.${template}`) });
    return { poster: builtInPoster(template, language), said, edited: null };
  }
  const id = templateIdSchema.safeParse(template);
  const own = id.success ? await findTemplate(id.data) : undefined;
  if (!own) return undefined;
  const { poster, name } = own;
  return edit === "1"
    ? { poster, said: t("templates.editing", { name }), edited: { id: own.id, name } }
    : { poster, said: t("templates.opened", { name }), edited: null };
}

/** The studio, with the unfinished poster of this browser or with what the address asks for. */
export default async function Page({ searchParams }: PageProps) {
  const { t, language } = await speech();
  const { NEBULA_API_KEY, NEBULA_MODEL, PRICE_FEN } = env();
  const { officialPriceFen, usualSeconds } = findCapability(NEBULA_MODEL) ?? defaultCapability;
  const asked = await searchParams;
  const opening = (await openedImage(asked)) ?? (await openedTemplate(asked));
  const initial =
    opening?.poster ?? builtInPoster(language === "zh" ? "couplet" : "sale", language);
  const [ratio = "3:4"] = initial.ratios;
  const words = literalsOf(initial).join(" / ") || t("sheet.empty");
  const label = t("sheet.label", { ratio, words });
  return (
    <main id="content">
      <Studio
        initial={initial}
        opening={opening ?? null}
        firstSight={{
          sheet: <StillSheet poster={initial} ratio={ratio} label={label} />,
          prompt: compilePrompt(initial, ratio),
        }}
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
