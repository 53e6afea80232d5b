import "./begin.mjs";
import { pathToFileURL } from "node:url";
import { StepFailure, tell } from "./steps.mjs";

const folders = ["app", "components", "lib"];
const fewestModules = 20;

// The launchers are JavaScript, which is read even when TypeScript is not: they must not make up the number.
const isOurs = ({ source }) =>
  /\.tsx?$/.test(source) && folders.some((folder) => source.startsWith(`${folder}/`));

/** The modules found and the arrows broken, by the rules of lib/arrows.mjs. */
async function cruiseProject() {
  await readJsxWithSwc();
  const { cruise } = await import("dependency-cruiser");
  const { default: config } = await import(pathToFileURL("lib/arrows.mjs").href);
  const { options, ...ruleSet } = config;
  const { output } = await cruise(folders, { ...options, parser: "swc", validate: true, ruleSet });
  return { modules: output.modules.filter(isOurs), violations: output.summary.violations };
}

/**
 * dependency-cruiser 17 cannot use TypeScript 7, and it asks swc to read every file as TypeScript without JSX.
 * Left to itself it falls back on a parser that guesses, or reads nothing at all and finds no fault.
 */
async function readJsxWithSwc() {
  const { default: swc } = await import("@swc/core");
  const parseFileSync = swc.parseFileSync.bind(swc);
  swc.parseFileSync = (file, options) =>
    parseFileSync(file, { ...options, tsx: file.endsWith("x") });
}

function sentence({ rule, from, to, cycle, via, type }) {
  if (cycle?.length > 1) {
    return `${from} imports itself by way of ${names(cycle.slice(0, -1))}: ${rule.name}.`;
  }
  if (via?.length) return `${from} reaches ${to} by way of ${names(via)}: ${rule.name}.`;
  if (type === "module" || from === to) return `${from}: ${rule.name}.`;
  return `${from} imports ${to}: ${rule.name}.`;
}

const names = (steps) => steps.map(({ name }) => name).join(" → ");

/** A check that saw too little finds no fault, so what it did not see is a fault. */
function refuseBlindness(modules) {
  if (modules.length < fewestModules) {
    throw new StepFailure(
      `Only ${modules.length} TypeScript modules were read, fewer than ${fewestModules}: the parser is not seeing the sources. Look at lib/launch/arrows.mjs and the versions of dependency-cruiser and @swc/core.`,
    );
  }
  const lost = modules.flatMap(({ source, dependencies }) =>
    dependencies
      .filter(({ module, couldNotResolve }) => couldNotResolve && /^(@\/|\.)/.test(module))
      .map(({ module }) => `${source} imports ${module}, which was not found.`),
  );
  if (lost.length === 0) return;
  throw new StepFailure(
    "Correct these imports; if they are right, the `options` of lib/arrows.mjs no longer find the paths of tsconfig.json.",
    lost.join("\n"),
  );
}

try {
  const { modules, violations } = await cruiseProject();
  refuseBlindness(modules);
  const errors = violations.filter(({ rule }) => rule.severity === "error");
  if (errors.length > 0) {
    throw new StepFailure(
      "Move the code to the side of the arrow it belongs on; the arrows are in lib/arrows.mjs.",
      errors.map(sentence).join("\n"),
    );
  }
  process.stdout.write(`${modules.length} modules, every arrow kept.\n`);
} catch (error) {
  tell(error);
  process.exit(1);
}
