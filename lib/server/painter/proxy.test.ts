import dns from "node:dns";
import { once } from "node:events";
import { createServer, request as httpRequest, type IncomingMessage } from "node:http";
import { syncBuiltinESMExports } from "node:module";
import { type AddressInfo, connect as netConnect, type Socket } from "node:net";
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { anyGateway } from "@/lib/testing/gateway";
import { aPoster } from "@/lib/testing/jobs";
import { isExempt } from "./proxy";

const gateway = await anyGateway();

/** A real proxy: it forwards http and opens tunnels, and keeps what it was asked for. */
interface Asked {
  line: string;
  auth: string | undefined;
  key: string | undefined;
}
let asked: Asked[] = [];
let refusal = 0;
const note = (request: IncomingMessage) =>
  asked.push({
    line: `${request.method} ${request.url}`,
    auth: request.headers["proxy-authorization"],
    key: request.headers.authorization,
  });
const proxy = createServer((request, response) => {
  note(request);
  if (refusal > 0) return void response.writeHead(refusal).end("no");
  const onward = httpRequest(request.url ?? "", {
    method: request.method,
    headers: request.headers,
  });
  onward.once("response", (answer) => {
    response.writeHead(answer.statusCode ?? 0, answer.headers);
    answer.pipe(response);
  });
  request.pipe(onward);
});
proxy.on("connect", (request: IncomingMessage, socket: Socket) => {
  note(request);
  socket.on("error", () => undefined);
  if (refusal > 0) return void socket.end(`HTTP/1.1 ${refusal} No\r\n\r\n`);
  // Wherever a tunnel is asked to, it leads to the gateway, which speaks no TLS.
  const { port } = new URL(gateway.origin);
  const onward = netConnect(Number(port), "127.0.0.1", () => {
    socket.write("HTTP/1.1 200 Established\r\n\r\n");
    socket.pipe(onward).pipe(socket);
  });
  onward.on("error", () => socket.destroy());
});
await once(proxy.listen(0, "127.0.0.1"), "listening");
const proxyHost = `127.0.0.1:${(proxy.address() as AddressInfo).port}`;
afterAll(() => {
  proxy.closeAllConnections();
  proxy.close();
});

const realLookup = dns.lookup;
/** What the name of a bucket means, in this file's world. */
function nameMeans(...addresses: string[]): void {
  const lookup = (_name: string, _options: object, callback: (...found: unknown[]) => void) =>
    callback(
      null,
      addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })),
    );
  dns.lookup = Object.assign(lookup, {
    __promisify__: realLookup.__promisify__,
  }) as typeof dns.lookup;
  syncBuiltinESMExports();
}

