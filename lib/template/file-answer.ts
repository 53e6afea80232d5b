import "server-only";
import { create as contentDisposition } from "content-disposition";
import { writeTemplates } from "./file";
import { templateFileName } from "./file-name";
import type { Template } from "./schema";

/** Answers with a file of templates to keep or to carry to another studio. */
export function fileAnswer(templates: readonly Template[]): Response {
  const only = templates.length === 1 ? templates[0] : undefined;
  const name = templateFileName(only?.name);
  return new Response(writeTemplates(templates), {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": contentDisposition(name, { fallback: "verbatim-templates.json" }),
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
  });
}
