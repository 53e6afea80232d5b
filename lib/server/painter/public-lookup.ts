import "server-only";
import { lookup } from "node:dns";
import { BlockList, isIPv6, type LookupFunction } from "node:net";
import { DownloadError } from "./download-error";

/**
 * What is no public host (IANA special-purpose registries). 198.18.0.0/15 is left out: local proxies
 * give every public name an address from it. A mapped IPv4 address is checked as IPv4.
 */
const inside = new BlockList();
const insideV4 = [
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
] as const;
for (const [net, prefix] of insideV4) {
  inside.addSubnet(net, prefix, "ipv4");
  // A NAT64 gateway sends these to the IPv4 address in their last four bytes (RFC 6052).
  inside.addSubnet(`64:ff9b::${net}`, 96 + prefix, "ipv6");
}
for (const [net, prefix] of [
  // ::, ::1, and IPv4 addresses written as IPv6 ones.
  ["::", 96],
  // Private NAT64, and the tunnels 6to4 and Teredo: an IPv4 address in other clothes.
  ["64:ff9b:1::", 48],
  ["2002::", 16],
  ["2001::", 32],
  ["100::", 64],
  ["fec0::", 10],
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
      callback(new DownloadError("resultHost", hostname), "");
    } else if (options.all) callback(null, found);
    else callback(null, first.address, first.family);
  });
};
