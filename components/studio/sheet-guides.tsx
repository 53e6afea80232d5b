import type { Size } from "@/lib/poster/capability";
import { marginOf } from "@/lib/poster/layout/layout";

/** Where a sheet is folded in thought: thirds, and halves. */
const shares = [1 / 3, 2 / 3, 1 / 2] as const;

interface SheetGuidesProps {
  size: Size;
  /** Cells only, while a block is dragged from one to another. */
  cellsOnly?: boolean;
}

/** The safe margin, the lines of the nine cells and the middles; on screen only, never in a draft. */
export function SheetGuides({ size, cellsOnly = false }: SheetGuidesProps) {
  const { width, height } = size;
  const margin = marginOf(size);
  const lines = shares
    .slice(0, cellsOnly ? 2 : 3)
    .map((share) => `M${width * share} 0V${height}M0 ${height * share}H${width}`);
  const frame = `M${margin} ${margin}H${width - margin}V${height - margin}H${margin}Z`;
  const paths = cellsOnly ? lines : [...lines, frame];
  return (
    <g fill="none" vectorEffect="non-scaling-stroke" data-testid={cellsOnly ? undefined : "guides"}>
      {paths.map((path) => (
        <g key={path}>
          {/* Dark under light, so that one of them shows on any ground. */}
          <path d={path} stroke="#000" strokeOpacity="0.35" vectorEffect="non-scaling-stroke" />
          <path
            d={path}
            stroke="#fff"
            strokeOpacity="0.85"
            strokeDasharray={path === frame ? undefined : "4 4"}
            vectorEffect="non-scaling-stroke"
          />
        </g>
      ))}
    </g>
  );
}
