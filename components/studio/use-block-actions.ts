import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { useToast } from "@/components/ui/toasts";
import type { BlockActions, BlockActionsContext } from "./block-actions";
import { usePosterForm } from "./poster-form";
import { useStudioState } from "./studio-state";

/** What the actions on blocks need; the same until the language changes. */
export function useBlockActionsContext(): BlockActionsContext {
  const t = useTranslations();
  const toast = useToast();
  const form = usePosterForm();
  const { selection, said } = useStudioState();
  return useMemo(() => ({ form, selection, said, t, toast }), [form, selection, said, t, toast]);
}

/** The actions for those who seldom need them: fetched at the first. */
export function useBlockActions(): (act: (actions: BlockActions) => unknown) => Promise<unknown> {
  const context = useBlockActionsContext();
  return async (act) => act((await import("./block-actions")).createBlockActions(context));
}
