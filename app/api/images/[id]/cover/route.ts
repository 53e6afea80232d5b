import { coverAnswer } from "@/lib/mend/cover-answer";

/** An area of a picture (`x`, `y`, `width`, `height`) with its letters painted over: what a mend would show. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  return coverAnswer((await params).id, new URL(request.url).searchParams);
}
