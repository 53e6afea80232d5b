"use client";

import { type ComponentType, useEffect, useState } from "react";
import { usePosterNow } from "@/components/studio/poster-form";
import { coupletOf } from "@/lib/poster/couplet-pair";
import type { CoupletEditorProps } from "./couplet-editor";

type CoupletSlotProps = Pick<CoupletEditorProps, "onTake">;

/** Room for the couplet's editor, which comes when the poster has both scrolls. */
export function CoupletSlot({ onTake }: CoupletSlotProps) {
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
  const { upper, lower, horizontal } = couplet;
  return (
    <Editor
      ids={[upper, lower, ...(horizontal ? [horizontal] : [])].map(({ id }) => id).join(" ")}
      upperAt={blocks.indexOf(upper)}
      lowerAt={blocks.indexOf(lower)}
      horizontalAt={horizontal ? blocks.indexOf(horizontal) : -1}
      onTake={onTake}
    />
  );
}
