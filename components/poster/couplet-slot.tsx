"use client";

import { type ComponentType, useEffect, useState } from "react";
import { usePosterNow } from "@/components/studio/poster-form";
import { coupletOf } from "@/lib/poster/couplet-pair";
import type { Block } from "@/lib/poster/schema";
import type { CoupletEditorProps } from "./couplet-editor";

interface CoupletSlotProps extends Pick<CoupletEditorProps, "onTake"> {
  /** The list's keys of the blocks: new ones mean new texts, so that fields are made anew. */
  keys: readonly string[];
}

/** Room for the couplet's editor, which comes when the poster has both scrolls. */
export function CoupletSlot({ keys, onTake }: CoupletSlotProps) {
  const { blocks } = usePosterNow();
  const couplet = coupletOf(blocks);
  const isWanted = couplet !== undefined;
  const [Editor, setEditor] = useState<ComponentType<CoupletEditorProps>>();
  useEffect(() => {
    if (!isWanted) return;
    // Should it not come, the scrolls are written in their cards as before.
    import("./couplet-editor").then(
      ({ CoupletEditor }) => setEditor(() => CoupletEditor),
      () => undefined,
    );
  }, [isWanted]);
  if (!couplet || !Editor) return null;
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
      onTake={onTake}
    />
  );
}
