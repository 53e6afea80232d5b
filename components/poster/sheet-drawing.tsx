import { memo } from "react";
import type { Size } from "@/lib/poster/capability";
import type { LaidBlock } from "@/lib/poster/layout/drawing";
import type { Palette } from "@/lib/poster/layout/palette";
import { asSet } from "./fonts/as-set";
import { letteringFamily } from "./fonts/lettering-family";
import { SheetRun } from "./sheet-run";

interface SheetDrawingProps {
  /** What the sheet says, to those who do not see it. */
  label: string;
  /** Of the ground's colours; unique in the page. */
  groundId: string;
  size: Size;
  palette: Palette;
  blocks: readonly LaidBlock[];
}

/** A sheet laid out, as a picture. Without hooks, so that the server too can draw it. */
export function SheetDrawing({ label, groundId, size, palette, blocks }: SheetDrawingProps) {
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size.width} ${size.height}`}
      className="loud block size-full"
      data-testid="sheet"
    >
      <defs>
        <linearGradient id={groundId} x1="0.2" y1="0" x2="0.8" y2="1">
          <stop offset="0" stopColor={palette.from} />
          <stop offset="1" stopColor={palette.to} />
        </linearGradient>
      </defs>
      <rect width="100%" height="100%" fill={`url(#${groundId})`} />
      {blocks.map((block) => (
        <SheetBlock key={block.id} block={block} />
      ))}
    </svg>
  );
}

interface SheetBlockProps {
  block: LaidBlock;
}

const sameFields = <T extends object>(a: T, b: T) =>
  (Object.keys(a) as (keyof T)[]).every((key) => a[key] === b[key]);

function sameDrawing({ block: a }: SheetBlockProps, { block: b }: SheetBlockProps): boolean {
  if (a === b) return true;
  const { runs, box, ...look } = a;
  return (
    runs.length === b.runs.length &&
    sameFields(look, { ...b }) &&
    sameFields(box, b.box) &&
    runs.every((run, index) => sameFields(run, b.runs[index] ?? run))
  );
}

/** One block; drawn again only when something of its drawing changed. */
export const SheetBlock = memo(function SheetBlock({ block }: SheetBlockProps) {
  const { box, colour } = block;
  return (
    <g
      fill={colour}
      fontFamily={letteringFamily[block.lettering][block.weight]}
      fontWeight={block.weight}
      style={asSet}
      data-block={block.id}
    >
      {block.framed && (
        <rect
          {...box}
          fill="#000"
          fillOpacity="0.16"
          stroke={colour}
          strokeOpacity="0.5"
          strokeWidth={box.width / 60}
        />
      )}
      {block.runs.map((run, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a run is known only by its position
        <SheetRun key={index} run={run} />
      ))}
    </g>
  );
}, sameDrawing);
