import { fileAnswer } from "@/lib/image/file-answer";

/** The full picture; `?download` names it for a person's folder. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const isDownload = new URL(request.url).searchParams.has("download");
  return fileAnswer((await params).id, "picture", isDownload);
}
