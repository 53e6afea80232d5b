import "./begin.mjs";
import { spawn } from "node:child_process";
import { longestStopMs } from "../patience.mjs";
import { firstAnswer, readAddress, refuseTakenPort } from "./address.mjs";
import { openDoorWarning } from "./open-door.mjs";
import { build, install, isBuilt, isInstalled } from "./ready.mjs";
import { commandOf, leave, step, tell, whenNpmIsGone } from "./steps.mjs";

const onWindows = process.platform === "win32";
const sameSignalMs = 1_000;

/** glibc keeps a heap for each thread that ever asked; two are as quick and hold a tenth less. */
const frugal = { MALLOC_ARENA_MAX: "2" };
// Next would exit without waiting for the images being made; the app drains them itself.
const production = { NODE_ENV: "production", NEXT_MANUAL_SIG_HANDLE: "true" };

async function prepare() {
  if (!isInstalled()) await step("Installing packages (first start only, a minute or so)", install);
  if (!isBuilt()) await step("Building Verbatim (only when it has changed)", build);
}

function startServer({ host, port }) {
  const args = [commandOf("next", "next"), "start", "-H", host, "-p", String(port)];
  return spawn(process.execPath, args, {
    stdio: "inherit",
    env: { ...frugal, ...process.env, ...production },
    // Out of the terminal's group, or Ctrl+C would reach it twice: from the terminal and from us.
    detached: !onWindows,
  });
}

/**
 * Asks the server to end, which finishes the paid work first and then ends by itself, however long it
 * was set to take; killing it earlier would lose pictures that are paid for.
 */
function stopper(server) {
  let askedAt;
  const ask = (signal) => {
    if (askedAt !== undefined) return;
    askedAt = Date.now();
    process.stdout.write(
      "\nStopping Verbatim … It finishes the pictures under way first; press Ctrl+C again to stop at once. · 正在停止，先完成进行中的图片；再按一次 Ctrl+C 立即停止。\n",
    );
    server.kill(signal);
    setTimeout(() => server.kill("SIGKILL"), longestStopMs).unref();
  };
  /** npm repeats each signal, so only a later second one means “at once”. */
  const hear = (signal) => {
    if (askedAt === undefined) ask(signal);
    else if (Date.now() - askedAt > sameSignalMs) server.kill("SIGKILL");
  };
  return { ask, hear };
}

try {
  let leaveWithNpm = leave;
  whenNpmIsGone(() => leaveWithNpm());
  process.on("SIGINT", leave).on("SIGTERM", leave).on("SIGHUP", leave);
  const address = readAddress();
  await refuseTakenPort(address);
  await prepare();

  const server = startServer(address);
  const { ask, hear } = stopper(server);
  // Nobody's second signal: npm may well end between the first and the last picture.
  leaveWithNpm = () => ask("SIGTERM");
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.off(signal, leave).on(signal, () => hear(signal === "SIGHUP" ? "SIGTERM" : signal));
  }
  server.on("exit", (code, signal) => process.exit(code ?? (signal === "SIGINT" ? 130 : 143)));

  await firstAnswer(address);
  process.stdout.write(`\nVerbatim is ready on ${address.url}\nTo stop it, press Ctrl+C.\n`);
  process.stderr.write(openDoorWarning(address));
} catch (error) {
  tell(error);
  process.exit(1);
}
