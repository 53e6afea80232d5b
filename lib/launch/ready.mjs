import { existsSync, rmSync } from "node:fs";
import { basename } from "node:path";
import { alone } from "./alone.mjs";
import { buildFingerprint, installFingerprint, isStamped, writeStamp } from "./fingerprint.mjs";
import { commandOf, mustRun } from "./steps.mjs";

const installStamp = "node_modules/.verbatim-install";
const buildStamp = ".next/verbatim-build";

export const isInstalled = () => isStamped(installStamp, installFingerprint());

export const isBuilt = () =>
  existsSync(".next/BUILD_ID") && isStamped(buildStamp, buildFingerprint());

/** Installs the locked packages. */
export const install = () =>
  alone(async () => {
    if (isInstalled()) return;
    const fingerprint = installFingerprint();
    const [command, ...before] = npm();
    await mustRun(
      command,
      [...before, "ci", "--include=dev", "--no-audit", "--no-fund"],
      "Installing the packages failed. Check the network and that npm can reach its registry, then run the same command again.",
      {
        env: {
          // An inherited NODE_ENV=production would leave out what the build needs.
          NODE_ENV: "development",
          // It would fetch a runtime for graphics cards, a hundred times what it needs here.
          ONNXRUNTIME_NODE_INSTALL: "skip",
        },
      },
    );
    writeStamp(installStamp, fingerprint);
  });

/** The npm that started us, run by this Node: the one on the PATH can be another, or none. */
function npm() {
  const script = process.env.npm_execpath;
  return script && basename(script).startsWith("npm-cli.") ? [process.execPath, script] : ["npm"];
}

/** Builds the app for production. */
export const build = () =>
  alone(async () => {
    if (isBuilt()) return;
    // Taken before: a file saved during the build may have missed it.
    const fingerprint = buildFingerprint();
    rmSync(buildStamp, { force: true });
    await mustRun(
      process.execPath,
      [commandOf("next", "next"), "build"],
      "Building Verbatim failed. If you changed the sources, correct what is named above; if not, delete the folder .next and run the same command again.",
      { env: { NODE_ENV: "production" } },
    );
    writeStamp(buildStamp, fingerprint);
  });
