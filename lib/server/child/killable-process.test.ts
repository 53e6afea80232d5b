import { fork } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { writeChild } from "@/lib/testing/child";
import { temporaryFolder } from "@/lib/testing/folder";
import { childEnvironment } from "./environment";
import { KillableProcess, type ProcessSetup } from "./killable-process";

const folder = temporaryFolder();
const timeoutMs = 60_000;
const idleMs = 300_000;
const megabyte = 2 ** 20;
let processes: KillableProcess<Uint8Array | string, string, unknown>[] = [];

/** Does what it is asked to by name; bytes it counts. */
const deeds = `
if (start.off) throw new Error(start.off);
let count = 0;
const held = [];
return async (order, tell) => {
  count += 1;
  if (order === "hang") return new Promise(() => {});
  if (order === "spin") for (;;);
  if (order === "throw") throw new Error("broken");
  if (order === "leave") process.exit(3);
  if (order === "hold") for (;;) held.push(Buffer.alloc(8_000_000, 1));
  if (order === "keep") held.push(Buffer.alloc(200_000_000, 1));
  if (order === "parts") { tell("one"); tell("two"); }
  if (order === "pid") return process.pid;
  if (order === "environment") return process.env;
  if (order === "signals") for (const signal of ["SIGINT", "SIGTERM"]) process.kill(process.pid, signal);
  return typeof order === "string" ? \`\${count}\` : \`\${count} of \${order.length}\`;
};
`;

function aProcess(start: unknown = {}, also: Partial<ProcessSetup> = {}) {
  const file = writeChild(folder, deeds);
  const limits = { maxRssBytes: 2000 * megabyte, keptRssBytes: 2000 * megabyte };
  const made = new KillableProcess<Uint8Array | string, string, unknown>({
    ...{ name: "test", file, start, timeoutMs, idleMs, ...limits },
    ...also,
  });
  processes.push(made);
  return made;
}

const said = async (child: (typeof processes)[number], order: Uint8Array | string) => {
  const answered = await child.ask(order);
  return answered.ok ? answered.answer : answered.failure;
};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
});

afterEach(async () => {
  vi.useRealTimers();
  await Promise.all(processes.map((child) => child.stop()));
  processes = [];
});

