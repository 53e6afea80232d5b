import { subscribe } from "node:diagnostics_channel";
import dns from "node:dns";
import { once } from "node:events";
import { createServer, get } from "node:http";
import { syncBuiltinESMExports } from "node:module";
import { type AddressInfo, createServer as createListener, isIPv6, type Socket } from "node:net";
import { afterAll, beforeEach, expect, test } from "vitest";
import { tableOf } from "@/lib/testing/table";
import { download } from "./download";
import { DownloadError } from "./download-error";

/** What nobody may reach: it listens on every address of this machine and counts who comes. */
let connections = 0;
const forbidden = createListener((socket) => {
  connections += 1;
  socket.destroy();
});
await once(forbidden.listen(0), "listening");
const port = (forbidden.address() as AddressInfo).port;

/** A listed host that sends everybody on to it, with the status in its path. */
const front = createServer(({ url }, response) => {
  const status = Number(url?.slice(1));
  response.writeHead(status, { location: `http://127.0.0.1:${port}/secret` }).end();
});
await once(front.listen(0, "127.0.0.1"), "listening");
const listed = `127.0.0.1:${(front.address() as AddressInfo).port}`;
process.env.UPSTREAM_RESULT_HOSTS = listed;
afterAll(() => {
  forbidden.close();
  front.close();
});

/** Every address this process tries to connect to, whoever asks for it. */
let tried: string[] = [];
subscribe("net.client.socket", (message) => {
  const { socket } = message as { socket: Socket };
  socket.on("connectionAttempt", (address: string) => void tried.push(address));
});

/** The world's name service, in which a bucket's name may mean anything. */
const zone = new Map<string, string[]>();
const inZone = (...addresses: string[]): string => {
  const name = `dashscope-n${zone.size}.oss-cn-beijing.aliyuncs.com`;
  zone.set(name, addresses);
  return name;
};
const realLookup = dns.lookup;
dns.lookup = Object.assign(
  (name: string, options: dns.LookupAllOptions, callback: (...found: unknown[]) => void) => {
    const found = zone.get(name)?.map((address) => ({ address, family: isIPv6(address) ? 6 : 4 }));
    if (!found) return realLookup(name, options, callback);
    if (options.all) return callback(null, found);
    callback(null, found[0]?.address, found[0]?.family);
  },
  { __promisify__: realLookup.__promisify__ },
) as typeof dns.lookup;
syncBuiltinESMExports();

const bucket = "dashscope-result-bj.oss-cn-beijing.aliyuncs.com";

