import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hostNameOf } from "./host-name";
import { type Asked, judgeRequest, maxBodyBytes } from "./judge";
import type { OwnNames } from "./own-names";
import { refuse } from "./refuse";

const quiet: Asked = {
  method: "GET",
  host: "127.0.0.1:3000",
  forwardedHost: null,
  forwardedProto: null,
  origin: null,
  fetchSite: null,
  length: null,
};
const own: OwnNames = {
  names: new Set(["localhost", "studio-mac", "studio-mac.local"]),
  publicOrigin: undefined,
};
const published: OwnNames = {
  names: new Set(["localhost", "posters.example.com"]),
  publicOrigin: "https://posters.example.com",
};
const judge = (changes: Partial<Asked>, names = own) =>
  judgeRequest({ ...quiet, ...changes }, names);
const write = (changes: Partial<Asked>, names = own) =>
  judge({ method: "POST", ...changes }, names);

describe("an address that is ours", () => {
  test.each([
    "127.0.0.1:3000",
    "127.0.0.1",
    "localhost",
    "localhost:8080",
    "LocalHost:3000",
    "localhost.:3000",
    "[::1]:3000",
    "[2001:DB8::7]",
    "192.168.1.7:3000",
    "studio-mac:3000",
    "Studio-Mac.local",
  ])("is let in: %s", (host) => {
    expect(judge({ host })).toBeUndefined();
  });

  test("may be a public one, whatever port a proxy leaves of it", () => {
    for (const host of ["posters.example.com", "posters.example.com:443", "POSTERS.example.com."]) {
      expect(judge({ host }, published)).toBeUndefined();
    }
  });
});

describe("an address that is not", () => {
  test.each([
    "evil.example",
    "evil.example:3000",
    "127.0.0.1.nip.io:3000",
    "localhost.evil.example",
    "notlocalhost",
    "studio-mac.evil.example",
    "127.0.0.1:3000@evil.example",
    "evil.example/127.0.0.1",
    "127.0.0.1:3000,evil.example",
    "127.0.0.1 evil.example",
    "[::1",
    "localhost:99999",
    "localhost:x",
    "%6cocalhost",
    ".",
    "",
  ])("is turned away: %j", (host) => {
    expect(judge({ host })).toMatchObject({ is: "host" });
  });

  test("is turned away for reading and writing, and when there is none", () => {
    expect(judge({ host: null })).toEqual({ is: "host", address: undefined });
    expect(
      write({ host: "evil.example", origin: "http://evil.example", fetchSite: "same-origin" }),
    ).toEqual({ is: "host", address: "http://evil.example" });
  });

  test("stays so whatever X-Forwarded-Host says, which can only add a doubt", () => {
    expect(judge({ host: "evil.example", forwardedHost: "localhost" })).toMatchObject({
      is: "host",
    });
    expect(judge({ forwardedHost: "evil.example" })).toMatchObject({ is: "host" });
    expect(judge({ forwardedHost: "localhost, evil.example" })).toMatchObject({ is: "host" });
    expect(judge({ forwardedHost: "localhost, 127.0.0.1:3000" })).toBeUndefined();
    expect(judge({ forwardedHost: "posters.example.com" }, published)).toBeUndefined();
  });

  test("is any name nobody gave this server", () => {
    fc.assert(
      fc.property(fc.domain(), fc.option(fc.integer({ min: 1, max: 65_535 })), (name, port) => {
        const host = port === null ? name : `${name}:${port}`;
        fc.pre(!own.names.has(hostNameOf(host) ?? ""));
        expect(judge({ host })).toMatchObject({ is: "host" });
        expect(
          judge({ host }, { ...own, names: new Set([...own.names, name.toLowerCase()]) }),
        ).toBe(undefined);
      }),
    );
  });
});

