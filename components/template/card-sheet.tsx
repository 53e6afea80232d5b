"use client";

import { useEffect, useMemo, useRef, useState } from "react";
import { useLettering } from "@/components/poster/fonts/use-lettering";
import { Sheet, type SheetProps } from "@/components/poster/sheet";
import { defaultCapability } from "@/lib/poster/capability";
import { paletteOf } from "@/lib/poster/layout/palette";
import type { Poster } from "@/lib/poster/schema";

const nearPx = 300;

interface CardSheetProps {
  poster: Poster;
  /** The first few are drawn at once; the rest, with their fonts, when they come near. */
  isEager: boolean;
}

/** A template's picture: its typeset sheet, drawn by what draws the studio's. */
export function CardSheet({ poster, isEager }: CardSheetProps) {
  const box = useRef<HTMLDivElement>(null);
  const [isNear, setNear] = useState(isEager);
  useEffect(() => {
    if (isNear || !box.current) return;
    const watch = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) setNear(true);
      },
      { rootMargin: `${nearPx}px` },
    );
    watch.observe(box.current);
    return () => watch.disconnect();
  }, [isNear]);
  const [ratio = "3:4"] = poster.ratios;
  const { width, height } = defaultCapability.sizes[ratio];
  const { from, to } = useMemo(() => paletteOf(poster), [poster]);
  return (
    <div className="aspect-square overflow-hidden rounded-xl bg-line/40 p-3">
      <div className="grid size-full place-items-center">
        <div
          ref={box}
          translate="no"
          style={{
            aspectRatio: `${width} / ${height}`,
            // The tile is square, so a share of its width is one of its height too.
            width: `${Math.min(1, width / height) * 100}%`,
            background: `linear-gradient(150deg, ${from}, ${to})`,
          }}
        >
          {isNear && <LetteredSheet poster={poster} ratio={ratio} />}
        </div>
      </div>
    </div>
  );
}

function LetteredSheet(props: SheetProps) {
  useLettering(props.poster.blocks);
  return <Sheet {...props} />;
}
