import "server-only";
import { lookup } from "node:dns";
import { BlockList, isIPv6, type LookupFunction } from "node:net";
import { DownloadError } from "./download-error";

/**
 * What is no public host (IANA special-purpose registries). 198.18.0.0/15 is left out: local proxies
 * give every public name an address from it. A mapped IPv4 address is checked as IPv4.
 */
const inside = new BlockList();
for (const [net, prefix] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.168.0.0", 16],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
] as const) {
  inside.addSubnet(net, prefix, "ipv4");
}
for (const [net, prefix] of [
  ["::", 127],
  ["fc00::", 7],
  ["fe80::", 10],
  ["ff00::", 8],
] as const) {
  inside.addSubnet(net, prefix, "ipv6");
}

/** True for an address anyone may reach; false for this machine, its network, and many at once. */
export const isPublic = (address: string): boolean =>
  !inside.check(address, isIPv6(address) ? "ipv6" : "ipv4");

/**
 * Resolves a name for a connection, which goes to the very address checked here: the name cannot
 * mean another host by then. DownloadError where any of its addresses is not public.
 */
export const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, found) => {
    const [first] = found ?? [];
    if (error) callback(error, "");
    else if (!first || !found.every(({ address }) => isPublic(address))) {
      callback(new DownloadError("resultHost", `${hostname}: not a public address`), "");
    } else if (options.all) callback(null, found);
    else callback(null, first.address, first.family);
  });
};
