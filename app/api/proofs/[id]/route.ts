import { idSchema } from "@/lib/job/schema";
import { loadProof } from "@/lib/proof/report";

/** The proof of a picture as it stands, for the page that waits for it. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  const id = idSchema.safeParse((await params).id);
  const view = id.success ? await loadProof(id.data.toLowerCase()) : undefined;
  if (!view) return new Response(null, { status: 404 });
  return Response.json(view, { headers: { "cache-control": "no-store" } });
}
