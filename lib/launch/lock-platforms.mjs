// A registry that does not serve a package's binaries for other platforms makes npm leave them out of the
// lockfile, and `npm ci` then refuses that lockfile everywhere (npm/cli#9846). This puts them back as stubs.
import "./begin.mjs";
import { readFileSync, writeFileSync } from "node:fs";
import { StepFailure, tell } from "./steps.mjs";

const lockfile = "package-lock.json";
const systems = [
  "aix",
  "android",
  "darwin",
  "freebsd",
  "linux",
  "netbsd",
  "openbsd",
  "openharmony",
  "sunos",
  "win32",
];
const processors = [
  "arm64",
  "arm",
  "ia32",
  "loong64",
  "mips64el",
  "ppc64",
  "riscv64",
  "s390x",
  "x64",
  "wasm32",
];
const builds = {
  gnu: "glibc",
  gnueabihf: "glibc",
  musl: "musl",
  musleabihf: "musl",
  msvc: undefined,
  eabi: undefined,
  wasi: undefined,
};
const exactVersion = /^\d+\.\d+\.\d+(-[\w.-]+)?$/;

function missingStubs(packages) {
  const stubs = new Map();
  for (const [folder, entry] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      const found = resolve(packages, folder, name);
      if (found && (!exactVersion.test(version) || found.version === version)) continue;
      const top = `node_modules/${name}`;
      const isTopFree = !packages[top] && (stubs.get(top)?.version ?? version) === version;
      stubs.set(isTopFree ? top : `${folder}/${top}`, stub(name, version, entry));
    }
  }
  return stubs;
}

/** What `name` means to the package in `folder`: its own copy, or the nearest one above. */
function resolve(packages, folder, name) {
  for (
    let place = folder;
    ;
    place = place.slice(0, Math.max(0, place.lastIndexOf("/node_modules/")))
  ) {
    const found = packages[place ? `${place}/node_modules/${name}` : `node_modules/${name}`];
    if (found || !place) return found;
  }
}

function stub(name, version, parent) {
  if (!exactVersion.test(version))
    throw unknown(name, `the version it asks for, ${version}, is not one version`);
  const { os, cpu, libc } = platformOf(name);
  return {
    version,
    ...(cpu && { cpu: [cpu] }),
    ...(parent.dev && { dev: true }),
    ...(libc && { libc: [libc] }),
    optional: true,
    ...(os && { os: [os] }),
  };
}

/** Read from the name's last words, as in `@next/swc-linux-x64-musl`; a word not known here stops us rather than be guessed at. */
function platformOf(name) {
  const words = name.split("/").at(-1).split("-");
  const from = words.findIndex((word) => systems.includes(word) || processors.includes(word));
  const platform = {};
  for (const word of from < 0 ? [] : words.slice(from)) {
    if (systems.includes(word)) platform.os = word;
    else if (processors.includes(word)) platform.cpu = word;
    else if (word in builds) platform.libc = builds[word];
    else throw unknown(name, `“${word}” in it names no platform known here`);
  }
  if (!platform.cpu) throw unknown(name, "it names no processor");
  return platform;
}

/** An address of somebody's own registry would stop the install for everyone who cannot reach it. */
function refuseOtherRegistries(packages) {
  const others = Object.entries(packages).filter(
    ([, { resolved }]) => resolved && !resolved.startsWith("https://registry.npmjs.org/"),
  );
  if (others.length === 0) return;
  throw new StepFailure(
    `${lockfile} names a download address outside the public npm registry. Run: npm install --omit-lockfile-registry-resolved`,
    others.map(([folder, { resolved }]) => `${folder}: ${resolved}`).join("\n"),
  );
}

const unknown = (name, why) =>
  new StepFailure(
    `${lockfile} lacks ${name}, and ${why}. Teach lib/launch/lock-platforms.mjs this name, or add the entry by hand.`,
  );

try {
  const lock = JSON.parse(readFileSync(lockfile, "utf8"));
  const stubs = missingStubs(lock.packages);
  if (stubs.size > 0 && process.argv.includes("--check")) {
    throw new StepFailure(
      `${lockfile} lacks ${stubs.size} platform packages, so npm ci would refuse it. Run: node lib/launch/lock-platforms.mjs`,
      [...stubs.keys()].join("\n"),
    );
  }
  if (stubs.size > 0) {
    const all = Object.entries({ ...lock.packages, ...Object.fromEntries(stubs) });
    lock.packages = Object.fromEntries(all.sort(([a], [b]) => a.localeCompare(b, "en")));
    writeFileSync(lockfile, `${JSON.stringify(lock, null, 2)}\n`);
  }
  process.stdout.write(`${lockfile}: ${stubs.size} platform packages added.\n`);
  refuseOtherRegistries(lock.packages);
} catch (error) {
  tell(error);
  process.exit(1);
}