describe("a killable process", () => {
  test("answers one request after another, bytes as they are", async () => {
    const child = aProcess();
    const all = [new Uint8Array(3), "two", Buffer.alloc(2_000_000)];
    const answers = await Promise.all(all.map((order) => said(child, order)));
    expect(answers).toEqual(["1 of 3", "2", "3 of 2000000"]);
  });

  test("tells parts ahead of its answer", async () => {
    const heard: string[] = [];
    await aProcess().ask("parts", (part) => heard.push(part));
    expect(heard).toEqual(["one", "two"]);
  });

  test("that cannot even be made is an answer, and no error of whoever asks or prepares", async () => {
    const child = aProcess({}, { file: "no\0file" });
    child.prepare();
    expect(await Promise.all([said(child, "one"), said(child, "two")])).toEqual([
      "crashed",
      "crashed",
    ]);
  });

  test.each(["hang", "spin"])(
    "that should %s is killed after its time, and started anew",
    async (order) => {
      const child = aProcess();
      expect(await said(child, "read")).toBe("1");
      const stuck = said(child, order);
      const next = said(child, "read");
      vi.advanceTimersByTime(timeoutMs);
      expect(await stuck).toBe("timeout");
      expect(await next).toBe("1");
    },
  );

  test.each(["throw", "leave"])("that should %s answers so, and is started anew", async (order) => {
    const child = aProcess();
    expect(await Promise.all([said(child, order), said(child, "read")])).toEqual(["crashed", "1"]);
  });

  test("killed by somebody else in the middle answers so, and is started anew", async () => {
    const child = aProcess();
    const pid = await said(child, "pid");
    const stuck = said(child, "spin");
    process.kill(Number(pid), "SIGKILL");
    expect(await Promise.all([stuck, said(child, "read")])).toEqual(["crashed", "1"]);
  });

  test("that takes too much memory is ended in the middle, and started anew", async () => {
    const child = aProcess({}, { maxRssBytes: 300 * megabyte });
    expect(await Promise.all([said(child, "hold"), said(child, "read")])).toEqual(["memory", "1"]);
  });

  test("that holds much after an answer is replaced before the next", async () => {
    const child = aProcess({}, { keptRssBytes: 200 * megabyte });
    expect(await said(child, "read")).toBe("1");
    expect(await said(child, "keep")).toBe("2");
    expect(await said(child, "read")).toBe("1");
  });

  test("that cannot work at all says so each time, and why", async () => {
    const child = aProcess({ off: "no runtime" });
    expect(await Promise.all([said(child, "read"), said(child, "read")])).toEqual(["off", "off"]);
    expect(await child.ask("read")).toMatchObject({ failure: "off", detail: "no runtime" });
  });

  test("without its file fails, and does not throw", async () => {
    const file = path.join(folder, "nothing.mjs");
    expect(await said(aProcess({}, { file }), "read")).toBe("crashed");
  });

  test("at rest is ended, and works again when asked", async () => {
    const child = aProcess();
    expect(await said(child, "read")).toBe("1");
    expect(await said(child, "read")).toBe("2");
    vi.advanceTimersByTime(idleMs);
    expect(await said(child, "read")).toBe("1");
  });

  test("may be started ahead", async () => {
    const child = aProcess();
    child.prepare();
    child.prepare();
    expect(child.load).toBe(0);
    expect(await said(child, "read")).toBe("1");
  });

  test("that is stopped answers what waited", async () => {
    const child = aProcess();
    const all = [said(child, "hang"), said(child, "read")];
    await child.stop();
    expect(await Promise.all(all)).toEqual(["crashed", "crashed"]);
  });

  test("goes on through the signals that a terminal or a supervisor sends to all", async () => {
    const child = aProcess();
    expect(await said(child, "signals")).toBe("1");
    expect(await said(child, "read")).toBe("2");
  });

  test("is given no keys and nothing that Node should load", async () => {
    vi.stubEnv("NEBULA_API_KEY", "sk-secret");
    vi.stubEnv("NODE_OPTIONS", "--no-warnings");
    const environment = await said(aProcess(), "environment");
    expect(environment).toMatchObject({ PATH: process.env.PATH });
    expect(JSON.stringify(environment)).not.toMatch(/sk-secret|no-warnings/u);
    vi.unstubAllEnvs();
  });
});

test.each(["Path", "SystemRoot", "MALLOC_ARENA_MAX", "LC_ALL"])("%s is passed on", (name) => {
  vi.stubEnv(name, "x");
  expect(childEnvironment()).toMatchObject({ [name]: "x" });
  vi.unstubAllEnvs();
});

describe("a child whose parent is killed", () => {
  /** A parent that has its child do one thing and writes down who that is. */
  function aParent(order: string) {
    const child = writeChild(folder, deeds);
    const note = path.join(folder, `${order}.pid`);
    const parent = path.join(folder, `parent-${order}.mjs`);
    writeFileSync(
      parent,
      `import { fork } from "node:child_process";
       import { writeFileSync } from "node:fs";
       const child = fork(${JSON.stringify(child)}, [], { execArgv: [], serialization: "advanced" });
       child.on("message", ({ kind }) => {
         if (kind !== "ready") return;
         child.send({ kind: "ask", request: ${JSON.stringify(order)} });
         writeFileSync(${JSON.stringify(note)}, String(child.pid));
         process.send("begun");
       });
       child.send({ kind: "start", start: {}, maxRssBytes: 2 ** 31 });`,
    );
    return { parent, pid: () => Number(readFileSync(note, "utf8")) };
  }

  const isAlive = (pid: number) => {
    try {
      return process.kill(pid, 0);
    } catch {
      return false;
    }
  };

  test.each(["read", "hang", "spin"])("is gone soon after, though it should %s", async (order) => {
    vi.useRealTimers();
    const { parent, pid } = aParent(order);
    const running = fork(parent, [], { execArgv: [] });
    await once(running, "message");
    expect(isAlive(pid())).toBe(true);
    running.kill("SIGKILL");
    await vi.waitUntil(() => !isAlive(pid()), { timeout: 20_000, interval: 20 });
  });
});
