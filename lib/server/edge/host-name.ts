import "server-only";
import { isIP } from "node:net";

const written = /^(?:\[[\da-f:.]+\]|[\p{L}\p{M}\p{N}._-]+)(?::\d{1,5})?$/iu;

/**
 * The name in a `Host` header as a URL would hold it: lower case, punycode, without port and final dot.
 * Undefined for what is no host.
 */
export function hostNameOf(host: string): string | undefined {
  if (!written.test(host) || !URL.canParse(`http://${host}`)) return undefined;
  const name = new URL(`http://${host}`).hostname.replace(/\.$/u, "");
  return name === "" ? undefined : name;
}

/** Whether a name is a numeric address, which no name server can point elsewhere. */
export const isNumeric = (name: string): boolean => isIP(name.replace(/^\[|\]$/gu, "")) !== 0;
