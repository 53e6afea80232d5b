import type { UseFormReturn } from "react-hook-form";
import type { useTranslations } from "use-intl";
import type { useToast } from "@/components/ui/toasts";
import { duplicated } from "@/lib/poster/arrange";
import { maxBlocks } from "@/lib/poster/choices";
import type { Block, Emphasis, Place, Poster } from "@/lib/poster/schema";
import type { StudioState } from "./studio-state";

/** What one may do to a block from the sheet or the list; each says what was done. */
export interface BlockActions {
  place: (id: string, place: Place) => void;
  emphasise: (id: string, emphasis: Emphasis) => void;
  /** The copy's id; undefined where there is no room for one. */
  duplicate: (id: string) => string | undefined;
  remove: (id: string) => void;
}

/** What the actions act on and speak with. */
export interface BlockActionsContext extends Pick<StudioState, "selection" | "said"> {
  form: UseFormReturn<Poster>;
  t: ReturnType<typeof useTranslations<never>>;
  toast: ReturnType<typeof useToast>;
}

export function createBlockActions(context: BlockActionsContext): BlockActions {
  const { form, selection, said, t, toast } = context;
  const find = (id: string) => {
    const blocks = form.getValues("blocks");
    const index = blocks.findIndex((block) => block.id === id);
    return { blocks, index, block: blocks[index] };
  };
  const replace = (blocks: Block[]) => form.setValues({ blocks: structuredClone(blocks) });
  return {
    place: (id, place) => {
      const { index, block } = find(id);
      if (!block) return;
      const role = t(`roles.${block.role}`);
      if (block.place !== place) {
        form.setValue(`blocks.${index}.place`, place, { shouldDirty: true });
      }
      said.set(t("sheet.placed", { role, place: t(`places.${place}`) }));
    },
    emphasise: (id, emphasis) => {
      const { index, block } = find(id);
      if (!block) return;
      const role = t(`roles.${block.role}`);
      if (block.emphasis !== emphasis) {
        form.setValue(`blocks.${index}.emphasis`, emphasis, { shouldDirty: true });
      }
      said.set(t("sheet.emphasised", { role, emphasis: t(`emphases.${emphasis}`) }));
    },
    duplicate: (id) => {
      const { blocks, index, block } = find(id);
      if (!block) return undefined;
      const more = duplicated(blocks, id);
      const copy = more?.[index + 1]?.id;
      if (!more || !copy) {
        toast({ text: t("errors.tooManyBlocks", { limit: `${maxBlocks}` }) });
        return undefined;
      }
      replace(more);
      selection.set({ id: copy, from: "sheet" });
      said.set(t("sheet.duplicated", { role: t(`roles.${block.role}`) }));
      return copy;
    },
    remove: (id) => {
      const { blocks, block } = find(id);
      if (!block) return;
      replace(blocks.filter((other) => other.id !== id));
      if (selection.get().id === id) selection.set({ id: null, from: "sheet" });
      said.set(t("sheet.removed", { role: t(`roles.${block.role}`) }));
    },
  };
}