const names = ["HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "http_proxy", "https_proxy", "no_proxy"];
beforeEach(() => {
  asked = [];
  refusal = 0;
});
afterEach(() => {
  dns.lookup = realLookup;
  syncBuiltinESMExports();
});

/** The rooms of a server that was started with this environment. */
async function startedWith(set: Record<string, string>) {
  vi.resetModules();
  for (const name of names) delete process.env[name];
  Object.assign(process.env, { NEBULA_API_KEY: "sk-x", NEBULA_BASE_URL: gateway.origin, ...set });
  const { nebulaPainter } = await import("./nebula");
  const { download } = await import("./download");
  const request = { model: "qwen-image-plus", poster: aPoster(), ratio: "1:1" } as const;
  const size = { width: 1328, height: 1328 };
  const paint = () => nebulaPainter.paint({ ...request, size, prompt: "p", negativePrompt: "" });
  return { paint, download };
}

const picture = () => ({ body: JSON.stringify({ data: [{ url: "/files/1.png" }] }) });

describe("a request over http", () => {
  test.each<[string, Record<string, string>]>([
    ["HTTP_PROXY", { HTTP_PROXY: `http://${proxyHost}` }],
    ["http_proxy", { http_proxy: `http://${proxyHost}` }],
    [
      "http_proxy before HTTP_PROXY",
      { http_proxy: `http://${proxyHost}`, HTTP_PROXY: "http://127.0.0.1:1" },
    ],
    ["no scheme", { HTTP_PROXY: proxyHost }],
    ["not in NO_PROXY", { HTTP_PROXY: proxyHost, NO_PROXY: "example.com,127.0.0.1:1" }],
  ])("is handed to the proxy, and so is the download: %s", async (_name, set) => {
    const { paint, download } = await startedWith(set);
    gateway.answer = picture();
    expect(await paint()).toMatchObject({ ok: true });
    expect(await download(`${gateway.origin}/files/1.png`)).toEqual(gateway.picture);
    expect(asked).toEqual([
      { line: `POST ${gateway.origin}/v1/images/generations`, auth: undefined, key: "Bearer sk-x" },
      { line: `GET ${gateway.origin}/files/1.png`, auth: undefined, key: undefined },
    ]);
    expect(gateway.orders[0]?.headers).toMatchObject({ host: new URL(gateway.origin).host });
  });

  test.each(["*", "127.0.0.1", "127.0.0.0/8", "localhost, 127.0.0.1"])(
    "goes straight where NO_PROXY is %s",
    async (list) => {
      const { paint, download } = await startedWith({ HTTP_PROXY: proxyHost, no_proxy: list });
      gateway.answer = picture();
      expect(await paint()).toMatchObject({ ok: true });
      await download(`${gateway.origin}/files/1.png`);
      expect(asked).toEqual([]);
    },
  );

  test("the proxy is told who asks, and nobody else is", async () => {
    const { paint } = await startedWith({ HTTP_PROXY: `http://me:p%40ss@${proxyHost}` });
    gateway.answer = picture();
    expect(await paint()).toMatchObject({ ok: true });
    const auth = `Basic ${Buffer.from("me:p@ss").toString("base64")}`;
    expect(asked).toMatchObject([{ auth }]);
  });

  test("a proxy that is down is the network, and not charged", async () => {
    const { paint } = await startedWith({ HTTP_PROXY: "http://127.0.0.1:1" });
    expect(await paint()).toMatchObject({ failure: "network", detail: "ECONNREFUSED" });
  });

  test("a proxy that wants to know who asks has passed nothing on", async () => {
    const { paint } = await startedWith({ HTTP_PROXY: proxyHost });
    refusal = 407;
    expect(await paint()).toMatchObject({ failure: "network" });
    expect(gateway.orders).toEqual([]);
  });
});

describe("a request over https", () => {
  const https = { NEBULA_BASE_URL: "https://gateway.example" };

  test("is tunnelled by name, its key inside the tunnel only", async () => {
    const { paint } = await startedWith({ ...https, HTTPS_PROXY: `http://me:word@${proxyHost}` });
    // The tunnel stands, but TLS fails in it: not a byte of the request has left.
    expect(await paint()).toMatchObject({ failure: "network" });
    const auth = `Basic ${Buffer.from("me:word").toString("base64")}`;
    expect(asked).toEqual([{ line: "CONNECT gateway.example:443", auth, key: undefined }]);
  });

  test.each([403, 407, 502])(
    "a tunnel refused with %i is no answer of the gateway",
    async (status) => {
      const { paint } = await startedWith({ ...https, HTTPS_PROXY: proxyHost });
      refusal = status;
      const told = { failure: "network", detail: `proxy: HTTP ${status}` };
      expect(await paint()).toMatchObject(told);
    },
  );

  test("a proxy that is down is the network, and not charged", async () => {
    const { paint } = await startedWith({ ...https, HTTPS_PROXY: "http://127.0.0.1:1" });
    expect(await paint()).toMatchObject({ failure: "network", detail: "ECONNREFUSED" });
  });

  test("HTTP_PROXY is not for it", async () => {
    const { paint } = await startedWith({
      NEBULA_BASE_URL: "https://127.0.0.1:1",
      HTTP_PROXY: proxyHost,
    });
    expect(await paint()).toMatchObject({ failure: "network" });
    expect(asked).toEqual([]);
  });
});

describe("the guard of downloads holds through a proxy", () => {
  const bucket = "dashscope-result-bj.oss-cn-beijing.aliyuncs.com";
  const address = `https://${bucket}/7d/a.png`;

  test("a bucket is asked for by the address its name was checked for", async () => {
    const { download } = await startedWith({ HTTPS_PROXY: proxyHost });
    refusal = 403;
    nameMeans("2400:3200::1", "47.92.1.1");
    await expect(download(address)).rejects.toMatchObject({ kind: "downloadFailed" });
    expect(new Set(asked.map(({ line }) => line))).toEqual(new Set(["CONNECT 47.92.1.1:443"]));
  });

  test.each(["127.0.0.1", "100.100.100.200", "::1"])(
    "a bucket that means %s is not",
    async (inside) => {
      const { download } = await startedWith({ HTTPS_PROXY: proxyHost });
      nameMeans("47.92.1.1", inside);
      await expect(download(address)).rejects.toMatchObject({
        kind: "resultHost",
        message: bucket,
      });
      expect(asked).toEqual([]);
    },
  );

  test("an unlisted host is not asked for", async () => {
    const { download } = await startedWith({ HTTPS_PROXY: proxyHost, HTTP_PROXY: proxyHost });
    for (const host of ["https://evil.example", "http://evil.example", `http://${proxyHost}`]) {
      await expect(download(`${host}/a.png`)).rejects.toMatchObject({ kind: "resultHost" });
    }
    expect(asked).toEqual([]);
  });

  test("a listed host is asked for by its name, for the proxy may know it better", async () => {
    const listed = { UPSTREAM_RESULT_HOSTS: "img.example.com", HTTPS_PROXY: proxyHost };
    const { download } = await startedWith(listed);
    refusal = 403;
    await expect(download("https://img.example.com:8443/a.png")).rejects.toMatchObject({
      kind: "downloadFailed",
      message: "proxy: HTTP 403",
    });
    expect(asked[0]?.line).toBe("CONNECT img.example.com:8443");
  });
});

describe("NO_PROXY", () => {
  test.each([
    ["https://api.example.com", "example.com", true],
    ["https://api.example.com", ".example.com", true],
    ["https://api.example.com", "*.example.com", true],
    ["https://example.com", "other.com example.com", true],
    ["https://api.example.com", "EXAMPLE.com:443", true],
    ["https://api.example.com", "example.com:80", false],
    ["https://badexample.com", "example.com", false],
    ["https://example.com.evil.net", "example.com", false],
    ["http://10.1.2.3:8080", "10.0.0.0/8", true],
    ["http://10.1.2.3:8080", "10.0.0.0/8:80", false],
    ["http://11.1.2.3", "10.0.0.0/8", false],
    ["http://[::1]:3000", "::1", true],
    ["http://[::1]:3000", "[::1]:3000", true],
    ["http://[fd00::5]", "fd00::/8", true],
    ["http://10.1.2.3", "fd00::/8", false],
    ["http://ten.example", "10.0.0.0/8", false],
    ["https://a.example", "", false],
    ["https://a.example", " , ,", false],
    ["https://a.example", "10.0.0.0/999,nonsense//,[", false],
  ])("%s by %j: %s", (address, list, exempt) => {
    expect(isExempt(new URL(address), list)).toBe(exempt);
  });
});
