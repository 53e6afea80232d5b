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

/** Another port alone would be a second server on the first one's pictures. */
const besideIt = ({ port }) => `PORT=${port + 1} DATA_DIR=./data-${port + 1} npm start`;

const taken = (address) =>
  `Port ${address.port} is already in use by another program. Stop that, or choose another port: PORT=${address.port + 1} npm start · 端口 ${address.port} 已被别的程序占用。请停止它，或换一个端口：PORT=${address.port + 1} npm start`;

const takenByVerbatim = (address) =>
  `Verbatim already runs on ${address.url}: open it there. A second one needs a port and a data folder of its own: ${besideIt(address)} · Verbatim 已在 ${address.url} 运行，直接打开即可。要再开一个，需另用端口和数据目录：${besideIt(address)}`;

const reasons = {
  EACCES: ({ port }) =>
    `This user may not listen on port ${port}. Choose one above 1023: PORT=3000 npm start`,
};

const noSuchHost = ({ host }) =>
  `HOST is “${host}”, which is not an address of this machine. Use 127.0.0.1 for this machine only, or 0.0.0.0 for the network.`;

/** Asked before the minutes of installing and building, not after. */
export function refuseTakenPort(address) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", async ({ code }) => {
      const inUse = code === "EADDRINUSE";
      const who = inUse && (await isVerbatim(address)) ? takenByVerbatim : taken;
      reject(new StepFailure((inUse ? who : (reasons[code] ?? noSuchHost))(address)));
    });
    probe.listen(address.port, address.host, () => probe.close(resolve));
  });
}

/** Ends when the server gives its first answer, whatever it says. */
export async function firstAnswer({ url }) {
  while ((await answerOf(`${url}/api/health`, 10_000)) === undefined) await wait(50);
}

/** Told by what its health is made of; a program that does not answer soon is none. */
async function isVerbatim({ url }) {
  const body = await answerOf(`${url}/api/health`, 3_000);
  return ["database", "worker", "upstream"].every((name) => body?.includes(`"${name}":`));
}

/** The body of whatever an address answers; undefined for no answer. */
function answerOf(url, timeout) {
  return new Promise((resolve) => {
    const request = get(url, { timeout, agent: false }, (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (part) => {
        body += part;
        // A stranger's endless answer tells nothing more.
        if (body.length > 100_000) response.destroy();
      });
      response.on("close", () => resolve(body));
    });
    request.on("timeout", () => request.destroy());
    request.on("error", () => resolve(undefined));
  });
}
