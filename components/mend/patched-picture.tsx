import { useEffect, useMemo, useState } from "react";
import { loadLettering } from "@/components/poster/fonts/load-lettering";
import { SheetBlock } from "@/components/poster/sheet-drawing";
import { layPatch } from "@/lib/mend/drawing";
import type { MendedPicture } from "@/lib/mend/mending";
import { removalOf } from "@/lib/mend/removal";
import type { Area, Cover, Patch } from "@/lib/mend/schema";
import type { Box } from "@/lib/poster/layout/drawing";

interface PatchedPictureProps {
  picture: MendedPicture;
  patches: readonly Patch[];
  /** The part that is shown; all of it when left out. */
  view?: Box;
  /** What the picture says to those who cannot see it; a crop beside it says nothing. */
  label?: string;
  className?: string;
  /** Shows every patch under this cover. */
  as?: Cover["kind"];
}

/** A picture with its patches, drawn as they will be saved. */
export function PatchedPicture(props: PatchedPictureProps) {
  const { picture, patches, label, className, as } = props;
  const { width, height } = picture;
  const view = props.view ?? { x: 0, y: 0, width, height };
  useEffect(() => {
    for (const patch of patches) void loadLettering(patch);
  }, [patches]);
  return (
    <svg
      role="img"
      aria-label={label}
      aria-hidden={label === undefined}
      viewBox={`${view.x} ${view.y} ${view.width} ${view.height}`}
      className={className}
    >
      <image href={`/api/images/${picture.id}`} width={width} height={height} />
      {patches.map((patch) => (
        <PatchCover key={patch.blockId} picture={picture} patch={patch} as={as} />
      ))}
      {patches.map((patch) => (
        <PatchWords key={patch.blockId} patch={patch} />
      ))}
    </svg>
  );
}

function PatchWords({ patch }: { patch: Patch }) {
  const laid = useMemo(() => layPatch(patch), [patch]);
  return <SheetBlock block={laid} />;
}

interface PatchCoverProps {
  picture: MendedPicture;
  patch: Patch;
  as: Cover["kind"] | undefined;
}

function PatchCover({ picture, patch, as }: PatchCoverProps) {
  const removal = removalOf(patch, picture, as);
  if (!removal) return null;
  if (removal.kind === "inpaint") return <PaintedOver picture={picture} area={removal.area} />;
  const { area, radius, colour } = removal;
  return <rect {...area} rx={radius} fill={colour} />;
}

/** How long an area lies still before the server is asked for it; milliseconds. */
const stillMs = 250;

const addressOf = (id: string, { x, y, width, height }: Area) =>
  `/api/images/${id}/cover?x=${x}&y=${y}&width=${width}&height=${height}`;

/** The server's own filling of an area, once the area lies still. */
function PaintedOver({ picture, area }: { picture: MendedPicture; area: Area }) {
  const { x, y, width, height } = area;
  const [still, setStill] = useState(area);
  useEffect(() => {
    const timer = setTimeout(() => setStill({ x, y, width, height }), stillMs);
    return () => clearTimeout(timer);
  }, [x, y, width, height]);
  return <image {...still} href={addressOf(picture.id, still)} preserveAspectRatio="none" />;
}
