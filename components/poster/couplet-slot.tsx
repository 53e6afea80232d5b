"use client";

import { type ComponentType, useEffect, useState } from "react";
import { usePosterNow } from "@/components/studio/poster-form";
import { type Couplet, coupletOf } from "@/lib/poster/couplet/couplet";
import type { Block } from "@/lib/poster/schema";
import type { CoupletEditorProps } from "./couplet-editor";

interface CoupletSlotProps extends Pick<CoupletEditorProps, "onTake"> {
  /** The list's keys of the blocks: new ones mean new texts, so that fields are made anew. */
  keys: readonly string[];
}

/** Room for the couplet's editor, which comes when the poster has both scrolls. */
export function CoupletSlot({ keys, onTake }: CoupletSlotProps) {
  const { blocks } = usePosterNow();
  const [asOpened] = useState(blocks);
  const couplet = coupletOf(blocks);
  const isWanted = couplet !== undefined;
  const [Editor, setEditor] = useState<ComponentType<CoupletEditorProps> | null>();
  useEffect(() => {
    if (!isWanted) return;
    // Should it not come, the scrolls are written in their cards as before.
    import("./couplet-editor").then(
      ({ CoupletEditor }) => setEditor(() => CoupletEditor),
      () => setEditor(null),
    );
  }, [isWanted]);
  if (!couplet || Editor === null) return null;
  if (!Editor) return <Room couplet={couplet} />;
  const fieldOf = (block: Block) => {
    const index = blocks.indexOf(block);
    return { index, id: block.id, key: keys[index] ?? block.id };
  };
  const { upper, lower, horizontal } = couplet;
  return (
    <Editor
      upper={fieldOf(upper)}
      lower={fieldOf(lower)}
      horizontal={horizontal && fieldOf(horizontal)}
      isTouched={blocks !== asOpened}
      onTake={onTake}
    />
  );
}

const rowHeight = 41;
const restHeight = 220;

/** Keeps about as much room as the editor will take, so that nothing jumps when it comes. */
function Room({ couplet: { upper, lower } }: { couplet: Couplet }) {
  const rows = Math.max(upper.text.length, lower.text.length);
  return (
    <div
      aria-hidden
      className="mb-2 rounded-xl border border-line bg-raised"
      style={{ height: restHeight + rows * rowHeight }}
    />
  );
}
