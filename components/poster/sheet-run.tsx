import type { Run } from "@/lib/poster/layout/drawing";
import type { RunPart } from "@/lib/poster/layout/run-parts";

/**
 * A run of type. It takes its measured length whatever font has arrived, so that nothing moves when
 * another one does; with the right font that is the length it has anyway.
 */
export function SheetRun({ run }: { run: Run }) {
  const { text, x, y, size, spacing, rotate, length, parts } = run;
  const isWhole = parts.length === 0;
  return (
    <text
      x={x}
      y={y}
      fontSize={size}
      textAnchor={isWhole ? run.anchor : "start"}
      letterSpacing={spacing || undefined}
      transform={rotate ? `rotate(${rotate} ${x} ${y})` : undefined}
      xmlSpace="preserve"
      {...(isWhole && fitted(length))}
    >
      {isWhole
        ? text
        : parts.map((part) => (
            <SheetPart key={`${part.kind} ${part.before}`} run={run} part={part} />
          ))}
    </text>
  );
}

const fitted = (length: number) =>
  length > 0 ? ({ textLength: length, lengthAdjust: "spacingAndGlyphs" } as const) : {};

/** Emoji are wider than their em in most systems' fonts, so they are drawn smaller. */
const pictographScale = 0.8;

/** A part of a run at its own place along it. */
function SheetPart({ run, part }: { run: Run; part: RunPart }) {
  const { size, spacing, length } = run;
  const { text, kind, at, shift, width, before, characters } = part;
  const start = run.x - { start: 0, middle: length / 2, end: length }[run.anchor];
  const x = start + at * size + before * spacing;
  switch (kind) {
    case "text":
      return (
        <tspan x={x} {...fitted(width * size + characters * spacing)}>
          {text}
        </tspan>
      );
    case "quote":
      return <tspan x={x + shift * size}>{text}</tspan>;
    case "pictograph":
      return (
        <tspan x={x} fontSize={size * pictographScale} letterSpacing={0} {...fitted(width * size)}>
          {text}
        </tspan>
      );
    case "foreign":
      return (
        <tspan x={x + (width * size + (characters - 1) * spacing) / 2} textAnchor="middle">
          {text}
        </tspan>
      );
  }
}
