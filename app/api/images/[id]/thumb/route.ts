import { fileAnswer } from "@/lib/image/file-answer";

/** The thumbnail, WebP, 640 pixels on its long side. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  return fileAnswer((await params).id, "thumb", false);
}
