"use client";

import { useTranslations } from "use-intl";
import { Sheet } from "@/components/poster/sheet";
import { defaultCapability } from "@/lib/poster/capability";
import type { Ratio } from "@/lib/poster/schema";
import { usePosterNow } from "./poster-form";

/** The sheet on its press, as large as the room allows. */
export function Stage({ shown }: { shown: Ratio }) {
  const t = useTranslations("sheet");
  const poster = usePosterNow();
  const { width, height } = defaultCapability.sizes[shown];
  return (
    <div
      className="flex h-full min-h-0 items-center justify-center max-lg:h-80"
      style={{ containerType: "size" }}
      title={t("note")}
    >
      <div className="press">
        <div
          style={{
            aspectRatio: `${width} / ${height}`,
            width: `min(100cqw - 44px, (100cqh - 44px) * ${width / height})`,
          }}
        >
          <Sheet poster={poster} ratio={shown} />
        </div>
      </div>
    </div>
  );
}
