"use client";

import { useTranslations } from "use-intl";
import { askServer } from "@/components/site/ask-server";
import { useRefresh } from "@/components/site/use-refresh";
import { Dialog } from "@/components/ui/dialog";
import { useToast } from "@/components/ui/toasts";
import { renameTemplate } from "@/lib/template/actions";
import type { Template } from "@/lib/template/schema";
import { NameForm } from "./name-form";

interface RenameDialogProps {
  template: Template;
  onClosed: () => void;
}

/** Gives a template another name. */
export function RenameDialog({ template, onClosed }: RenameDialogProps) {
  const t = useTranslations("templates");
  const toast = useToast();
  const refresh = useRefresh();
  return (
    <Dialog heading={t("renameHeading")} onClosed={onClosed}>
      {(close) => (
        <NameForm
          initial={template.name}
          onCancel={close}
          onSave={async (name) => {
            const result = await askServer(() => renameTemplate({ id: template.id, name }));
            if (!result.ok) return { code: result.code };
            close();
            toast({ text: t("renamed", { name: result.value.name }) });
            refresh();
            return undefined;
          }}
        />
      )}
    </Dialog>
  );
}
