"use client";

import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "use-intl";
import { Part } from "@/components/site/part";
import { buttonClass } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { MendedPicture } from "@/lib/mend/mending";
import { isPatch } from "@/lib/mend/piece";
import type { Erasable, Mendable } from "@/lib/mend/schema";
import { BlockPicker } from "./block-picker";
import { ExtraPanel } from "./extra-panel";
import { ExtraPicker } from "./extra-picker";
import { MendStage } from "./mend-stage";
import { PatchPanel } from "./patch-panel";
import { patchTextId } from "./patch-text";
import { SaveBar } from "./save-bar";
import { UndoTools } from "./undo-tools";
import { type MendingInHand, useMending } from "./use-mending";

interface MendRoomProps {
  picture: MendedPicture;
  mendables: readonly Mendable[];
  erasables: readonly Erasable[];
  /** The blocks and extra lines the page opens with, the one in hand first. */
  chosen: readonly string[];
  isUnread: boolean;
  /** Painted without its words: there are none to take away. */
  isBare: boolean;
}

const openText = () => document.getElementById(patchTextId)?.focus();

/** The mending table: the picture on the left, its words and the patch in hand on the right. */
export function MendRoom(props: MendRoomProps) {
  const { picture, mendables, erasables, chosen, isUnread, isBare } = props;
  const t = useTranslations("mend");
  const find = (id: string | null) => mendables.find(({ blockId }) => blockId === id);
  const findExtra = (id: string | null) => erasables.find(({ erasure }) => erasure.extraId === id);
  const mending = useMending(
    chosen.flatMap((id) => find(id)?.patch ?? findExtra(id)?.erasure ?? []),
  );
  const { piece, selected } = mending;
  const [inHand, extra] = [find(selected), findExtra(selected)];
  const { width, height } = picture;
  return (
    <div className="lg:grid lg:h-[calc(100dvh-var(--above))] lg:grid-cols-[minmax(0,1fr)_440px]">
      <div className="max-lg:contents lg:flex lg:min-h-0 lg:flex-col lg:gap-3 lg:px-5 lg:py-4">
        <Tools picture={picture} mending={mending} />
        <div className="grid min-h-0 place-items-center overflow-hidden max-lg:sticky max-lg:top-0 max-lg:z-20 max-lg:h-[42dvh] max-lg:bg-paper max-lg:shadow-md lg:flex-1">
          <div className="size-full" style={{ containerType: "size" }}>
            <div className="grid size-full place-items-center">
              <div className="press max-lg:p-3" translate="no">
                <div
                  style={{
                    aspectRatio: `${width} / ${height}`,
                    width: `min(100cqw - 44px, (100cqh - 44px) * ${width / height})`,
                  }}
                >
                  <Part>
                    <MendStage
                      {...{ picture, mendables, erasables, mending }}
                      onOpenText={openText}
                    />
                  </Part>
                </div>
              </div>
            </div>
          </div>
        </div>
      </div>
      <aside className="flex flex-col border-line bg-sheet lg:min-h-0 lg:border-l">
        <div className="flex flex-col gap-5 px-3.5 py-5 max-lg:pb-32 max-lg:[&_*]:scroll-mt-[44dvh] max-lg:[&_*]:scroll-mb-28 lg:flex-1 lg:overflow-y-auto lg:px-5">
          <div>
            <h1 className="font-bold font-serif text-xl">{t("heading")}</h1>
            <p className="mt-1 text-[13px] text-mute">{t(isBare ? "leadBare" : "lead")}</p>
          </div>
          {isUnread && <Unread id={picture.id} />}
          <Part>
            <BlockPicker mendables={mendables} mending={mending} isBare={isBare} />
            {erasables.length > 0 && <ExtraPicker erasables={erasables} mending={mending} />}
            {piece && isPatch(piece) && inHand && (
              <PatchPanel
                key={selected}
                mendable={inHand}
                patch={piece}
                {...{ picture, mending }}
              />
            )}
            {piece && !isPatch(piece) && extra && (
              <ExtraPanel
                key={selected}
                erasable={extra}
                erasure={piece}
                {...{ picture, mending }}
              />
            )}
            {!piece && <Nothing mendables={mendables} />}
          </Part>
        </div>
        <Part>
          <SaveBar imageId={picture.id} mending={mending} />
        </Part>
      </aside>
    </div>
  );
}

interface ToolsProps {
  picture: MendedPicture;
  mending: MendingInHand;
}

function Tools({ picture, mending }: ToolsProps) {
  const t = useTranslations("mend");
  return (
    <div className="flex items-center gap-2 max-lg:px-3.5 max-lg:py-2">
      <Link href={`/gallery/${picture.id}`} className={buttonClass("ghost", "min-h-11")}>
        <ArrowLeft aria-hidden className="size-4" />
        {t("back")}
      </Link>
      <div className="flex-1" />
      <div className="max-lg:hidden">
        <UndoTools mending={mending} />
      </div>
    </div>
  );
}

/** The words are fitted anew when the page is loaded again. */
function Unread({ id }: { id: string }) {
  const t = useTranslations("mend");
  return (
    <div className="flex flex-col items-start gap-2 rounded-xl border border-line bg-raised px-3.5 py-3">
      <Notice tone="quiet">{t("unread")}</Notice>
      <a href={`/gallery/${id}/mend`} className={buttonClass("ghost")}>
        {t("again")}
      </a>
    </div>
  );
}

function Nothing({ mendables }: { mendables: readonly Mendable[] }) {
  const t = useTranslations("mend");
  const isExact = mendables.every(({ verdict }) => verdict === "exact");
  const said = mendables.length === 0 ? "wordless" : isExact ? "allExact" : "none";
  return <Notice tone="quiet">{t(said)}</Notice>;
}
