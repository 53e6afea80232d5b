import "./begin.mjs";
import { spawn } from "node:child_process";
import { firstAnswer, readAddress, refuseTakenPort } from "./address.mjs";
import { openDoorWarning } from "./open-door.mjs";
import { build, install, isBuilt, isInstalled } from "./ready.mjs";
import { commandOf, leave, step, tell, whenNpmIsGone } from "./steps.mjs";

const onWindows = process.platform === "win32";
// The server finishes paid work for up to 25 s; past this it is not draining but stuck.
const longestStopMs = 30_000;
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

/** Passes the first signal on; npm repeats each one, so only a later second one means “at once”. */
function stopper(server) {
  let askedAt;
  return (signal) => {
    if (askedAt === undefined) {
      askedAt = Date.now();
      process.stdout.write("\nStopping Verbatim …\n");
      server.kill(signal);
      setTimeout(() => server.kill("SIGKILL"), longestStopMs).unref();
    } else if (Date.now() - askedAt > sameSignalMs) server.kill("SIGKILL");
  };
}

try {
  whenNpmIsGone(() => process.emit("SIGTERM", "SIGTERM"));
  process.on("SIGINT", leave).on("SIGTERM", leave).on("SIGHUP", leave);
  const address = readAddress();
  await refuseTakenPort(address);
  await prepare();

  const server = startServer(address);
  const stop = stopper(server);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.off(signal, leave).on(signal, () => stop(signal === "SIGHUP" ? "SIGTERM" : signal));
  }
  server.on("exit", (code, signal) => process.exit(code ?? (signal === "SIGINT" ? 130 : 143)));

  await firstAnswer(address);
  process.stdout.write(`\nVerbatim is ready on ${address.url}\nTo stop it, press Ctrl+C.\n`);
  process.stderr.write(openDoorWarning(address));
} catch (error) {
  tell(error);
  process.exit(1);
}
