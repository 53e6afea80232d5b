import { get } from "node:http";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { isPublic, publicLookup } from "./public-lookup";

test.each([
  "0.0.0.0",
  "10.1.2.3",
  "100.64.0.1",
  "100.100.100.200",
  "127.0.0.1",
  "127.255.255.254",
  "169.254.169.254",
  "172.16.0.1",
  "172.31.255.255",
  "192.0.0.1",
  "192.168.1.1",
  "224.0.0.1",
  "255.255.255.255",
  "::",
  "::1",
  "::ffff:127.0.0.1",
  "::ffff:7f00:1",
  "::ffff:10.0.0.1",
  "fc00::1",
  "fd12:3456::1",
  "fe80::1",
  "ff02::1",
  "fec0::1",
  "::127.0.0.1",
  "64:ff9b::127.0.0.1",
  "64:ff9b::a00:1",
  "64:ff9b:1::1",
  "2002:7f00:1::1",
  "2001::1",
  "100::1",
])("%s is not public", (address) => {
  expect(isPublic(address)).toBe(false);
});

test.each([
  "8.8.8.8",
  "47.92.1.1",
  "100.63.255.255",
  "100.128.0.1",
  "172.15.255.255",
  "172.32.0.1",
  "198.18.0.7",
  "2400:3200::1",
  "2001:4860:4860::8888",
  "64:ff9b::8.8.8.8",
  "::ffff:8.8.8.8",
])("%s is public", (address) => {
  expect(isPublic(address)).toBe(true);
});

test.each([{}, { all: true }, { family: 4 }])(
  "a name of this machine is refused: %o",
  async (how) => {
    const resolve = promisify(publicLookup as never) as (
      name: string,
      how: object,
    ) => Promise<unknown>;
    await expect(resolve("localhost", how)).rejects.toMatchObject({ kind: "resultHost" });
  },
);

test("a connection to such a name ends with the refusal itself, before a byte is sent", async () => {
  const ended = new Promise((_, reject) => {
    get("http://localhost:1/a.png", { agent: false, lookup: publicLookup }).once("error", reject);
  });
  await expect(ended).rejects.toMatchObject({ kind: "resultHost" });
});
