import { fileAnswer } from "@/lib/template/file-answer";
import { maxTemplates } from "@/lib/template/limits";
import { listTemplates } from "@/lib/template/store";

/** Every template of one's own, as a file. */
export async function GET(): Promise<Response> {
  return fileAnswer(await listTemplates(maxTemplates));
}
