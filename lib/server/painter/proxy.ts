import "server-only";
import { BlockList, isIP, isIPv6 } from "node:net";
import { env } from "../env";

/** True where an address lies in a network such as `10.0.0.0/8`. */
function isWithin(host: string, network: string): boolean {
  const [net = "", bits = ""] = network.split("/");
  if (isIP(net) === 0 || isIP(host) === 0 || !/^\d{1,3}$/u.test(bits)) return false;
  const list = new BlockList();
  const most = isIPv6(net) ? 128 : 32;
  list.addSubnet(net, Math.min(Number(bits), most), isIPv6(net) ? "ipv6" : "ipv4");
  return list.check(host, isIPv6(host) ? "ipv6" : "ipv4");
}

/**
 * True for a host that NO_PROXY names: `*`, a name with all below it (`example.com`, `.example.com`,
 * `*.example.com`), an address, a network (`10.0.0.0/8`), each with a port where it is for that only.
 */
export function isExempt(url: URL, noProxy: string): boolean {
  const host = url.hostname.replaceAll(/[[\]]/gu, "");
  const port = url.port === "" ? (url.protocol === "https:" ? "443" : "80") : url.port;
  return noProxy
    .toLowerCase()
    .split(/[\s,]+/u)
    .filter((entry) => entry !== "")
    .some((entry) => {
      if (entry === "*") return true;
      const [, name = entry, only = port] = /^(\[.*\]|[^:]*):(\d+)$/u.exec(entry) ?? [];
      const plain = name.replaceAll(/[[\]]/gu, "").replace(/^\*?\./u, "");
      if (only !== port) return false;
      return host === plain || host.endsWith(`.${plain}`) || isWithin(host, plain);
    });
}

/** The proxy that requests to an address go through; undefined where they go straight. */
export function proxyFor(url: URL): URL | undefined {
  const { HTTP_PROXY, HTTPS_PROXY, NO_PROXY } = env();
  const proxy = url.protocol === "https:" ? HTTPS_PROXY : HTTP_PROXY;
  return proxy === undefined || isExempt(url, NO_PROXY) ? undefined : new URL(proxy);
}
