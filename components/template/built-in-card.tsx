"use client";

import { Copy } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import type { Template } from "@/lib/template/schema";
import { Card } from "./card";
import { useTemplateIntents } from "./use-template-intents";

interface BuiltInCardProps {
  template: Template;
  isEager: boolean;
}

/** A template that comes with the house: to start from, or to copy and change. */
export function BuiltInCard({ template, isEager }: BuiltInCardProps) {
  const t = useTranslations("templates");
  const { isPending, duplicateBuiltIn } = useTemplateIntents();
  const { name, poster } = template;
  const label = t("duplicateOne", { name });
  return (
    <Card template={template} isEager={isEager}>
      <Button
        aria-label={label}
        title={label}
        className="px-2.5 max-lg:min-h-11 max-lg:px-3.5"
        disabled={isPending}
        onClick={() => duplicateBuiltIn({ name, poster })}
      >
        <Copy aria-hidden className="size-4" />
      </Button>
    </Card>
  );
}
