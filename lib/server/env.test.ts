import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { EnvError, envSchema, parseEnv } from "./env";

const endpoint = "https://llm.ai-nebula.com/v1/images/generations";

function refusalOf(raw: Record<string, string>): string {
  try {
    parseEnv(raw);
  } catch (error) {
    if (error instanceof EnvError) return error.message;
    throw error;
  }
  return "";
}

test("an empty environment starts with the documented defaults", () => {
  expect(parseEnv({})).toEqual({
    NEBULA_BASE_URL: endpoint,
    NEBULA_MODEL: "qwen-image-plus",
    PRICE_FEN: 18,
    UPSTREAM_STARTS_PER_SECOND: 2,
    UPSTREAM_IN_FLIGHT: 8,
    UPSTREAM_TIMEOUT_MS: 240_000,
    UPSTREAM_RESULT_HOSTS: [],
    RETRY_MAYBE_CHARGED: false,
    NO_PROXY: "",
    ALLOWED_HOSTS: [],
    CACHE_HOURS: 24,
    DATA_DIR: path.resolve("data"),
    HOST: "127.0.0.1",
    PORT: 3000,
  });
});

test.each(["", "  ", "\t"])("%j means unset, for every variable", (nothing) => {
  const raw = Object.fromEntries(Object.keys(envSchema.shape).map((name) => [name, nothing]));
  expect(parseEnv(raw)).toEqual(parseEnv({}));
});

test("variables of other programs are none of ours", () => {
  expect(parseEnv({ NODE_ENV: "production", PATH: "/usr/bin" })).toEqual(parseEnv({}));
});

test.each(["sk-one", "Bearer sk-one", "bearer  sk-one", "  Bearer sk-one  "])(
  "%j is the key sk-one",
  (raw) => {
    expect(parseEnv({ NEBULA_API_KEY: raw }).NEBULA_API_KEY).toBe("sk-one");
  },
);

describe("the address of the service", () => {
  test.each([
    "https://llm.ai-nebula.com",
    "https://llm.ai-nebula.com/",
    "https://llm.ai-nebula.com/v1",
    "https://llm.ai-nebula.com/v1/",
    "https://llm.ai-nebula.com/v1/images/generations",
    "https://llm.ai-nebula.com/v1/images/generations/",
  ])("%s is the endpoint", (base) => {
    expect(parseEnv({ NEBULA_BASE_URL: base }).NEBULA_BASE_URL).toBe(endpoint);
  });

  test("a gateway of one's own may be plain http, at a port, under a folder", () => {
    const base = "http://127.0.0.1:4010/nebula/v1";
    expect(parseEnv({ NEBULA_BASE_URL: base }).NEBULA_BASE_URL).toBe(
      "http://127.0.0.1:4010/nebula/v1/images/generations",
    );
  });
});

describe("the price", () => {
  test.each([
    ["qwen-image-plus", 18],
    ["qwen-image", 25],
  ])("of %s is %i fen where none is set", (model, price) => {
    expect(parseEnv({ NEBULA_MODEL: model }).PRICE_FEN).toBe(price);
  });

  test("may be nothing", () => {
    expect(parseEnv({ PRICE_FEN: "0" }).PRICE_FEN).toBe(0);
  });
});

test("result hosts are separated by commas, spaces or lines", () => {
  const raw =
    " img.example.com, 127.0.0.1:4010\ncdn.example.com:8443,[2001:db8::1]:81 my_cdn.example";
  const { UPSTREAM_RESULT_HOSTS } = parseEnv({ UPSTREAM_RESULT_HOSTS: raw });
  expect(UPSTREAM_RESULT_HOSTS).toEqual([
    "img.example.com",
    "127.0.0.1:4010",
    "cdn.example.com:8443",
    "[2001:db8::1]:81",
    "my_cdn.example",
  ]);
});

