import { type NextRequest, NextResponse } from "next/server";
import { isRead, judgeRequest } from "@/lib/server/edge/judge";
import { readOwnNames } from "@/lib/server/edge/own-names";
import { refuse } from "@/lib/server/edge/refuse";

/** The door: every request passes here first, also for what is static, so that no route can forget it. */
export function proxy(request: NextRequest): Response {
  const { method, headers } = request;
  const origin = headers.get("origin");
  const own = readOwnNames();
  const refusal = judgeRequest(
    {
      method,
      host: headers.get("host"),
      forwardedHost: headers.get("x-forwarded-host"),
      forwardedProto: headers.get("x-forwarded-proto"),
      origin,
      fetchSite: headers.get("sec-fetch-site"),
      length: headers.get("content-length"),
    },
    own,
  );
  if (refusal) return refuse(refusal, headers.get("accept"), own.publicOrigin !== undefined);
  if (isRead(method) || origin === null) return NextResponse.next();
  // Next compares an action's Origin with the host as well, and a proxy may have changed that. The
  // origin has just been found to be ours, so Next is told the host that goes with it.
  const agreed = new Headers(headers);
  agreed.set("x-forwarded-host", new URL(origin).host);
  return NextResponse.next({ request: { headers: agreed } });
}
