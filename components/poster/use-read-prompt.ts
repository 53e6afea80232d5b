import { useTranslations } from "use-intl";
import { usePosterForm } from "@/components/studio/poster-form";
import { useToast } from "@/components/ui/toasts";

/** A text short enough for a notice. */
const shortened = (text: string) => (text.length > 24 ? `${text.slice(0, 24)}…` : text);

/** Turns the hand-written prompt into words and scene; one Undo brings it back. */
export function useReadPrompt(): () => Promise<void> {
  const t = useTranslations();
  const toast = useToast();
  const { getValues, reset } = usePosterForm();
  return async () => {
    const before = structuredClone(getValues());
    // Few read a prompt back, so the reader comes when it is asked for.
    const { readPrompt } = await import("@/lib/poster/prompt/read");
    const { blocks, scene, undecided } = readPrompt(before.handPrompt ?? "");
    // A prompt without words says nothing of those that are set later.
    const kept = before.bare && blocks.length === 0 ? before.blocks : blocks;
    reset({ ...before, blocks: kept, scene, handPrompt: null });
    const undo = { label: t("site.undo"), run: () => reset(before) };
    const found = blocks.length;
    const done = found === 0 ? t("prompt.readNothing") : t("prompt.readDone", { blocks: found });
    const left = undecided.map((text) => shortened(text)).join(" / ");
    const text = left === "" ? done : `${done} ${t("prompt.readUndecided", { words: left })}`;
    toast({ text, action: undo });
  };
}
