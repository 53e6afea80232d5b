import { fileAnswer } from "@/lib/template/file-answer";
import { templateIdSchema } from "@/lib/template/schema";
import { findTemplate } from "@/lib/template/store";

interface RouteProps {
  params: Promise<{ id: string }>;
}

/** One template, as a file. */
export async function GET(_request: Request, { params }: RouteProps): Promise<Response> {
  const id = templateIdSchema.safeParse((await params).id);
  const template = id.success ? await findTemplate(id.data.toLowerCase()) : undefined;
  return template ? fileAnswer([template]) : new Response(null, { status: 404 });
}
