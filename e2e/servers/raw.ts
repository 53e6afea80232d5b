import { connect } from "node:net";

/** An answer as it came over the wire. */
export interface RawAnswer {
  status: number;
  headers: Headers;
  text: string;
}

const longestMs = 20_000;

/**
 * Sends one request exactly as written, forged and doubled headers included, and gives the answers
 * that came until the server closed. Lines end in \n here; `Connection: close` is yours to write.
 */
export function sendRaw(url: string, head: string, body = ""): Promise<RawAnswer[]> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname);
    const chunks: Buffer[] = [];
    socket.setTimeout(longestMs, () => socket.destroy(new Error(`no end of ${head}`)));
    socket.on("data", (chunk) => chunks.push(chunk));
    socket.on("error", reject);
    socket.on("close", () => resolve(answersIn(Buffer.concat(chunks).toString("utf8"))));
    socket.write(`${head.replaceAll("\n", "\r\n")}\r\n\r\n${body}`);
  });
}

function answersIn(wire: string): RawAnswer[] {
  return wire.split(/(?=HTTP\/1\.1 \d{3} )/u).map((answer) => {
    const [head = "", ...rest] = answer.split("\r\n\r\n");
    const [line = "", ...fields] = head.split("\r\n");
    const pairs = fields.map((field): [string, string] => {
      const colon = field.indexOf(":");
      return [field.slice(0, colon), field.slice(colon + 1).trim()];
    });
    const status = Number(/^HTTP\/1\.1 (\d{3})/u.exec(line)?.[1]);
    return { status, headers: new Headers(pairs), text: rest.join("\r\n\r\n") };
  });
}
