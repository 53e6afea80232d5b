import { useEffect, useMemo, useState } from "react";
import { loadLettering } from "@/components/poster/fonts/load-lettering";
import { SheetBlock } from "@/components/poster/sheet-drawing";
import { layPatch } from "@/lib/mend/drawing";
import type { MendedPicture } from "@/lib/mend/mending";
import { idOf, type Piece, patchesOf } from "@/lib/mend/piece";
import { removalOf } from "@/lib/mend/removal";
import type { Area, Cover, Patch } from "@/lib/mend/schema";
import type { Box } from "@/lib/poster/layout/drawing";

interface PatchedPictureProps {
  picture: MendedPicture;
  pieces: readonly Piece[];
  /** The part that is shown; all of it when left out. */
  view?: Box;
  /** What the picture says to those who cannot see it; a crop beside it says nothing. */
  label?: string;
  className?: string;
  /** Shows every piece under this cover. */
  as?: Cover["kind"];
}

/** A picture with its pieces, drawn as they will be saved. */
export function PatchedPicture(props: PatchedPictureProps) {
  const { picture, pieces, label, className, as } = props;
  const patches = useMemo(() => patchesOf(pieces), [pieces]);
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
      {pieces.map((piece) => (
        <PieceCover key={idOf(piece)} picture={picture} piece={piece} as={as} />
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

interface PieceCoverProps {
  picture: MendedPicture;
  piece: Piece;
  as: Cover["kind"] | undefined;
}

function PieceCover({ picture, piece, as }: PieceCoverProps) {
  const removal = removalOf(piece, picture, as);
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