/** Trick and address; "listed" where its host may be asked, and sends one on to where nobody may. */
const table: [trick: string, address: string, host?: "listed"][] = [
  ["loopback", `http://127.0.0.1:${port}/a.png`],
  ["loopback, any of 127/8", `http://127.9.8.7:${port}/a.png`],
  ["name of this machine", `http://localhost:${port}/a.png`],
  ["name of this machine, dot", `http://localhost.:${port}/a.png`],
  ["decimal", `http://2130706433:${port}/a.png`],
  ["octal", `http://0177.0.0.01:${port}/a.png`],
  ["hex", `http://0x7f000001:${port}/a.png`],
  ["hex parts", `http://0x7f.0x0.0x0.0x1:${port}/a.png`],
  ["short form", `http://127.1:${port}/a.png`],
  ["zero", `http://0:${port}/a.png`],
  ["unspecified", `http://0.0.0.0:${port}/a.png`],
  ["IPv6 loopback", `http://[::1]:${port}/a.png`],
  ["IPv6 unspecified", `http://[::]:${port}/a.png`],
  ["IPv6-mapped", `http://[::ffff:127.0.0.1]:${port}/a.png`],
  ["IPv6-mapped hex", `http://[::ffff:7f00:1]:${port}/a.png`],
  ["IPv6-compatible", `http://[::127.0.0.1]:${port}/a.png`],
  ["IPv6 link-local", `http://[fe80::1]:${port}/a.png`],
  ["IPv6 unique local", `http://[fd00::1]:${port}/a.png`],
  ["private 10/8", "http://10.0.0.1/a.png"],
  ["private 172.16/12", "http://172.16.0.1/a.png"],
  ["private 192.168/16", "http://192.168.0.1/a.png"],
  ["metadata service", "http://169.254.169.254/latest/meta-data/"],
  ["Alibaba's metadata service", "http://100.100.100.200/latest/meta-data/"],
  ["userinfo", `https://${bucket}@127.0.0.1:${port}/a.png`],
  ["userinfo with password", `https://${bucket}:443@127.0.0.1:${port}/a.png`],
  ["credentials for a bucket", `https://user:word@${bucket}/a.png`],
  ["encoded userinfo", `https://${bucket}%40127.0.0.1:${port}/a.png`],
  ["port of a bucket", `https://${bucket}:${port}/a.png`],
  ["plain http to a port of a bucket", `http://${bucket}:${port}/a.png`],
  ["look-alike: suffix", `https://${bucket}.evil.example/a.png`],
  ["look-alike: prefix", `https://evil-${bucket}/a.png`],
  ["look-alike: anyone's bucket", "https://evil.oss-cn-beijing.aliyuncs.com/a.png"],
  ["look-alike: level between", "https://dashscope-x.evil.oss-cn-beijing.aliyuncs.com/a.png"],
  ["look-alike: hyphen for dot", "https://dashscope-x.oss-cn-beijing-aliyuncs.com/a.png"],
  ["look-alike: other letters", "https://dаshscope-x.oss-cn-beijing.aliyuncs.com/a.png"],
  ["inside network", "https://dashscope-x.oss-cn-beijing-internal.aliyuncs.com/a.png"],
  ["inside network, other case", "https://DASHSCOPE-x.OSS-cn-beijing-INTERNAL.aliyuncs.com/"],
  ["trailing dot", `https://${bucket}./a.png`],
  ["unicode dots of an address", `http://127。0．0｡1:${port}/a.png`],
  ["unicode dot, then another host", `https://${bucket}。evil.example/a.png`],
  ["full-width digits", `http://１２７.０.０.１:${port}/a.png`],
  ["backslash", `https://127.0.0.1:${port}\\@${bucket}/a.png`],
  ["backslashes for slashes", `http:\\\\127.0.0.1:${port}\\a.png`],
  ["tab in the scheme", `ht\ttp://127.0.0.1:${port}/a.png`],
  ["tab in the host", `http://127.0.\t0.1:${port}/${bucket}`],
  ["line break in the host", `http://127.0.0\n.1:${port}/a.png`],
  ["fragment", `http://127.0.0.1:${port}#${bucket}`],
  ["query", `http://127.0.0.1:${port}?${bucket}`],
  ["no scheme", `//127.0.0.1:${port}/a.png`],
  ["file", "file:///etc/passwd"],
  ["file at a bucket", `file://${bucket}/etc/passwd`],
  ["data", "data:image/png;base64,iVBORw0KGgo="],
  ["gopher", `gopher://127.0.0.1:${port}/_GET`],
  ["ftp at a listed host", `ftp://${listed}/a.png`],
  ["listed host, other port", `http://127.0.0.1:${port}/listed`],
  ["listed host, other spelling of its port", `http://127.0.0.1:0${port}/a.png`],
  ["DNS to loopback", `https://${inZone("127.0.0.1")}/a.png`],
  ["DNS to loopback, asked as http", `http://${inZone("127.0.0.1")}/a.png`],
  ["DNS to IPv6 loopback", `https://${inZone("::1")}/a.png`],
  ["DNS to loopback among others", `https://${inZone("47.92.1.1", "127.0.0.1")}/a.png`],
  ["DNS to unspecified", `https://${inZone("0.0.0.0")}/a.png`],
  ["DNS to private", `https://${inZone("10.1.2.3")}/a.png`],
  ["DNS to 100.64/10", `https://${inZone("100.64.0.1")}/a.png`],
  ["DNS to metadata", `https://${inZone("100.100.100.200")}/a.png`],
  ["DNS to IPv6-mapped", `https://${inZone("::ffff:127.0.0.1")}/a.png`],
  ["DNS to IPv6-compatible", `https://${inZone("::127.0.0.1")}/a.png`],
  ["DNS to NAT64 of loopback", `https://${inZone("64:ff9b::127.0.0.1")}/a.png`],
  ["DNS to NAT64 of metadata", `https://${inZone("64:ff9b::6464:64c8")}/a.png`],
  ["DNS to 6to4 of loopback", `https://${inZone("2002:7f00:1::1")}/a.png`],
  ["DNS to unique local", `https://${inZone("fd00::1")}/a.png`],
  ["DNS to nothing", `https://${inZone()}/a.png`],
  ["redirect 301", `http://${listed}/301`, "listed"],
  ["redirect 302", `http://${listed}/302`, "listed"],
  ["redirect 303", `http://${listed}/303`, "listed"],
  ["redirect 307", `http://${listed}/307`, "listed"],
  ["redirect 308", `http://${listed}/308`, "listed"],
];

beforeEach(() => {
  connections = 0;
  tried = [];
});

const ends: string[][] = [];
const endOf = (address: string): Promise<string> =>
  download(address).then(
    () => "fetched",
    (error: unknown) => (error instanceof DownloadError ? error.kind : String(error)),
  );

test("the listener, the names and the watch on connections would tell", async () => {
  const name = inZone("127.0.0.1");
  await once(get(`http://${name}:${port}/a.png`), "error");
  expect(connections).toBe(1);
  expect(tried).toContain("127.0.0.1");
});

test.each(table)("%s: %s", async (trick, address, host) => {
  const end = await endOf(address);
  const written = JSON.stringify(address).slice(1, -1);
  ends.push([trick, written.replaceAll(`${port}`, "PORT").replace(listed, "LISTED"), end]);
  expect(end).toBe("resultHost");
  expect(tried).toEqual(host === "listed" ? ["127.0.0.1"] : []);
  expect(connections).toBe(0);
});

test("the table has forty tricks and more, and prints", () => {
  console.log(tableOf(["hostile address", "as it is sent", "ends"], ends));
  expect(ends.length).toBeGreaterThanOrEqual(40);
});
