import { describe, expect, test, vi } from "vitest";
import { requestHash } from "./wire";

describe("the hash of a request", () => {
  const base = {
    model: "qwen-image-plus",
    prompt: "A poster",
    negativePrompt: "typos",
    size: { width: 1328, height: 1328 },
    poster: { expand: false, watermark: true },
  };
  const changes: [string, Partial<typeof base>][] = [
    ["model", { model: "qwen-image" }],
    ["prompt", { prompt: "A poster " }],
    ["negative prompt", { negativePrompt: "" }],
    ["size", { size: { width: 1664, height: 928 } }],
    ["size turned", { size: { width: 928, height: 1664 } }],
    ["watermark", { poster: { expand: false, watermark: false } }],
    ["expansion", { poster: { expand: true, watermark: true } }],
    ["the documentation's join by _", { prompt: "A", negativePrompt: "poster_typos" }],
    ["the same join, the other way", { prompt: "A_poster", negativePrompt: "typos" }],
    ["words moved over", { prompt: "A poster_typos", negativePrompt: "" }],
  ];

  test.each(changes)("differs by %s", (_name, change) => {
    expect(requestHash({ ...base, ...change })).not.toBe(requestHash(base));
  });

  test("differs between any two of these", () => {
    const hashes = changes.map(([, change]) => requestHash({ ...base, ...change }));
    expect(new Set(hashes).size).toBe(changes.length);
  });

  test("is the same for the same request, whoever wrote its fields in which order", () => {
    const turned = Object.fromEntries(Object.entries(base).toReversed()) as typeof base;
    expect(requestHash(turned)).toBe(requestHash({ ...base }));
  });

  test("differs by the gateway that is asked, and not by how its address is written", async () => {
    const hashAt = async (address: string): Promise<string> => {
      vi.resetModules();
      process.env.NEBULA_BASE_URL = address;
      return (await import("./wire")).requestHash(base);
    };
    const host = await hashAt("https://llm.ai-nebula.com");
    expect(await hashAt("https://llm.ai-nebula.com/v1/images/generations")).toBe(host);
    expect(await hashAt("https://other.example")).not.toBe(host);
  });
});
