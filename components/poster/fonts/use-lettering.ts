import { useEffect } from "react";
import { whenIdle } from "@/components/ui/when-idle";
import type { Block } from "@/lib/poster/schema";
import { loadLettering } from "./load-lettering";

/** Makes the web fonts of the blocks known to the page, in its idle moments. */
export function useLettering(blocks: readonly Block[]): void {
  useEffect(() => {
    whenIdle(() => {
      for (const block of blocks) void loadLettering(block);
    });
  }, [blocks]);
}
