import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { hostname } from "node:os";
import type { Board } from "../lib/job/schema";
import { expect, test } from "./pages/fixtures";
import { actionHeaders, posterOf, sendOrder } from "./servers/action-call";
import { type RawAnswer, sendRaw } from "./servers/raw";
import { rewrites, startReverseProxy } from "./servers/reverse-proxy";
import { startStudio } from "./servers/studio";

const maxBodyBytes = 5 * 1024 * 1024;

/** Every page and route of the build, so that a new one is asked too; `[id]` is that id. */
function everyPath(id: string): string[] {
  const manifest: Record<string, string> = JSON.parse(
    readFileSync(".next/app-path-routes-manifest.json", "utf8"),
  );
  const shown = Object.values(manifest).filter((path) => !path.startsWith("/_"));
  return shown.map((path) => path.replace("[id]", id));
}

const alsoServed = ["/icon.svg", "/readme/studio.png", "/nowhere", "/_next/image?url=x&w=64&q=75"];

/** Makes a free draft of those words and gives the id of its picture. */
async function makeDraft(url: string, words: string): Promise<string> {
  const placed = await sendOrder(url, randomUUID(), posterOf(words, 1), "draft");
  if (!placed.ok || placed.value.is !== "ordered") throw new Error("the draft was refused");
  const { orderId } = placed.value;
  let id = "";
  await expect(async () => {
    const board: Board = await (await fetch(`${url}/api/jobs`)).json();
    id = board.jobs.find((job) => job.orderId === orderId)?.image?.id ?? "";
    expect(id).not.toBe("");
  }).toPass({ timeout: 30_000 });
  return id;
}

/** One GET by that name; with as many further lines as given. */
async function get(url: string, path: string, host: string, ...lines: string[]) {
  const head = [`GET ${path} HTTP/1.1`, `Host: ${host}`, ...lines, "Connection: close"];
  const [answer] = await sendRaw(url, head.join("\n"));
  if (!answer) throw new Error(`${path} was not answered`);
  return answer;
}

/** Names this browser through an action, sent with those lines. */
async function act(url: string, ...lines: string[]): Promise<RawAnswer | undefined> {
  const body = JSON.stringify([{ name: "Edge" }]);
  const action = Object.entries(actionHeaders("renamePerson")).map(
    ([key, value]) => `${key}: ${value}`,
  );
  const head = ["POST /spend HTTP/1.1", ...lines, ...action, `Content-Length: ${body.length}`];
  return (await sendRaw(url, [...head, "Connection: close"].join("\n"), body))[0];
}

