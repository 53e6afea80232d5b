import { findHealth } from "@/lib/job/health";

/** How the server is; 503 when it cannot do its work. */
export async function GET(): Promise<Response> {
  const health = await findHealth(Date.now());
  return Response.json(health, {
    status: health.status === "ok" ? 200 : 503,
    headers: { "cache-control": "no-store" },
  });
}
