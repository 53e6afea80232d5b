import { fileWords } from "@/lib/poster/file-words";

/** The name of a file of templates: after the one in it, or "templates" when there are several. */
export function templateFileName(only: string | undefined): string {
  return `verbatim-${fileWords(only ?? "") || "templates"}.json`;
}
