import "server-only";
import { request as httpRequest, type RequestOptions } from "node:http";
import { request as httpsRequest } from "node:https";
import { isIP, type LookupFunction, connect as netConnect, type Socket } from "node:net";
import { connect as tlsConnect } from "node:tls";
import { proxyFor } from "./proxy";

const connectMs = 10_000;

/** How an address is reached. */
export interface Route {
  proxy: URL | undefined;
  /** The proxy is handed the whole request, which http allows; https is tunnelled through it. */
  isForwarded: boolean;
  /** What the proxy wants to hear with a request handed to it. */
  headers: Record<string, string>;
}

/** Host without the brackets of an IPv6 address. */
const hostOf = ({ hostname }: URL): string => hostname.replaceAll(/[[\]]/gu, "");
const portOf = ({ port, protocol }: URL): number =>
  port === "" ? (protocol === "https:" ? 443 : 80) : Number(port);

function authOf({ username, password }: URL): Record<string, string> {
  if (username === "" && password === "") return {};
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { "proxy-authorization": `Basic ${Buffer.from(pair).toString("base64")}` };
}

/** Says how an address is reached: straight, or through the proxy the environment names for it. */
export function routeTo(url: URL): Route {
  const proxy = proxyFor(url);
  const isForwarded = proxy !== undefined && url.protocol === "http:";
  return { proxy, isForwarded, headers: proxy && isForwarded ? authOf(proxy) : {} };
}

/** Waits until a connection stands; it is closed where that fails or is given up. */
function whenReady(socket: Socket, event: "connect" | "secureConnect", signal: AbortSignal) {
  return new Promise<Socket>((resolve, reject) => {
    const giveUp = () => socket.destroy(new Error("no connection in time"));
    signal.addEventListener("abort", giveUp, { once: true });
    if (signal.aborted) giveUp();
    socket.once("close", () => reject(new Error("closed while connecting")));
    // Stays: an error between this and the request must not end the server.
    socket.on("error", reject);
    socket.once(event, () => {
      signal.removeEventListener("abort", giveUp);
      resolve(socket);
    });
  });
}

/** TLS over a connection; the certificate must be that of the name that was asked for. */
function secure(url: URL, socket: Socket, signal: AbortSignal): Promise<Socket> {
  const host = hostOf(url);
  const name = isIP(host) === 0 ? { servername: host } : {};
  const options = { socket, host, ALPNProtocols: ["http/1.1"], ...name };
  return whenReady(tlsConnect(options), "secureConnect", signal);
}

/** The address a name is checked to mean, so that the proxy cannot take it for another. */
function resolveFor(url: URL, lookup: LookupFunction): Promise<string> {
  return new Promise((resolve, reject) => {
    lookup(hostOf(url), { all: true }, (error, found) => {
      if (error) return reject(error);
      const all = typeof found === "string" ? [{ address: found, family: 4 }] : found;
      // Proxies that only speak IPv4 are many, those that only speak IPv6 are none.
      const best = all.find(({ family }) => family === 4) ?? all[0];
      if (best) resolve(best.address);
      else reject(new Error("no address"));
    });
  });
}

/** Asks a proxy for a way through to `authority`. A refusal is the proxy's, never an answer. */
function tunnel(proxy: URL, authority: string, signal: AbortSignal): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const ask = proxy.protocol === "https:" ? httpsRequest : httpRequest;
    const options: RequestOptions = {
      host: hostOf(proxy),
      port: portOf(proxy),
      method: "CONNECT",
      path: authority,
      headers: { host: authority, ...authOf(proxy) },
      agent: false,
      signal,
    };
    const request = ask(options);
    request.once("error", reject);
    request.once("response", (response) => {
      response.destroy();
      reject(new Error(`proxy: HTTP ${response.statusCode}`));
    });
    request.once("connect", ({ statusCode }, socket: Socket, head) => {
      if (statusCode === 200) {
        if (head.length > 0) socket.unshift(head);
        return resolve(socket);
      }
      socket.destroy();
      reject(new Error(`proxy: HTTP ${statusCode}`));
    });
    request.end();
  });
}

interface Wanted {
  lookup?: LookupFunction;
  signal: AbortSignal;
}

async function reach(url: URL, { proxy, isForwarded }: Route, { lookup, signal }: Wanted) {
  if (!proxy) {
    return whenReady(
      netConnect({ host: hostOf(url), port: portOf(url), lookup }),
      "connect",
      signal,
    );
  }
  if (isForwarded) {
    const straight = netConnect({ host: hostOf(proxy), port: portOf(proxy) });
    const socket = await whenReady(straight, "connect", signal);
    return proxy.protocol === "https:" ? secure(proxy, socket, signal) : socket;
  }
  const host = lookup ? await resolveFor(url, lookup) : hostOf(url);
  const written = isIP(host) === 6 ? `[${host}]` : host;
  return tunnel(proxy, `${written}:${portOf(url)}`, signal);
}

/** Connects and, for https, agrees on TLS, within 10 s; nothing of a request has left by then. */
export async function connect(url: URL, route: Route, { lookup, signal }: Wanted): Promise<Socket> {
  const inTime = AbortSignal.any([signal, AbortSignal.timeout(connectMs)]);
  const socket = await reach(url, route, { lookup, signal: inTime });
  return url.protocol === "https:" ? secure(url, socket, inTime) : socket;
}
