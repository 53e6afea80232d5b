"use client";

import { Copy, Download, PenLine, TextCursorInput, Trash2 } from "lucide-react";
import Link from "next/link";
import { lazy, Suspense, useState } from "react";
import { useTranslations } from "use-intl";
import { Menu, menuItemClass } from "@/components/ui/menu";
import type { Template } from "@/lib/template/schema";
import { Card } from "./card";
import { useTemplateIntents } from "./use-template-intents";

const RenameDialog = lazy(async () => ({
  default: (await import("./rename-dialog")).RenameDialog,
}));

interface OwnCardProps {
  template: Template;
  isEager: boolean;
}

/** A template of one's own: to start from, change, copy, carry away or delete. */
export function OwnCard({ template, isEager }: OwnCardProps) {
  const t = useTranslations("templates");
  const [isRenaming, setRenaming] = useState(false);
  const { isPending, remove, duplicateOwn } = useTemplateIntents();
  const { id, name } = template;
  const item = { type: "button", className: menuItemClass, disabled: isPending } as const;
  const icon = { "aria-hidden": true, className: "size-4 text-mute" } as const;
  return (
    <Card template={template} isEager={isEager}>
      <Menu label={t("menu", { name })}>
        <Link href={`/?template=${id}&edit=1`} prefetch={false} className={menuItemClass}>
          <PenLine {...icon} />
          {t("edit")}
        </Link>
        <button {...item} onClick={() => setRenaming(true)}>
          <TextCursorInput {...icon} />
          {t("rename")}
        </button>
        <button {...item} onClick={() => duplicateOwn(template)}>
          <Copy {...icon} />
          {t("duplicate")}
        </button>
        <a href={`/api/templates/${id}`} download className={menuItemClass}>
          <Download {...icon} />
          {t("export")}
        </a>
        <button {...item} onClick={() => remove(template)}>
          <Trash2 {...icon} />
          {t("delete")}
        </button>
      </Menu>
      {isRenaming && (
        <Suspense fallback={null}>
          <RenameDialog template={template} onClosed={() => setRenaming(false)} />
        </Suspense>
      )}
    </Card>
  );
}
