import { defaultCapability } from "@/lib/poster/capability";
import { layOut } from "@/lib/poster/layout/layout";
import { paletteOf } from "@/lib/poster/layout/palette";
import type { SheetProps } from "./sheet";
import { SheetDrawing } from "./sheet-drawing";

/** A sheet as the server draws it, for a page to open with. */
export function StillSheet({ poster, ratio, label }: SheetProps & { label: string }) {
  const size = defaultCapability.sizes[ratio];
  const palette = paletteOf(poster);
  const blocks = layOut(poster.blocks, size, palette);
  return <SheetDrawing groundId="still-ground" {...{ label, size, palette, blocks }} />;
}