describe("a change is made for a page of ours only", () => {
  test.each<[string, Partial<Asked>]>([
    ["the page itself", { origin: "http://127.0.0.1:3000" }],
    ["by its browser's word", { origin: "http://127.0.0.1:3000", fetchSite: "same-origin" }],
    ["a program", {}],
    // What a proxy on this machine leaves of http://localhost:4261.
    ["a proxy's own Host", { origin: "http://localhost:4261", fetchSite: "same-origin" }],
    ["a default port", { host: "192.168.1.7", origin: "http://192.168.1.7:80" }],
    ["TLS ending before us", { host: "localhost:443", origin: "https://localhost" }],
  ])("%s may", (_who, changes) => {
    expect(write(changes)).toBeUndefined();
  });

  test.each<[string, Partial<Asked>, string | undefined]>([
    ["a foreign page", { origin: "https://evil.example" }, "https://evil.example"],
    [
      "a foreign page, whatever the browser says",
      { origin: "https://evil.example", fetchSite: "same-origin" },
      "https://evil.example",
    ],
    ["another port here", { origin: "http://127.0.0.1:9999" }, "http://127.0.0.1:9999"],
    [
      "another port by the browser's word",
      { origin: "http://localhost:1", fetchSite: "same-site" },
      undefined,
    ],
    ["a page without an address", { origin: "null" }, undefined],
    ["an extension", { origin: "chrome-extension://abcdef" }, undefined],
    ["no origin", { fetchSite: "cross-site" }, undefined],
    ["rubbish", { origin: "http://[" }, undefined],
    ["an origin with a path", { origin: "http://127.0.0.1:3000/x" }, undefined],
  ])("%s may not", (_who, changes, address) => {
    expect(write(changes)).toEqual({ is: "origin", address });
  });

  test.each(["127.0.0.1:3000", "localhost", "posters.example.com", "posters.example.com:8443"])(
    "with PUBLIC_URL set its page may, whatever a proxy makes of Host: %s",
    (host) => {
      const origin = "https://posters.example.com";
      expect(write({ host, origin }, published)).toBeUndefined();
      expect(write({ host, origin, forwardedHost: "posters.example.com" }, published)).toBe(
        undefined,
      );
      expect(write({ host, origin: "http://posters.example.com:81" }, published)).toBeDefined();
    },
  );

  test("every method that is not a look counts as a change", () => {
    for (const method of ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "get"]) {
      expect(judge({ method, origin: "https://evil.example" })).toMatchObject({ is: "origin" });
    }
    expect(judge({ method: "HEAD", origin: "https://evil.example" })).toBeUndefined();
  });
});

test("more than an action takes is refused before it is read", () => {
  expect(write({ length: `${maxBodyBytes}` })).toBeUndefined();
  expect(write({ length: `${maxBodyBytes + 1}` })).toEqual({ is: "size" });
  expect(judge({ length: "9".repeat(40) })).toEqual({ is: "size" });
});

describe("the answer", () => {
  const answerTo = (changes: Partial<Asked>, accept: string | null = null, isPublicSet = false) => {
    const refusal = judge(changes);
    if (!refusal) throw new Error("not refused");
    return refuse(refusal, accept, isPublicSet);
  };

  test("says in both languages what to set, to what", async () => {
    const answer = answerTo({ host: "posters.example.com", forwardedProto: "https" });
    expect(answer.status).toBe(421);
    expect(answer.headers.get("x-verbatim-refused")).toBe("host");
    expect(answer.headers.get("content-type")).toBe("text/plain");
    const [en, zh, ...more] = (await answer.text()).split("\n");
    expect(en).toContain(" PUBLIC_URL=https://posters.example.com ");
    expect(zh).toContain(" PUBLIC_URL=https://posters.example.com（");
    expect(more).toEqual([]);
  });

  test("takes the scheme and port from the browser's own word", async () => {
    const changes = { method: "POST", origin: "https://posters.example.com:8443" };
    const host = "posters.example.com:8443";
    expect(await answerTo({ ...changes, host }).text()).toContain(`PUBLIC_URL=https://${host} `);
    const behind = answerTo(changes);
    expect(behind.status).toBe(403);
    expect(await behind.text()).toContain(`PUBLIC_URL=https://${host} `);
  });

  test("names the list of further names once PUBLIC_URL is taken", async () => {
    const answer = answerTo({ host: "verbatim:3000" }, null, true);
    expect(await answer.text()).toContain(" ALLOWED_HOSTS=verbatim ");
  });

  test("is a page for whoever opens one", async () => {
    const answer = answerTo({ host: "posters.example.com" }, "text/html,*/*");
    expect(answer.headers.get("content-type")).toBe("text/html; charset=utf-8");
    const page = await answer.text();
    expect(page).toContain("PUBLIC_URL=http://posters.example.com ");
    expect(page).toContain('<p lang="zh-CN">');
  });

  test("repeats nothing that could be more than a name", async () => {
    for (const host of ["<b>x</b>.example", 'a"b.example', "a&b.example", "a'b", "*", "$x"]) {
      expect(await answerTo({ host }, "text/html").text()).not.toContain(host);
      const origin = `https://${host}`;
      expect(await answerTo({ method: "POST", origin }, "text/html").text()).not.toContain(host);
    }
  });
});
