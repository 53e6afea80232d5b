import type { FoundPicture } from "@/lib/found/schema";
import { speech } from "@/lib/i18n/server";
import { AdoptButton } from "./adopt-button";

const bytesPerMegabyte = 1_000_000;

/** One picture of the data folder that the gallery does not know. */
export async function FoundCard({ picture }: { picture: FoundPicture }) {
  const { t, format } = await speech();
  const { path, words, isNoted, at, bytes } = picture;
  const file = path.split("/").at(-1) ?? path;
  const name = words || file;
  const known = isNoted ? "found.noted" : words ? "found.embedded" : "found.wordless";
  return (
    <li className="flex flex-col gap-2" data-testid="found">
      {/* biome-ignore lint/performance/noImgElement: the server makes its own thumbnails */}
      <img
        src={`/api/found?file=${encodeURIComponent(path)}`}
        alt={t("found.alt", { name })}
        loading="lazy"
        decoding="async"
        className="aspect-square w-full rounded-xl bg-line/40 object-contain p-3"
      />
      <div className="flex flex-auto flex-col gap-1 px-1">
        <p translate="no" className="line-clamp-2 wrap-anywhere font-semibold font-serif">
          {words || t("found.nameless")}
        </p>
        <p className="text-mute text-xs">{t(known)}</p>
        <p translate="no" className="wrap-anywhere text-mute text-xs">
          {path}
        </p>
        <p className="text-mute text-xs tabular-nums">
          {t("image.megabytes", { size: (bytes / bytesPerMegabyte).toFixed(2) })}
          {" · "}
          <time dateTime={new Date(at).toISOString()}>
            {format.dateTime(at, { dateStyle: "medium", timeStyle: "short" })}
          </time>
        </p>
      </div>
      <AdoptButton path={path} name={name} />
    </li>
  );
}
