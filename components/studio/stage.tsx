"use client";

import { lazy, type ReactNode, Suspense, useState } from "react";
import { useTranslations } from "use-intl";
import { useLettering } from "@/components/poster/fonts/use-lettering";
import { useArrived } from "@/components/ui/use-arrived";
import { useStirred } from "@/components/ui/use-stirred";
import { defaultCapability } from "@/lib/poster/capability";
import type { Ratio } from "@/lib/poster/schema";
import { usePosterNow } from "./poster-form";
import { useGuides } from "./use-guides";

const loadSheet = async () => (await import("@/components/poster/sheet")).Sheet;
const SheetEditor = lazy(async () => ({ default: (await import("./sheet-editor")).SheetEditor }));
const StageTools = lazy(async () => ({ default: (await import("./stage-tools")).StageTools }));

interface StageProps {
  shown: Ratio;
  /** The sheet the page opens with, drawn by the server. */
  still: ReactNode;
}

/** The sheet on its press, as large as the room allows, with what one does to it as a whole. */
export function Stage({ shown, still }: StageProps) {
  const t = useTranslations("sheet");
  const { width, height } = defaultCapability.sizes[shown];
  const [guides, toggleGuides] = useGuides();
  const isStirred = useStirred();
  return (
    <div className="flex h-full min-h-0 flex-col gap-1">
      <div
        className="flex min-h-0 flex-1 items-center justify-center max-lg:h-80 max-lg:flex-none"
        style={{ containerType: "size" }}
        title={t("note")}
      >
        <div className="press" translate="no">
          <div
            className="relative"
            style={{
              aspectRatio: `${width} / ${height}`,
              width: `min(100cqw - 44px, (100cqh - 44px) * ${width / height})`,
            }}
          >
            <SheetNow ratio={shown} still={still} isStirred={isStirred} />
            {isStirred && (
              <Suspense>
                <SheetEditor ratio={shown} guides={guides} />
              </Suspense>
            )}
          </div>
        </div>
      </div>
      <div className="h-11 lg:h-9">
        {isStirred && (
          <Suspense>
            <StageTools guides={guides} onGuides={toggleGuides} />
          </Suspense>
        )}
      </div>
    </div>
  );
}

interface SheetNowProps {
  ratio: Ratio;
  still: ReactNode;
  isStirred: boolean;
}

/** Alone in following the hand at every keystroke; until there is one, the server's drawing will do. */
function SheetNow({ ratio, still, isStirred }: SheetNowProps) {
  const poster = usePosterNow();
  const [opened] = useState({ poster, still });
  useLettering(poster.blocks);
  const Sheet = useArrived(loadSheet, isStirred || poster !== opened.poster, poster);
  return Sheet ? <Sheet poster={poster} ratio={ratio} /> : opened.still;
}
