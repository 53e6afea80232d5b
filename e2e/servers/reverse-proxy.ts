import { createServer, type IncomingHttpHeaders, request } from "node:http";
import { freePort } from "./serve";

/** Headers a proxy puts in place of the browser's own. */
export type Rewrite = (headers: IncomingHttpHeaders) => Record<string, string>;

/** What ordinary reverse proxies make of `Host`, by the line of nginx that does it. */
export const rewrites = (upstream: string): Record<string, Rewrite> => ({
  "no line (Host is the upstream's)": () => ({ host: new URL(upstream).host }),
  "X-Forwarded-Host $host": () => ({
    host: new URL(upstream).host,
    "x-forwarded-host": "localhost",
  }),
  "Host $host": () => ({ host: "localhost" }),
  "Host $http_host": ({ host = "" }) => ({ host }),
});

/** A reverse proxy at http://localhost:<port>. */
export async function startReverseProxy(
  upstream: string,
  rewrite: Rewrite,
): Promise<{ url: string; stop: () => void }> {
  const port = await freePort();
  const { hostname, port: to } = new URL(upstream);
  const server = createServer((asked, answer) => {
    const headers = { ...asked.headers, ...rewrite(asked.headers) };
    const passed = request(
      { hostname, port: to, path: asked.url, method: asked.method, headers },
      (came) => {
        answer.writeHead(came.statusCode ?? 502, came.headers);
        came.pipe(answer);
      },
    );
    passed.on("error", () => answer.destroy());
    asked.pipe(passed);
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const stop = () => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://localhost:${port}`, stop };
}
