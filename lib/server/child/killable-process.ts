import "server-only";
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { Socket } from "node:net";
import { childEnvironment } from "./environment";
import { logLines } from "./log-lines";
import type { Said, Told } from "./serve.mjs";

/** How a process is run. */
export interface ProcessSetup {
  /** What it is called in the log. */
  name: string;
  /** A plain module that calls `serve`, and what it is told at its start. */
  file: string;
  start: unknown;
  /** The longest one request may take, the start included. */
  timeoutMs: number;
  /** Without work for so long, it is ended and gives its memory back. */
  idleMs: number;
  /** Holding more than this, it is ended at once. */
  maxRssBytes: number;
  /** Holding more than this after an answer, it is replaced: allocators seldom give back. */
  keptRssBytes: number;
}

/**
 * Why there is no answer: `off`, it cannot work on this machine at all; `timeout` and `memory`, it
 * was ended for taking too much; `crashed`, it ended by itself or was stopped. It starts anew when
 * next asked, except when off.
 */
export type ProcessFailure = "off" | "timeout" | "memory" | "crashed";

export type Answered<Answer> =
  | { ok: true; answer: Answer }
  | { ok: false; failure: ProcessFailure; detail: string };

interface Order<Request, Part, Answer> {
  request: Request;
  hear: ((part: Part) => void) | undefined;
  settle: (answered: Answered<Answer>) => void;
}

const alive = new Set<ChildProcess>();
// A process that ends takes its children along at once; one that is killed, they notice themselves.
process.once("exit", () => {
  for (const child of alive) child.kill("SIGKILL");
});

/**
 * One child process and its queue: a request at a time, killed when it takes too long or too much
 * memory, started anew when needed. Nothing that happens in it reaches this process.
 */
export class KillableProcess<Request, Part, Answer> {
  readonly #setup: ProcessSetup;
  readonly #queue: Order<Request, Part, Answer>[] = [];
  #child: ChildProcess | undefined;
  #isReady = false;
  #current: Order<Request, Part, Answer> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #offBecause: string | undefined;

  constructor(setup: ProcessSetup) {
    this.#setup = setup;
  }

  /** Requests under way and waiting. */
  get load(): number {
    return this.#queue.length + (this.#current ? 1 : 0);
  }

  /** Answers a request after those asked before it; `hear` is told its parts. Never throws. */
  ask(request: Request, hear?: (part: Part) => void): Promise<Answered<Answer>> {
    return new Promise((settle) => {
      this.#queue.push({ request, hear, settle });
      this.#next();
    });
  }

  /** Starts the process ahead of its first request. */
  prepare(): void {
    if (this.#child || this.#current || this.#offBecause !== undefined) return;
    this.#start();
    this.#rest();
  }

  /** Ends the process; what waits or is under way is answered as crashed. */
  async stop(): Promise<void> {
    const child = this.#child;
    const waiting = this.#queue.splice(0);
    this.#end("crashed", "it was stopped");
    for (const { settle } of waiting) settle(failed("crashed", "it was stopped"));
    if (child && alive.has(child)) await once(child, "exit");
  }

  #next(): void {
    if (this.#current) return;
    clearTimeout(this.#timer);
    const order = this.#queue.shift();
    if (!order) this.#rest();
    else if (this.#offBecause === undefined) this.#begin(order);
    else {
      order.settle(failed("off", this.#offBecause));
      this.#next();
    }
  }

  #begin(order: Order<Request, Part, Answer>): void {
    this.#current = order;
    this.#timer = setTimeout(() => this.#end("timeout", "it took too long"), this.#setup.timeoutMs);
    if (!this.#child) this.#start();
    else if (this.#isReady) this.#send();
    this.#hold(true);
  }

  #start(): void {
    const { name, start, maxRssBytes } = this.#setup;
    const child = this.#fork();
    if (!child) return;
    this.#child = child;
    this.#isReady = false;
    alive.add(child);
    if (child.stderr) logLines(child.stderr, name);
    // What an ended process still says concerns nobody.
    const heed = (heard: () => void) => {
      if (this.#child === child) heard();
    };
    child.on("message", (said) => heed(() => this.#hear(said as Said)));
    child.on("error", (error) => {
      if (child.pid === undefined) alive.delete(child);
      heed(() => this.#end("crashed", error.message));
    });
    child.on("exit", (code, signal) => {
      alive.delete(child);
      const isMemory = signal === "SIGUSR2";
      const detail = isMemory ? "it took too much memory" : `it left with ${signal ?? code}`;
      heed(() => this.#end(isMemory ? "memory" : "crashed", detail));
    });
    this.#tell({ kind: "start", start, maxRssBytes });
  }

  /** A new process; undefined where the machine has no room for one, of which whoever waits is told next. */
  #fork(): ChildProcess | undefined {
    try {
      return fork(this.#setup.file, [], {
        // Not what tests and tools had Node load, and no keys.
        execArgv: [],
        env: childEnvironment(),
        serialization: "advanced",
        stdio: ["ignore", "ignore", "pipe", "ipc"],
      });
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      queueMicrotask(() => this.#child || this.#end("crashed", detail));
      return undefined;
    }
  }

  #send(): void {
    if (this.#current) this.#tell({ kind: "ask", request: this.#current.request });
  }

  #tell(told: Told): void {
    // A process that is gone is heard of by its exit; one that never came (out of files) has no channel.
    if (this.#child?.connected) this.#child.send(told, () => {});
  }

  #hear(said: Said): void {
    if (said.kind === "ready") {
      this.#isReady = true;
      this.#send();
    } else if (said.kind === "off") {
      this.#offBecause = said.detail;
      this.#end("off", said.detail);
    } else if (said.kind === "part") {
      this.#current?.hear?.(said.part as Part);
    } else if (said.kind === "failed") {
      this.#end("crashed", said.detail);
    } else {
      if (said.rssBytes > this.#setup.keptRssBytes) this.#kill();
      this.#settle({ ok: true, answer: said.answer as Answer });
    }
  }

  #settle(answered: Answered<Answer>): void {
    const order = this.#current;
    this.#current = undefined;
    order?.settle(answered);
    this.#next();
  }

  #end(failure: ProcessFailure, detail: string): void {
    this.#kill();
    this.#settle(failed(failure, detail));
  }

  #kill(): void {
    const child = this.#child;
    this.#child = undefined;
    child?.kill("SIGKILL");
  }

  #rest(): void {
    if (!this.#child) return;
    this.#hold(false);
    this.#timer = setTimeout(() => this.#kill(), this.#setup.idleMs);
    this.#timer.unref();
  }

  /** A child without work keeps nobody from ending. */
  #hold(isHeld: boolean): void {
    const child = this.#child;
    const { stderr } = child ?? {};
    const held = [child, child?.channel, stderr instanceof Socket ? stderr : undefined];
    for (const each of held) isHeld ? each?.ref() : each?.unref();
  }
}

const failed = (failure: ProcessFailure, detail: string) =>
  ({ ok: false, failure, detail }) as const;
