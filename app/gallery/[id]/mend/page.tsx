import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { imageWords } from "@/components/image/image-words";
import { MendRoom } from "@/components/mend/mend-room";
import { speech } from "@/lib/i18n/server";
import { idSchema } from "@/lib/job/schema";
import { openMend } from "@/lib/mend/open-mend";

interface PageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<Partial<Record<"block" | "all" | "extras", string | string[]>>>;
}

/** Read once in a request, by the head and by the page. */
async function openedOf(params: PageProps["params"]) {
  const id = idSchema.safeParse((await params).id);
  return id.success ? openMend(id.data) : undefined;
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { t } = await speech();
  const opened = await openedOf(params);
  return opened ? { title: t("mend.title", { words: imageWords(opened.image.poster) }) } : {};
}

/** One picture on the mending table; `?block=` takes one block in hand, `?all` sets them all, `?extras` takes extra lines out. */
export default async function Page({ params, searchParams }: PageProps) {
  const { block, all, extras } = await searchParams;
  const opened = await openedOf(params);
  if (!opened) notFound();
  const { image, mendables, erasables, wrong, isUnread, isBare } = opened;
  const known = mendables.map(({ blockId }) => blockId);
  const asked = known.filter((id) => id === block);
  const others = all === undefined ? wrong : known;
  const lines = extras === undefined ? [] : erasables.map(({ erasure }) => erasure.extraId);
  return (
    <main id="content">
      <MendRoom
        picture={{ id: image.id, width: image.width, height: image.height }}
        mendables={mendables}
        erasables={erasables}
        chosen={[...new Set([...lines, ...asked, ...others])]}
        isUnread={isUnread}
        isBare={isBare}
      />
    </main>
  );
}