test.describe("asked by another name (DNS rebinding)", { tag: "@once" }, () => {
  test("nothing is shown, by no page, route or file", async ({ keyless }) => {
    const id = await makeDraft(keyless, "Private words");
    for (const path of [...everyPath(id), ...alsoServed]) {
      for (const host of ["evil.example", `127.0.0.1.nip.io:${new URL(keyless).port}`]) {
        const answer = await get(keyless, path, host);
        expect(answer.status, path).toBe(421);
        expect(answer.headers.get("x-verbatim-refused"), path).toBe("host");
        expect(answer.text).not.toContain("Private");
      }
    }
  });

  test("no spelling of the request gets by", async ({ keyless }) => {
    const { host } = new URL(keyless);
    const lines = (...all: string[]) => sendRaw(keyless, [...all, "Connection: close"].join("\n"));
    const refused = [
      ["GET /api/jobs HTTP/1.1", "Host: evil.example", `Host: ${host}`],
      ["GET /api/jobs HTTP/1.1", "Host: evil.example", `X-Forwarded-Host: ${host}`],
      ["GET /api/jobs HTTP/1.1", `Host: ${host}`, "X-Forwarded-Host: evil.example"],
      ["GET /api/jobs HTTP/1.1", `Host: ${host},evil.example`],
      ["GET /api/jobs HTTP/1.1", `Host: ${host}@evil.example`],
      ["GET /api/jobs HTTP/1.1", "Host:"],
      ["GET /api/jobs HTTP/1.1", "Host: evil.example", "x-middleware-subrequest: proxy:proxy"],
      ["GET /_next/static/../../api/jobs HTTP/1.1", "Host: evil.example"],
      ["GET /_next/static/..%2f..%2fapi%2fjobs HTTP/1.1", "Host: evil.example"],
      ["HEAD /api/jobs HTTP/1.1", "Host: evil.example"],
    ];
    for (const head of refused) {
      const [answer] = await lines(...head);
      expect(answer?.status, head.join(" ")).toBe(421);
    }
    // A URL in place of a path is only sent on; without a Host no version of the protocol is spoken.
    const [absolute] = await lines("GET http://evil.example/api/jobs HTTP/1.1", `Host: ${host}`);
    expect(absolute?.status).toBe(308);
    expect((await lines("GET /api/jobs HTTP/1.1"))[0]?.status).toBe(400);
  });

  test("its own names are answered, in any spelling", async ({ keyless }) => {
    const { port } = new URL(keyless);
    const own = [
      "127.0.0.1",
      `LocalHost.:${port}`,
      `[::1]:${port}`,
      "192.168.1.7:8080",
      hostname(),
    ];
    for (const host of own) expect((await get(keyless, "/api/health", host)).status).toBe(200);
  });

  test("what it says is a page in both languages that names the variable", async ({ keyless }) => {
    const answer = await get(keyless, "/", "posters.example.com", "Accept: text/html");
    expect(answer.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(answer.text).toContain("write PUBLIC_URL=http://posters.example.com in");
    expect(answer.text).toContain("写上 PUBLIC_URL=http://posters.example.com（");
  });

  test("what it holds is for no other site to embed and for no proxy to keep", async ({
    keyless,
  }) => {
    const id = await makeDraft(keyless, "Headers");
    for (const path of [...everyPath(id), ...alsoServed]) {
      const { headers, status } = await get(keyless, path, "localhost");
      expect(headers.get("cross-origin-resource-policy"), path).toBe("same-origin");
      expect(headers.get("x-content-type-options"), path).toBe("nosniff");
      expect(headers.get("content-security-policy"), path).toContain("default-src 'self'");
      if (alsoServed.includes(path)) continue;
      const kept = headers.get("cache-control") ?? "";
      if (status === 200) expect(kept, path).toMatch(/private|no-store/u);
      expect(kept, path).not.toContain("public");
    }
    expect((await get(keyless, "/_next/image?url=%2Ficon.svg&w=64&q=75", "localhost")).status).toBe(
      404,
    );
  });
});

test.describe("actions", { tag: "@once" }, () => {
  test("are carried out for pages of its own only", async ({ keyless }) => {
    const { host, origin } = new URL(keyless);
    const of = async (...lines: string[]) => {
      const answer = await act(keyless, ...lines);
      return [answer?.status, answer?.headers.get("x-verbatim-refused")];
    };
    expect(await of(`Host: ${host}`, `Origin: ${origin}`)).toEqual([200, null]);
    expect(
      await of("Host: localhost", "Origin: http://localhost:1", "Sec-Fetch-Site: same-origin"),
    ).toEqual([200, null]);
    const foreign = [403, "origin"];
    expect(await of(`Host: ${host}`, "Origin: https://evil.example")).toEqual(foreign);
    expect(await of(`Host: ${host}`, "Origin: http://127.0.0.1:1")).toEqual(foreign);
    expect(await of(`Host: ${host}`, "Origin: null")).toEqual(foreign);
    expect(await of(`Host: ${host}`, "Sec-Fetch-Site: cross-site")).toEqual(foreign);
    expect(await of("Host: evil.example", "Origin: http://evil.example")).toEqual([421, "host"]);
  });

  test("work for PUBLIC_URL through every proxy", async () => {
    test.setTimeout(120_000);
    const set = { NEBULA_API_KEY: "", PUBLIC_URL: "https://posters.example.com:8443" };
    const { url, stop } = await startStudio({ ...set, ALLOWED_HOSTS: "verbatim" });
    try {
      const origin = `Origin: ${set.PUBLIC_URL}`;
      const { host } = new URL(url);
      for (const lines of [
        [`Host: ${host}`],
        [`Host: ${host}`, "X-Forwarded-Host: posters.example.com"],
        ["Host: posters.example.com"],
        ["Host: posters.example.com:8443"],
      ]) {
        expect((await act(url, ...lines, origin))?.status, lines.join()).toBe(200);
        expect((await act(url, ...lines, "Origin: https://evil.example"))?.status).toBe(403);
      }
      expect((await get(url, "/api/health", "verbatim:3000")).status).toBe(200);
      const other = await get(url, "/api/health", "other.example");
      expect(other.text).toContain("ALLOWED_HOSTS=other.example ");
    } finally {
      await stop();
    }
  });

  test("that are too large are refused at once, and their connection goes on", async ({
    keyless,
  }) => {
    const { host } = new URL(keyless);
    const body = "x".repeat(maxBodyBytes + 1);
    const next = `\r\nGET /api/health HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`;
    const action = Object.entries(actionHeaders("renamePerson")).map(
      ([key, value]) => `${key}: ${value}`,
    );
    for (const head of [
      ["POST / HTTP/1.1", ...action],
      ["POST / HTTP/1.1", "Content-Type: multipart/form-data; boundary=x"],
      ["POST / HTTP/1.1", "Content-Type: application/x-www-form-urlencoded"],
      ["POST /api/jobs HTTP/1.1", "Content-Type: text/plain"],
    ]) {
      const lines = [...head, `Host: ${host}`, `Content-Length: ${body.length}`];
      const answers = await sendRaw(keyless, lines.join("\n"), `${body}${next}`);
      expect(
        answers.map(({ status }) => status),
        head.join(" "),
      ).toEqual([413, 200]);
    }
  });
});

test("a draft is made through every ordinary reverse proxy", { tag: "@once" }, async ({
  keyless,
  page,
  studio,
  t,
}) => {
  test.setTimeout(180_000);
  for (const [line, rewrite] of Object.entries(rewrites(keyless))) {
    await test.step(line, async () => {
      const proxy = await startReverseProxy(keyless, rewrite);
      await studio.open(proxy.url);
      await studio.clearBoard();
      await page.getByRole("button", { name: new RegExp(t("make.draft"), "u") }).click();
      await studio.expectPainted(1);
      await page.goto("about:blank");
      proxy.stop();
    });
  }
});
