import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeEach } from "vitest";
import { tinyPng } from "@/e2e/fake-upstream/png";

/** One answer to an order. */
interface GatewayAnswer {
  status?: number;
  headers?: Record<string, string>;
  body: string | Uint8Array;
}

/** What came in, in order. */
interface Visit {
  method: string | undefined;
  path: string;
  headers: IncomingMessage["headers"];
}

/** A gateway that answers every order with what a test puts there, and keeps one picture in files. */
export interface Gateway {
  origin: string;
  picture: Buffer;
  answer: GatewayAnswer;
  orders: Visit[];
  downloads: Visit[];
}

/** Bad addresses of its files: gone, no picture, or moved for `n` more times before one is met. */
function fileAnswer(path: string, picture: Buffer): GatewayAnswer & { status: number } {
  const hops = Number(/\/hop-(\d+)/u.exec(path)?.[1] ?? 0);
  if (hops > 0) return { status: 302, headers: { location: `hop-${hops - 1}.png` }, body: "" };
  if (path.includes("gone")) return { status: 404, body: "" };
  return { status: 200, body: path.includes("page") ? "<html>" : picture };
}

/** Starts such a gateway for one test file; orders go to `/v1/…`, files are under `/files/`. */
export async function anyGateway(): Promise<Gateway> {
  const server = createServer(async (request, response) => {
    const { method, url: path = "", headers } = request;
    await buffer(request);
    const isOrder = method === "POST";
    (isOrder ? gateway.orders : gateway.downloads).push({ method, path, headers });
    const said = isOrder ? gateway.answer : fileAnswer(path, gateway.picture);
    response.writeHead(said.status ?? 200, said.headers).end(said.body);
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address() as AddressInfo;
  const gateway: Gateway = {
    origin: `http://127.0.0.1:${port}`,
    picture: await tinyPng(),
    answer: { body: "{}" },
    orders: [],
    downloads: [],
  };
  beforeEach(() => Object.assign(gateway, { orders: [], downloads: [], answer: { body: "{}" } }));
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  return gateway;
}
