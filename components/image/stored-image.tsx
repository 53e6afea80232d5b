"use client";

import { clsx } from "clsx";
import { ImageOff } from "lucide-react";
import { type ComponentProps, useCallback, useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { connection } from "@/components/site/connection";
import { useStore } from "@/components/ui/store";

/** How often a picture that did not come is asked for again, and how long after; the wait doubles. */
const mostTries = 5;
const firstWaitMs = 1000;

interface StoredImageProps extends ComponentProps<"img"> {
  alt: string;
}

/**
 * A picture of ours. One that does not load, because the server is gone for a moment, is asked for
 * again once the server is there; one that never comes leaves a sign in its place.
 */
export function StoredImage({ alt, className, ...props }: StoredImageProps) {
  const [tries, setTries] = useState(0);
  const [isBroken, setBroken] = useState(false);
  const again = useCallback(() => {
    setTries((before) => before + 1);
    setBroken(false);
  }, []);
  // One that failed before this script had begun tells nobody any more: it is asked how it fared.
  const look = useCallback((img: HTMLImageElement | null) => {
    if (img?.complete && img.naturalWidth === 0) img.decode().catch(() => setBroken(true));
  }, []);
  if (isBroken) return <Broken className={className} tries={tries} onAgain={again} />;
  return (
    // biome-ignore lint/performance/noImgElement: the server makes its own thumbnails
    <img
      key={tries}
      ref={look}
      alt={alt}
      className={className}
      onError={() => setBroken(true)}
      {...props}
    />
  );
}

interface BrokenProps {
  className: string | undefined;
  tries: number;
  onAgain: () => void;
}

function Broken({ className, tries, onAgain }: BrokenProps) {
  const t = useTranslations("part");
  const isHeard = useStore(connection, (now) => now === "good");
  useEffect(() => {
    if (!isHeard || tries >= mostTries) return;
    const timer = setTimeout(onAgain, firstWaitMs * 2 ** tries);
    return () => clearTimeout(timer);
  }, [isHeard, tries, onAgain]);
  return (
    <span
      role="img"
      aria-label={t("picture")}
      title={t("picture")}
      data-testid="broken"
      className={clsx(
        "grid min-h-12 place-items-center rounded-lg bg-line/60 text-mute",
        className,
      )}
    >
      <ImageOff aria-hidden className="size-5" />
    </span>
  );
}
