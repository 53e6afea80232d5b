import "./begin.mjs";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureChineseFonts, findOrInstallBrowser } from "./browser.mjs";
import { build, install, isBuilt, isInstalled } from "./ready.mjs";
import { commandOf, leave, mustRun, StepFailure, step, tell, whenNpmIsGone } from "./steps.mjs";

const reports = mkdtempSync(join(tmpdir(), "verbatim-test-"));
const unitReport = join(reports, "unit.json");
const journeyReport = join(reports, "e2e.json");
let browser;

/** Short name → what it is called, and the work; in this order. */
const steps = {
  lock: ["lockfile", checkLockfile],
  lint: ["format and lint", lint],
  types: ["types", checkTypes],
  arrows: ["arrows", checkArrows],
  dead: ["dead code", findDeadCode],
  unit: ["unit tests", runUnitTests],
  build: ["build", async () => (isBuilt() ? "  unchanged" : build())],
  e2e: ["browser journeys", runJourneys],
};

const node = (args, advice, env) => mustRun(process.execPath, args, advice, { env });

async function checkLockfile() {
  await node(
    ["lib/launch/lock-platforms.mjs", "--check"],
    "The lockfile would not install everywhere.",
  );
}

async function lint() {
  await node(
    [commandOf("@biomejs/biome", "biome"), "ci", "."],
    "Correct what is named above; most of it is mended by: npx biome check --write .",
  );
}

async function checkTypes() {
  // Left by an earlier dev server, these can name pages that are gone.
  rmSync(".next/dev/types", { recursive: true, force: true });
  const advice = "Correct the types named above.";
  await node([commandOf("next", "next"), "typegen"], advice);
  await node([commandOf("typescript", "tsc"), "--noEmit", "--incremental", "false"], advice);
}

async function checkArrows() {
  const output = await node(["lib/launch/arrows.mjs"], "An import breaks the order of the code.");
  return `  ${output.trim()}`;
}

async function findDeadCode() {
  await node(
    [commandOf("knip", "knip"), "--no-progress"],
    "Use what is named above, or delete it.",
  );
}

async function runUnitTests() {
  const args = ["run", "-c", "lib/vitest.config.ts", "--reporter=default", "--reporter=json"];
  const output = await node(
    [commandOf("vitest", "vitest"), ...args, `--outputFile.json=${unitReport}`],
    "A unit test fails: correct the code, or the test if it asks for the wrong thing. Again alone: npm test -- unit",
    // A time zone at an odd offset finds dates that are right only by luck; vitest sets its own NODE_ENV.
    { TZ: "Asia/Kathmandu", NODE_ENV: undefined },
  );
  return summary(output, /^\s*(Test Files|Tests)\s/) + tables(output);
}

/** The tables that tests print, each after an empty line. */
function tables(output) {
  const lines = output.split("\n").filter((line) => line.startsWith("|"));
  const isHead = (index) => lines[index + 1]?.startsWith("| --") ?? false;
  return lines.map((line, index) => `${isHead(index) ? "\n" : ""}\n${line}`).join("");
}

async function runJourneys() {
  const output = await node(
    [commandOf("@playwright/test", "playwright"), "test", "-c", "e2e", "--reporter=list,json"],
    "A browser journey fails: the traces are where the output above says. Again alone: npm test -- e2e",
    { PLAYWRIGHT_CHROMIUM: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: journeyReport },
  );
  return summary(output, /^\s+\d+ (passed|flaky|skipped|did not run)/);
}

function summary(output, pattern) {
  const lines = output.split("\n").filter((line) => pattern.test(line));
  return lines.map((line) => `\n    ${line.trim()}`).join("");
}

/** The passed and the failed of both kinds of test, from the reports their runners wrote. */
function countTests() {
  const { numPassedTests = 0, numFailedTests = 0 } = readReport(unitReport);
  const { expected = 0, flaky = 0, unexpected = 0 } = readReport(journeyReport).stats ?? {};
  return { passed: numPassedTests + expected + flaky, failed: numFailedTests + unexpected };
}

const readReport = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {});

function chosenSteps() {
  const names = process.argv.slice(2);
  const unknown = names.find((name) => !(name in steps));
  if (unknown) {
    throw new StepFailure(
      `There is no step “${unknown}”. The steps are: ${Object.keys(steps).join(" ")}`,
    );
  }
  const wanted = names.length > 0 ? names : Object.keys(steps);
  // The journeys walk through the production build.
  if (wanted.includes("e2e")) wanted.push("build");
  return Object.keys(steps).filter((name) => wanted.includes(name));
}

async function runSteps() {
  const chosen = chosenSteps();
  if (!isInstalled()) await step("Installing packages (a minute or so)", install);
  if (chosen.includes("e2e")) {
    await step("browser", async () => {
      browser = await findOrInstallBrowser();
      await ensureChineseFonts();
      return `  ${browser}`;
    });
  }
  for (const [index, name] of chosen.entries()) {
    const [label, work] = steps[name];
    await step(`[${index + 1}/${chosen.length}] ${label}`, work);
  }
}

whenNpmIsGone(leave);
process.on("SIGINT", leave).on("SIGTERM", leave).on("SIGHUP", leave);
process.on("exit", () => rmSync(reports, { recursive: true, force: true }));

let hasFailed = false;
try {
  await runSteps();
} catch (error) {
  hasFailed = true;
  tell(error);
}
const { passed, failed } = countTests();
// A step that is no test, or a runner that broke, fails without a test that did: it counts as one.
process.stdout.write(`\n${passed} passed, ${hasFailed ? Math.max(failed, 1) : failed} failed\n`);
process.exitCode = hasFailed ? 1 : 0;
