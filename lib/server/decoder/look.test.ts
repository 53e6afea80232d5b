import { afterAll, describe, expect, test, vi } from "vitest";
import { posterPng } from "@/e2e/fake-upstream/png";
import { childrenOf } from "@/e2e/servers/family";
import { look, prepareDecoder, stopDecoder } from "./decoder";

afterAll(stopDecoder);

describe("a look", () => {
  const spec = { width: 928, height: 1664, prompt: "", watermark: false };

  test("is one pass, however many ask about the same bytes", async () => {
    prepareDecoder();
    const bytes = await posterPng(spec, "decoder test");
    expect(look(bytes)).toBe(look(bytes));
    expect(await look(bytes).measured).toMatchObject({ ok: true, width: 928, height: 1664 });
  });

  test("goes on after a process was killed in the middle of others", async () => {
    const many = Array.from({ length: 6 }, (_, at) => posterPng(spec, `killed ${at}`));
    const looks = (await Promise.all(many)).map((bytes) => look(bytes).measured);
    await vi.waitUntil(() => globalThis.verbatimDecoders?.every(({ load }) => load > 0));
    const [child] = childrenOf(process.pid).filter(({ megabytes }) => megabytes > 20);
    if (child) process.kill(child.pid, "SIGKILL");
    for (const measured of await Promise.all(looks)) expect(measured.ok).toBe(true);
  });
});
