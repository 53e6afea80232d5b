import "./begin.mjs";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { commandOf, mustRun, run, StepFailure, step, tell } from "./steps.mjs";

const onLinux = process.platform === "linux";
const isRoot = process.getuid?.() === 0;

const advice =
  "No browser was found for the browser tests. Install Chromium or Google Chrome (on Debian: apt-get install chromium fonts-noto-cjk), " +
  "or name one: PLAYWRIGHT_CHROMIUM=/path/to/chrome npm test";

/** The path of a Chromium to test with: the one named, else one that is here, else one installed now. */
export async function findOrInstallBrowser() {
  const named = process.env.PLAYWRIGHT_CHROMIUM;
  if (named) {
    if (await answers(named)) return named;
    throw new StepFailure(
      `PLAYWRIGHT_CHROMIUM is ${named}, which does not start. Correct it, or unset it to have a browser looked for.`,
    );
  }
  const present = (await playwrightsOwn()) ?? (await systemBrowser());
  return present ?? (await download()) ?? (await aptInstall());
}

/** Draws Chinese text as text: without one such font every screenshot is a page of empty boxes. */
export async function ensureChineseFonts() {
  const fonts = await run("fc-list", [":lang=zh", "family"]);
  if (!fonts.ok || fonts.output.trim() || !(await canUseApt())) return;
  await apt("fonts-noto-cjk");
}

/** Chrome on Windows opens a window when asked for its version, so there its being there must do. */
async function answers(path) {
  if (process.platform === "win32") return existsSync(path);
  return (await run(path, ["--version"], { timeoutMs: 20_000 })).ok;
}

async function playwrightsOwn() {
  const { chromium } = await import("@playwright/test");
  const path = chromium.executablePath();
  return existsSync(path) && (await answers(path)) ? path : undefined;
}

async function systemBrowser() {
  for (const path of usualPlaces()) {
    if (existsSync(path) && (await answers(path))) return path;
  }
}

function usualPlaces() {
  if (process.platform === "darwin") {
    return [
      "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
      "/Applications/Chromium.app/Contents/MacOS/Chromium",
      "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    ];
  }
  if (process.platform === "win32") {
    const { ProgramFiles, "ProgramFiles(x86)": ProgramFilesX86, LOCALAPPDATA } = process.env;
    return [ProgramFiles, ProgramFilesX86, LOCALAPPDATA]
      .filter(Boolean)
      .flatMap((folder) => [
        join(folder, "Google\\Chrome\\Application\\chrome.exe"),
        join(folder, "Microsoft\\Edge\\Application\\msedge.exe"),
      ]);
  }
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
  const folders = [...(process.env.PATH ?? "").split(":").filter(Boolean), "/usr/bin", "/snap/bin"];
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** The browser first and its system libraries after: where the download host is out of reach, the libraries are a wasted minute. */
async function download() {
  const cli = commandOf("@playwright/test", "playwright");
  const env = {
    PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT:
      process.env.PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT ?? "5000",
  };
  const { ok } = await run(process.execPath, [cli, "install", "chromium"], { env });
  if (!ok) return;
  if (onLinux && isRoot) await run(process.execPath, [cli, "install-deps", "chromium"]);
  return playwrightsOwn();
}

async function aptInstall() {
  if (!(await canUseApt())) throw new StepFailure(advice);
  await apt("chromium", "fonts-noto-cjk");
  const installed = await systemBrowser();
  if (!installed) throw new StepFailure(advice);
  return installed;
}

const canUseApt = async () => onLinux && isRoot && (await run("apt-get", ["--version"])).ok;

async function apt(...packages) {
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  // One unreachable source fails the update though the others may well have the packages.
  await run("apt-get", ["update"], { env });
  await mustRun("apt-get", ["install", "-y", "--no-install-recommends", ...packages], advice, {
    env,
  });
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    await step("browser", async () => `  ${await findOrInstallBrowser()}`);
    await step("Chinese fonts", ensureChineseFonts);
  } catch (error) {
    tell(error);
    process.exit(1);
  }
}
