import { useTransition } from "react";
import { useTranslations } from "use-intl";
import { askServer } from "@/components/site/ask-server";
import { useTellRefusal } from "@/components/site/use-intent";
import { useRefresh } from "@/components/site/use-refresh";
import { useToast } from "@/components/ui/toasts";
import type { Result } from "@/lib/result";
import {
  deleteTemplate,
  duplicateTemplate,
  restoreTemplate,
  saveTemplate,
} from "@/lib/template/actions";
import type { NewTemplate, Template } from "@/lib/template/schema";
import { useTemplateError } from "./use-template-error";

/** What can be done to templates at one press; toasts say how it went. */
export function useTemplateIntents() {
  const t = useTranslations();
  const toast = useToast();
  const tell = useTellRefusal();
  const refresh = useRefresh();
  const { ofCode } = useTemplateError();
  const [isPending, start] = useTransition();

  const run = async <Value>(doing: () => Promise<Result<Value>>): Promise<Value | undefined> => {
    const result = await askServer(doing);
    if (result.ok) return result.value;
    tell(result, ofCode(result.code));
    return undefined;
  };
  const duplicate = (copying: () => Promise<Result<{ name: string }>>) =>
    start(async () => {
      const kept = await run(copying);
      if (!kept) return;
      toast({ text: t("templates.duplicated", { name: kept.name }) });
      refresh();
    });
  const undo = async ({ id, name }: Template) => {
    const restored = await run(() => restoreTemplate({ id }));
    if (restored === undefined) return;
    toast({ text: t("templates.restored", { name }) });
    refresh();
  };
  const remove = (template: Template) =>
    start(async () => {
      const { id, name } = template;
      if ((await run(() => deleteTemplate({ id }))) === undefined) return;
      const action = { label: t("site.undo"), run: () => void undo(template) };
      toast({ text: t("templates.deleted", { name }), action });
      // The card goes, and the focus with it, unless it is taken to the list's heading.
      document.getElementById("own")?.focus();
      refresh();
    });
  return {
    isPending,
    remove,
    duplicateOwn: ({ id }: Template) => duplicate(() => duplicateTemplate({ id })),
    duplicateBuiltIn: (template: NewTemplate) => duplicate(() => saveTemplate(template)),
  };
}
