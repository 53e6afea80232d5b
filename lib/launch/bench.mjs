import "./begin.mjs";
import { spawn } from "node:child_process";
import { ensureChineseFonts, findOrInstallBrowser } from "./browser.mjs";
import { build, install, isBuilt, isInstalled } from "./ready.mjs";
import { leave, step, tell, whenNpmIsGone } from "./steps.mjs";

let browser;

async function prepare() {
  if (!isInstalled()) await step("Installing packages (a minute or so)", install);
  await step("browser", async () => {
    browser = await findOrInstallBrowser();
    await ensureChineseFonts();
    return `  ${browser}`;
  });
  await step("build", async () => (isBuilt() ? "  unchanged" : build()));
}

/** Its words go straight to the terminal: a measurement takes minutes and says how far it is. */
function measure() {
  const args = ["--import", "tsx", "e2e/bench/bench.ts", ...process.argv.slice(2)];
  return spawn(process.execPath, args, {
    stdio: "inherit",
    env: { ...process.env, PLAYWRIGHT_CHROMIUM: browser },
  });
}

try {
  whenNpmIsGone(() => process.emit("SIGTERM", "SIGTERM"));
  process.on("SIGINT", leave).on("SIGTERM", leave).on("SIGHUP", leave);
  await prepare();

  const bench = measure();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.off(signal, leave).on(signal, () => bench.kill(signal));
  }
  bench.on("exit", (code) => process.exit(code ?? 130));
} catch (error) {
  tell(error);
  process.exit(1);
}
