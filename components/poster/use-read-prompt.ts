import { useTranslations } from "use-intl";
import { usePosterForm } from "@/components/studio/poster-form";
import { useToast } from "@/components/ui/toasts";
import { maxBlocks } from "@/lib/poster/choices";

/** Turns the hand-written prompt into words and scene; one Undo brings it back. */
export function useReadPrompt(): () => Promise<void> {
  const t = useTranslations();
  const toast = useToast();
  const { getValues, reset } = usePosterForm();
  return async () => {
    const before = structuredClone(getValues());
    // Few read a prompt back, so the reader comes when it is asked for.
    const { readPrompt } = await import("@/lib/poster/prompt/read");
    const { blocks, scene } = readPrompt(before.handPrompt ?? "");
    // A prompt without words says nothing of those that are set later.
    const kept = before.bare && blocks.length === 0 ? before.blocks : blocks.slice(0, maxBlocks);
    reset({ ...before, blocks: kept, scene, handPrompt: null });
    const undo = { label: t("site.undo"), run: () => reset(before) };
    const found = blocks.length;
    const text =
      found === 0
        ? t("prompt.readNothing")
        : found > kept.length
          ? t("prompt.readPart", { kept: `${kept.length}`, found: `${found}` })
          : t("prompt.readDone", { blocks: found });
    toast({ text, action: undo });
  };
}
