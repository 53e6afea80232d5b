import { existsSync, readFileSync } from "node:fs";
import { get } from "node:http";
import { createServer } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
// As a whole: Nodes too old for us lack parseEnv, and naming it would fail before begin.mjs can say so.
import util from "node:util";
import { StepFailure } from "./steps.mjs";

/** Where to listen, and whether there is a key: the environment first, then .env.local, then .env; an empty value counts as none. */
export function readAddress() {
  const sources = [process.env, ...[".env.local", ".env"].map(readEnvFile)];
  const find = (name) => sources.map((source) => source[name]?.trim()).find(Boolean);
  const host = find("HOST") ?? "127.0.0.1";
  const port = find("PORT") ?? "3000";
  if (!/^\d+$/.test(port) || Number(port) < 1 || Number(port) > 65_535) {
    throw new StepFailure(`PORT is “${port}”; it must be a whole number from 1 to 65535.`);
  }
  const url = `http://${reachable(host)}:${Number(port)}`;
  return { host, port: Number(port), url, hasKey: find("NEBULA_API_KEY") !== undefined };
}

const readEnvFile = (file) => (existsSync(file) ? util.parseEnv(readFileSync(file, "utf8")) : {});

/** “Every address” is one to listen on, not one a browser can open. */
function reachable(host) {
  if (["0.0.0.0", "::", "[::]"].includes(host)) return "localhost";
  return host.includes(":") && !host.startsWith("[") ? `[${host}]` : host;
}

const reasons = {
  EADDRINUSE: ({ port }) =>
    `Port ${port} is already in use, perhaps by another Verbatim. Stop that, or choose another port: PORT=${port + 1} npm start`,
  EACCES: ({ port }) =>
    `This user may not listen on port ${port}. Choose one above 1023: PORT=3000 npm start`,
};

const noSuchHost = ({ host }) =>
  `HOST is “${host}”, which is not an address of this machine. Use 127.0.0.1 for this machine only, or 0.0.0.0 for the network.`;

/** Asked before the minutes of installing and building, not after. */
export function refuseTakenPort(address) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", ({ code }) =>
      reject(new StepFailure((reasons[code] ?? noSuchHost)(address))),
    );
    probe.listen(address.port, address.host, () => probe.close(resolve));
  });
}

/** Ends when the server gives its first answer, whatever it says. */
export async function firstAnswer({ url }) {
  while (!(await answers(`${url}/api/health`))) await wait(50);
}

function answers(url) {
  return new Promise((resolve) => {
    const request = get(url, { timeout: 10_000, agent: false }, (response) => {
      response.resume();
      resolve(true);
    });
    request.on("timeout", () => request.destroy());
    request.on("error", () => resolve(false));
  });
}
