"use client";

import { lazy, Suspense } from "react";
import { useTranslations } from "use-intl";
import { Sheet } from "@/components/poster/sheet";
import { useStirred } from "@/components/ui/use-stirred";
import { defaultCapability } from "@/lib/poster/capability";
import type { Ratio } from "@/lib/poster/schema";
import { usePosterNow } from "./poster-form";
import { useGuides } from "./use-guides";

const SheetEditor = lazy(async () => ({ default: (await import("./sheet-editor")).SheetEditor }));
const StageTools = lazy(async () => ({ default: (await import("./stage-tools")).StageTools }));

/** The sheet on its press, as large as the room allows, with what one does to it as a whole. */
export function Stage({ shown }: { shown: Ratio }) {
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
        <div className="press">
          <div
            className="relative"
            style={{
              aspectRatio: `${width} / ${height}`,
              width: `min(100cqw - 44px, (100cqh - 44px) * ${width / height})`,
            }}
          >
            <SheetNow ratio={shown} />
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

/** Alone in following the hand at every keystroke. */
function SheetNow({ ratio }: { ratio: Ratio }) {
  return <Sheet poster={usePosterNow()} ratio={ratio} />;
}
