import Link from "next/link";
import type { ReactNode } from "react";
import { speech } from "@/lib/i18n/server";
import type { Image } from "@/lib/image/store";
import { findCapability, foundModel, practiceModel } from "@/lib/poster/capability";
import { formatFen } from "@/lib/poster/cost";

const bytesPerMegabyte = 1_000_000;

/** How a picture was made: true pixels, painter, settings, seconds, request. */
export async function ImageFacts({ image }: { image: Image }) {
  const { t, format } = await speech();
  const { width, height, ratio, poster } = image;
  const asked = findCapability(image.model)?.sizes[image.ratio];
  const differs = asked && (asked.width !== width || asked.height !== height);
  const onOff = (isOn: boolean) => t(isOn ? "image.on" : "image.off");
  const size = t("image.sizeValue", { width: `${width}`, height: `${height}`, ratio });
  const isDraft = image.painter === "draft";
  const draftName = () =>
    t(image.model === practiceModel ? "image.practicePainter" : "image.draftPainter");
  const painterName = image.model === foundModel ? t("found.painter") : `Nebula · ${image.model}`;
  const mended = image.parentId && (
    <Link href={`/gallery/${image.parentId}`} className="underline underline-offset-4">
      {t("mend.fromValue")}
    </Link>
  );
  const facts: [string, ReactNode][] = [
    [t("image.cost"), formatFen(image.costFen)],
    [
      t("image.size"),
      differs
        ? `${size} (${t("image.sizeDiffers", { width: `${asked.width}`, height: `${asked.height}` })})`
        : size,
    ],
    [t("image.painter"), isDraft ? draftName() : painterName],
    ...(mended ? [[t("mend.from"), mended] as [string, ReactNode]] : []),
    [t("image.expand"), onOff(poster.expand)],
    [t("image.watermark"), onOff(poster.watermark)],
    [t("image.keepOut"), image.negativePrompt || t("image.nothing")],
    [t("image.took"), t("image.seconds", { seconds: (image.tookMs / 1000).toFixed(1) })],
    [
      t("image.made"),
      format.dateTime(image.createdAt, { dateStyle: "medium", timeStyle: "medium" }),
    ],
    [
      t("image.weight"),
      t("image.megabytes", { size: (image.bytes / bytesPerMegabyte).toFixed(2) }),
    ],
    [t("image.request"), image.upstreamRequestId ?? t("image.none")],
  ];
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-2 text-[13px]">
      {facts.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-mute">{name}</dt>
          <dd className="wrap-anywhere tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
