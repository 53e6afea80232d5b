import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";

// By content, not by time: a checkout touches every file and changes none.

const sourceFolders = ["app", "components", "lib", "public"];
const sourceFiles =
  /^(package(-lock)?\.json|tsconfig\.json|(instrumentation|proxy|middleware)\b.*|.*\.config\.\w+)$/;
const outsideTheBuild = [
  /^lib\/(launch\/|arrows\.mjs$|vitest\.config\.)/,
  /\.test\.tsx?$/,
  /\.md$/,
  /(^|\/)\./,
];

/** What an install depends on: the same packages are not the same files on another Node or platform. */
export function installFingerprint() {
  const [nodeMajor] = process.versions.node.split(".");
  return fingerprint(
    ["package.json", "package-lock.json"],
    [nodeMajor, process.platform, process.arch],
  );
}

/** What a build depends on. */
export function buildFingerprint() {
  return fingerprint(sources(), [installFingerprint()]);
}

function sources() {
  const atRoot = readdirSync(".").filter((name) => sourceFiles.test(name));
  const inFolders = sourceFolders.filter((folder) => existsSync(folder)).flatMap(filesIn);
  return [...atRoot, ...inFolders]
    .filter((file) => !outsideTheBuild.some((pattern) => pattern.test(file)))
    .sort();
}

function filesIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesIn(path) : [path];
  });
}

function fingerprint(files, words) {
  const hash = createHash("sha256");
  for (const part of [...words, ...files.flatMap((file) => [file, contentHash(file)])]) {
    hash.update(part).update("\0");
  }
  return hash.digest("hex");
}

const contentHash = (file) => createHash("sha256").update(readFileSync(file)).digest("hex");

/** Whether the stamp left by the last success says the same as now. */
export function isStamped(stamp, value) {
  return existsSync(stamp) && readFileSync(stamp, "utf8") === value;
}

export const writeStamp = (stamp, value) => writeFileSync(stamp, value);
