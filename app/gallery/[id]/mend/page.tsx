import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { imageWords } from "@/components/image/image-words";
import { MendRoom } from "@/components/mend/mend-room";
import { speech } from "@/lib/i18n/server";
import { idSchema } from "@/lib/job/schema";
import { openMend } from "@/lib/mend/open-mend";

interface PageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ block?: string | string[]; all?: string | string[] }>;
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

/** One picture on the mending table; `?block=` takes one block in hand, `?all` sets them all. */
export default async function Page({ params, searchParams }: PageProps) {
  const { block, all } = await searchParams;
  const opened = await openedOf(params);
  if (!opened) notFound();
  const { image, mendables, wrong, isUnread, isBare } = opened;
  const known = mendables.map(({ blockId }) => blockId);
  const asked = known.filter((id) => id === block);
  const others = all === undefined ? wrong : known;
  return (
    <main id="content">
      <MendRoom
        picture={{ id: image.id, width: image.width, height: image.height }}
        mendables={mendables}
        chosen={[...new Set([...asked, ...others])]}
        isUnread={isUnread}
        isBare={isBare}
      />
    </main>
  );
}
