import { once } from "node:events";
import { createServer } from "node:http";
import { type AddressInfo, createServer as createListener, type Socket } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, test, vi } from "vitest";
import { anyGateway } from "@/lib/testing/gateway";
import { aPoster } from "@/lib/testing/jobs";

const gateway = await anyGateway();

/** A painter of a server that was started with this environment. */
async function painterAt(base: string, extra: Record<string, string> = {}) {
  vi.resetModules();
  Object.assign(process.env, { NEBULA_API_KEY: "sk-x", UPSTREAM_TIMEOUT_MS: "3000", ...extra });
  process.env.NEBULA_BASE_URL = base;
  return (await import("./nebula")).nebulaPainter;
}

const request = {
  model: "qwen-image-plus",
  poster: aPoster(),
  ratio: "1:1",
  size: { width: 1328, height: 1328 },
  prompt: "did it leave?",
  negativePrompt: "",
} as const;

const paintAt = async (base: string) => (await painterAt(base)).paint(request);

/** A listener that does this with every connection and counts the bytes of a request it saw. */
async function listener(serve: (socket: Socket) => void) {
  const server = createListener((socket) => {
    socket.on("error", () => undefined);
    serve(socket);
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  afterAll(() => server.close());
  return (server.address() as AddressInfo).port;
}

describe("a request that never left was not charged", () => {
  test("nobody there", async () => {
    const port = await listener(() => undefined);
    const closed = createServer();
    await once(closed.listen(0, "127.0.0.1"), "listening");
    const { port: gone } = closed.address() as AddressInfo;
    closed.close();
    expect(port).not.toBe(gone);
    expect(await paintAt(`http://127.0.0.1:${gone}`)).toMatchObject({
      failure: "network",
      detail: "ECONNREFUSED",
    });
  });

  test("no such name", async () => {
    expect(await paintAt("http://no-such-host.invalid")).toMatchObject({ failure: "network" });
  });

  test("a port nobody may use", async () => {
    expect(await paintAt("http://127.0.0.1:0")).toMatchObject({ failure: "network" });
  });

  test("plain http where TLS is spoken", async () => {
    expect(await paintAt(gateway.origin.replace("http:", "https:"))).toMatchObject({
      failure: "network",
    });
    expect(gateway.orders).toEqual([]);
  });

  test.each<[string, string]>([
    ["an alert", "\x15\x03\x03\x00\x02\x02\x28"],
    ["nonsense", "SSH-2.0-OpenSSH_9.6\r\n"],
  ])("%s in place of a handshake", async (_name, said) => {
    const port = await listener((socket) => socket.end(Buffer.from(said, "latin1")));
    expect(await paintAt(`https://127.0.0.1:${port}`)).toMatchObject({ failure: "network" });
  });

  test("a handshake that is cut off", async () => {
    const port = await listener((socket) => socket.once("data", () => socket.destroy()));
    expect(await paintAt(`https://127.0.0.1:${port}`)).toMatchObject({ failure: "network" });
  });

  test("a handshake that never ends, within the time limit", async () => {
    const port = await listener(() => undefined);
    expect(await paintAt(`https://127.0.0.1:${port}`)).toMatchObject({ failure: "network" });
  });
});

describe("a request that may have left may have been charged, and Node's words are not the service's", () => {
  test.each<[string, (socket: Socket) => void]>([
    ["closed at once", (socket) => socket.end()],
    ["reset at its first byte", (socket) => socket.once("data", () => socket.resetAndDestroy())],
    ["answered with nonsense", (socket) => socket.once("data", () => socket.end("hello\r\n\r\n"))],
    [
      "an answer cut off",
      (socket) =>
        socket.once("data", () => socket.end("HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n{")),
    ],
  ])("%s", async (_name, serve) => {
    const port = await listener(serve);
    expect(await paintAt(`http://127.0.0.1:${port}`)).toMatchObject({
      failure: "unknownOutcome",
      detail: null,
    });
  });
});

describe("the size of an answer", () => {
  const large = 20 * 1024 * 1024;

  test("the largest picture fits, in base64 and among words", async () => {
    const bytes = Buffer.concat([gateway.picture, Buffer.alloc(large - gateway.picture.length)]);
    gateway.answer = { body: JSON.stringify({ data: [{ b64_json: bytes.toString("base64") }] }) };
    expect(await paintAt(gateway.origin)).toMatchObject({ ok: true, picture: { addresses: [] } });
  });

  test.each([
    ["as it comes", { body: Buffer.alloc(33 * 1024 * 1024, 0x20) }],
    [
      "unpacked",
      { body: gzipSync(Buffer.alloc(64 * 1024 * 1024)), headers: { "content-encoding": "gzip" } },
    ],
  ])("beyond the limit it is not read on, and may have been charged: %s", async (_name, answer) => {
    gateway.answer = answer;
    expect(await paintAt(gateway.origin)).toMatchObject({
      failure: "answerTooLarge",
      detail: null,
    });
    expect(gateway.orders).toHaveLength(1);
  });
});
