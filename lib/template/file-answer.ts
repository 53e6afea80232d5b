import "server-only";
import { writeTemplates } from "./file";
import { templateFileName } from "./file-name";
import type { Template } from "./schema";

/** Answers with a file of templates to keep or to carry to another studio. */
export function fileAnswer(templates: readonly Template[]): Response {
  const only = templates.length === 1 ? templates[0] : undefined;
  const name = encodeURIComponent(templateFileName(only?.name));
  return new Response(writeTemplates(templates), {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": `attachment; filename="verbatim-templates.json"; filename*=UTF-8''${name}`,
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
  });
}