describe("the address people open it at", () => {
  test.each([
    ["https://posters.example.com", "https://posters.example.com"],
    ["https://Posters.Example.com/", "https://posters.example.com"],
    ["http://192.168.1.7:80", "http://192.168.1.7"],
    ["https://海报.example:8443", "https://xn--4rut4v.example:8443"],
  ])("%s is %s", (written, origin) => {
    expect(parseEnv({ PUBLIC_URL: written }).PUBLIC_URL).toBe(origin);
  });

  test("further names are a list", () => {
    const { ALLOWED_HOSTS } = parseEnv({
      ALLOWED_HOSTS: " verbatim:3000, nas_1.local\n[fd00::7],",
    });
    expect(ALLOWED_HOSTS).toEqual(["verbatim:3000", "nas_1.local", "[fd00::7]"]);
  });
});

describe("a wrong value", () => {
  test.each([
    ["NEBULA_API_KEY", "sk-secret with-spaces"],
    ["NEBULA_API_KEY", "sk-密钥"],
    ["NEBULA_API_KEY", "Bearer sk-secret\nX-Injected:1"],
    ["NEBULA_BASE_URL", "llm.example.invalid"],
    ["NEBULA_BASE_URL", "ftp://llm.example.invalid/v1"],
    ["NEBULA_MODEL", "qwen-image-ultra"],
    ["PRICE_FEN", "0.18"],
    ["PRICE_FEN", "-18"],
    ["PRICE_FEN", "eighteen"],
    ["UPSTREAM_STARTS_PER_SECOND", "-2"],
    ["UPSTREAM_STARTS_PER_SECOND", "many"],
    ["UPSTREAM_IN_FLIGHT", "65"],
    ["UPSTREAM_IN_FLIGHT", "1.5"],
    ["UPSTREAM_TIMEOUT_MS", "999"],
    ["UPSTREAM_TIMEOUT_MS", "300001"],
    ["UPSTREAM_TIMEOUT_MS", "4m"],
    ["UPSTREAM_RESULT_HOSTS", "https://img.example.com/"],
    ["UPSTREAM_RESULT_HOSTS", "user@img.example.com"],
    ["RETRY_MAYBE_CHARGED", "perhaps"],
    ["HTTP_PROXY", "socks5://me:secret@127.0.0.1:1080"],
    ["HTTPS_PROXY", "http://me:secret@"],
    ["PUBLIC_URL", "posters.example.invalid"],
    ["PUBLIC_URL", "ftp://posters.example.invalid"],
    ["PUBLIC_URL", "https://posters.example.invalid/verbatim"],
    ["PUBLIC_URL", "https://secret@posters.example.invalid"],
    ["ALLOWED_HOSTS", "https://posters.example.invalid"],
    ["ALLOWED_HOSTS", "*"],
    ["PORT", "65536"],
    ["PORT", "http"],
  ])("of %s is refused by name and never repeated: %j", (name, value) => {
    const said = refusalOf({ [name]: value });
    expect(said).toMatch(new RegExp(`^${name} .+ · .+`, "u"));
    expect(said.split("\n")).toHaveLength(1);
    expect(said).not.toContain(value);
    expect(said).not.toContain("secret");
  });

  test("an unknown model is answered with the known ones", () => {
    expect(refusalOf({ NEBULA_MODEL: "dall-e" })).toContain("qwen-image-plus, qwen-image");
  });

  test("every wrong variable is named at once", () => {
    const said = refusalOf({ PORT: "0", PRICE_FEN: "-1", NEBULA_MODEL: "?" });
    const names = said.split("\n").map((sentence) => sentence.split(" ")[0]);
    expect(new Set(names)).toEqual(new Set(["PORT", "PRICE_FEN", "NEBULA_MODEL"]));
  });
});

test(".env.example names every variable once, and what it states can be used", () => {
  const file = readFileSync(path.resolve(import.meta.dirname, "../../.env.example"), "utf8");
  const stated = [...file.matchAll(/^(?:# ?)?([A-Z_]+)=(.*)$/gmu)];
  const names = stated.map(([, name = ""]) => name);
  expect(names.toSorted()).toEqual(Object.keys(envSchema.shape).toSorted());
  const values = Object.fromEntries(stated.map(([, name = "", value = ""]) => [name, value]));
  const { NEBULA_API_KEY: _example, ...parsed } = parseEnv(values);
  expect(parsed).toEqual(parseEnv({}));
});
