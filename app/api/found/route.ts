import { fileAnswer } from "@/lib/found/file-answer";

/** A small picture of a file that the gallery does not know, by its path in the folder of pictures. */
export async function GET(request: Request): Promise<Response> {
  return fileAnswer(new URL(request.url).searchParams.get("file"));
}
