"use client";

import { clsx } from "clsx";
import { Download, Upload } from "lucide-react";
import { type DragEvent, type ReactNode, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { askServer } from "@/components/site/ask-server";
import { useRefresh } from "@/components/site/use-refresh";
import { Button, buttonClass } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useToast } from "@/components/ui/toasts";
import { importTemplates } from "@/lib/template/actions";
import { maxFileBytes } from "@/lib/template/limits";
import { useTemplateError } from "./use-template-error";

interface ImportZoneProps {
  heading: string;
  /** How many templates there are to export. */
  count: number;
  children: ReactNode;
}

const hasFiles = ({ dataTransfer }: DragEvent) => dataTransfer.types.includes("Files");

/** The head of the page and all under it: files are chosen above or dropped anywhere. */
export function ImportZone({ heading, count, children }: ImportZoneProps) {
  const t = useTranslations("templates");
  const [isOver, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const { isImporting, refusal, take } = useImport();
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the Import button does the same by keys
    <div
      className={clsx(
        isOver && "rounded-2xl outline-2 outline-seal outline-dashed outline-offset-8",
      )}
      onDragOver={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={({ currentTarget, relatedTarget }) => {
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) {
          setOver(false);
        }
      }}
      onDrop={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setOver(false);
        void take([...event.dataTransfer.files]);
      }}
    >
      <div className="mb-6 flex flex-wrap items-end gap-x-6 gap-y-3">
        <div className="mr-auto">
          <h1 className="font-bold font-serif text-2xl">{heading}</h1>
          <p className="mt-1 text-mute">{isOver ? t("drop") : t("advice")}</p>
        </div>
        <div className="flex gap-2.5">
          <input
            ref={input}
            type="file"
            accept=".json,application/json"
            multiple
            hidden
            data-testid="template-file"
            onChange={({ target }) => {
              void take([...(target.files ?? [])]);
              target.value = "";
            }}
          />
          <Button
            className="min-h-11 px-4 lg:min-h-9"
            title={t("importHint")}
            disabled={isImporting}
            onClick={() => input.current?.click()}
          >
            <Upload aria-hidden className="size-4" />
            <span>{isImporting ? t("importing") : t("import")}</span>
          </Button>
          {count > 0 && (
            <a
              href="/api/templates"
              download
              className={buttonClass("ghost", "min-h-11 px-4 lg:min-h-9")}
            >
              <Download aria-hidden className="size-4" />
              {t("exportAll")}
            </a>
          )}
        </div>
      </div>
      {refusal && (
        <Notice tone="bad" role="alert" className="wrap-anywhere mb-6">
          {refusal}
        </Notice>
      )}
      {children}
    </div>
  );
}

/** Takes files in one after another, up to the first that is refused. */
function useImport() {
  const t = useTranslations("templates");
  const toast = useToast();
  const refresh = useRefresh();
  const { ofCode, ofFile } = useTemplateError();
  const [isImporting, setImporting] = useState(false);
  const [refusal, setRefusal] = useState<string>();

  /** How many templates a file gave, or why it gave none. */
  const importOne = async (file: File): Promise<number | string> => {
    if (file.size > maxFileBytes) return ofFile({ is: "tooLarge" });
    const result = await askServer(() => importTemplates({ file }));
    if (!result.ok) return ofCode(result.code);
    return "added" in result.value ? result.value.added : ofFile(result.value.problem);
  };
  const take = async (files: readonly File[]) => {
    setImporting(true);
    setRefusal(undefined);
    let added = 0;
    for (const file of files) {
      const outcome = await importOne(file);
      if (typeof outcome === "string") {
        setRefusal(`${t("notImported", { file: file.name })} ${outcome}`);
        break;
      }
      added += outcome;
    }
    setImporting(false);
    if (added === 0) return;
    toast({ text: t("imported", { count: added }) });
    refresh();
  };
  return { isImporting, refusal, take };
}
