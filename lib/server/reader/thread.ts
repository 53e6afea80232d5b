import "server-only";
import { Worker } from "node:worker_threads";
import type { ReadAnswer, ReadFailure } from "./port";
import type { Said } from "./worker/worker.mjs";

/** How a reading thread is run. */
export interface ThreadSetup {
  /** The worker's file and what it is told at its start. */
  file: string;
  start: unknown;
  /** The longest one picture may take, the loading of the models included. */
  timeoutMs: number;
  /** A thread without work for so long is ended, for it holds half a gigabyte. */
  idleMs: number;
}

interface Order {
  bytes: Uint8Array;
  wanted: readonly string[];
  settle: (answer: ReadAnswer) => void;
}

/** One worker thread and its queue: a picture at a time, ended when it hangs, started anew when needed. */
export class ReadingThread {
  readonly #setup: ThreadSetup;
  readonly #queue: Order[] = [];
  #worker: Worker | undefined;
  #engine = "";
  #current: Order | undefined;
  #timer: NodeJS.Timeout | undefined;
  #offBecause: string | undefined;

  constructor(setup: ThreadSetup) {
    this.#setup = setup;
  }

  /** Reads a picture after those asked for before it. Never throws. */
  read(bytes: Uint8Array, wanted: readonly string[]): Promise<ReadAnswer> {
    return new Promise((settle) => {
      this.#queue.push({ bytes, wanted, settle });
      this.#next();
    });
  }

  /** Ends the thread; what waits or is being read is answered as crashed. */
  async stop(): Promise<void> {
    const waiting = this.#queue.splice(0);
    this.#end("crashed", "the reader was stopped");
    for (const { settle } of waiting) settle(failed("crashed", "the reader was stopped"));
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

  #begin(order: Order): void {
    this.#current = order;
    this.#timer = setTimeout(() => this.#end("timeout", "it took too long"), this.#setup.timeoutMs);
    if (this.#worker) this.#send(this.#worker);
    else this.#start();
  }

  #start(): void {
    const { file, start } = this.#setup;
    const worker = new Worker(file, { workerData: start, stdout: false });
    this.#worker = worker;
    // What an ended thread still says concerns nobody.
    const heed = (heard: () => void) => {
      if (this.#worker === worker) heard();
    };
    worker.on("message", (said: Said) => heed(() => this.#hear(worker, said)));
    worker.on("error", (error) => heed(() => this.#end("crashed", String(error))));
    worker.on("exit", (code) => heed(() => this.#end("crashed", `it left with ${code}`)));
  }

  #send(worker: Worker): void {
    if (!this.#current) return;
    const { bytes, wanted } = this.#current;
    worker.ref();
    // A copy: bytes may lie in a pool that others write to.
    worker.postMessage({ bytes: new Uint8Array(bytes), wanted: [...wanted] });
  }

  #hear(worker: Worker, said: Said): void {
    if (said.kind === "ready") {
      this.#engine = said.engine;
      this.#send(worker);
    } else if (said.kind === "off") {
      this.#offBecause = said.detail;
      this.#end("off", said.detail);
    } else if (said.kind === "read") {
      const reading = { lines: said.lines, unknown: new Set(said.unknown) };
      this.#settle({ ok: true, reading, engine: this.#engine });
    } else {
      this.#settle(failed(said.kind, said.detail));
    }
  }

  #settle(answer: ReadAnswer): void {
    const order = this.#current;
    this.#current = undefined;
    order?.settle(answer);
    this.#next();
  }

  #end(failure: ReadFailure, detail: string): void {
    const worker = this.#worker;
    this.#worker = undefined;
    // Not waited for: a thread inside the runtime ends only when that returns.
    void worker?.terminate();
    this.#settle(failed(failure, detail));
  }

  #rest(): void {
    this.#worker?.unref();
    if (!this.#worker) return;
    this.#timer = setTimeout(() => this.#end("crashed", "idle"), this.#setup.idleMs);
    this.#timer.unref();
  }
}

const failed = (failure: ReadFailure, detail: string): ReadAnswer => ({
  ok: false,
  failure,
  detail,
});
