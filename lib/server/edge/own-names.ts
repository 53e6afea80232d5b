import "server-only";
import os from "node:os";
import { env } from "@/lib/server/env";
import { hostNameOf, isNumeric } from "./host-name";

/** By what this server is known. */
export interface OwnNames {
  names: ReadonlySet<string>;
  /** The origin people open it at, such as https://posters.example.com; unset unless somebody said. */
  publicOrigin: string | undefined;
}

/**
 * The names of this server. A page of somebody else can have its own name point here (DNS rebinding),
 * so any other name is turned away; ports are not looked at, for a port cannot be pointed anywhere.
 */
export function readOwnNames(): OwnNames {
  const { HOST, PUBLIC_URL, ALLOWED_HOSTS } = env();
  const machine = os.hostname();
  const said = ["localhost", HOST, machine, `${machine}.local`, ...ALLOWED_HOSTS];
  if (PUBLIC_URL !== undefined) said.push(new URL(PUBLIC_URL).host);
  const names = said.map(hostNameOf).filter((name) => name !== undefined);
  return { names: new Set(names), publicOrigin: PUBLIC_URL };
}

/** Whether a name is this server's; a numeric address always may be: it cannot be pointed elsewhere. */
export const isOwnName = (name: string, { names }: OwnNames): boolean =>
  isNumeric(name) || names.has(name);
