"use client";

import { useTranslations } from "use-intl";
import type { BlockProof, Box, Verdict } from "@/lib/proof/schema";
import { verdictOf } from "@/lib/proof/summary";
import { useProof } from "./proof-context";

/** Bright enough on any picture; a white seam keeps them apart from what is painted. */
const colours: Record<Verdict, string> = {
  exact: "#2fa866",
  wrong: "#ff5a3c",
  unsure: "#f0a92c",
  uncheckable: "#9aa0a6",
};

/** What was read, drawn over the picture: a frame for each block, a mark on each wrong character. */
export function ProofOverlay() {
  const t = useTranslations("proof");
  const { picture, view, isMarked, chosen, choose } = useProof();
  if (!view.proof || !isMarked) return null;
  const { width, height } = picture;
  const seam = Math.max(width, height) / 400;
  const judgements = Object.fromEntries(
    Object.entries(view.judged).map(([id, { verdict }]) => [id, verdict]),
  );
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      className="pointer-events-none absolute inset-0 size-full"
      role="img"
      aria-label={t("marked")}
    >
      {view.proof.blocks.map((block) => (
        <BlockFrame
          key={block.blockId}
          block={block}
          verdict={verdictOf(block, judgements)}
          isJudged={block.blockId in judgements}
          isChosen={chosen === block.blockId}
          seam={seam}
          onChoose={() => choose(block.blockId)}
        />
      ))}
      {view.proof.extras.map(({ box, text }) => (
        <Frame
          key={`${box.x} ${box.y} ${text}`}
          box={box}
          colour={colours.unsure}
          seam={seam}
          isDashed
        />
      ))}
    </svg>
  );
}

interface BlockFrameProps {
  block: BlockProof;
  verdict: Verdict;
  isJudged: boolean;
  isChosen: boolean;
  seam: number;
  onChoose: () => void;
}

function BlockFrame({ block, verdict, isJudged, isChosen, seam, onChoose }: BlockFrameProps) {
  if (!block.box) return null;
  const slips = isJudged ? [] : block.marks.filter(({ kind, box }) => kind !== "match" && box);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for the eye; the panel has the real button
    <g className="pointer-events-auto cursor-pointer" onClick={onChoose}>
      <Frame box={block.box} colour={colours[verdict]} seam={isChosen ? seam * 1.8 : seam} />
      {slips.map(({ box }, index) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: marks have no other name than their place
          key={index}
          {...box}
          fill={colours.wrong}
          fillOpacity={0.35}
          stroke="#fff"
          strokeWidth={seam}
        />
      ))}
    </g>
  );
}

interface FrameProps {
  box: Box;
  colour: string;
  seam: number;
  isDashed?: boolean;
}

function Frame({ box, colour, seam, isDashed = false }: FrameProps) {
  const gap = seam * 2;
  const grown = {
    x: box.x - gap,
    y: box.y - gap,
    width: box.width + 2 * gap,
    height: box.height + 2 * gap,
    rx: seam,
  };
  const dash = isDashed ? `${seam * 5} ${seam * 3}` : undefined;
  return (
    <>
      <rect {...grown} fill="none" stroke="#fff" strokeOpacity={0.85} strokeWidth={seam * 2} />
      <rect
        {...grown}
        fill="transparent"
        stroke={colour}
        strokeWidth={seam}
        strokeDasharray={dash}
      />
    </>
  );
}
