import { describe, expect, test } from "vitest";
import { tinyPng } from "@/e2e/fake-upstream/png";
import { findPictures } from "./find-pictures";

const png = await tinyPng();
const base64 = png.toString("base64");
const endpoint = "https://gateway.example/v1/images/generations";
const url = "https://cdn.example.com/files/a1b2.png?sig=x%2By";

const find = (answer: unknown, isFault = false) => findPictures(answer, { isFault, endpoint });
const addresses = (answer: unknown, isFault = false) => find(answer, isFault)?.addresses;
const isInside = (answer: unknown, isFault = false) =>
  find(answer, isFault)?.inside.every((bytes) => png.equals(bytes));

describe("a picture inside an answer", () => {
  const wrapped = base64.replaceAll(/(.{76})/gu, "$1\r\n");
  const urlSafe = base64.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
  test.each<[string, unknown]>([
    ["b64_json", { data: [{ b64_json: base64 }] }],
    ["a data: address as url", { data: [{ url: `data:image/png;base64,${base64}` }] }],
    ["with a name in it", { url: `data:image/png;name=a.png;base64,${base64}` }],
    ["called something else", { url: `DATA:application/octet-stream;base64,${base64}` }],
    ["percent-encoded", { url: `data:image/png;base64,${encodeURIComponent(base64)}` }],
    ["bare base64 as url", { data: [{ url: base64 }] }],
    ["broken into lines", { data: [{ b64_json: wrapped }] }],
    ["in the other alphabet", { data: [{ b64_json: urlSafe }] }],
    ["a list of texts", { images: [base64] }],
    [
      "under any name",
      { candidates: [{ content: { parts: [{ inlineData: { data: base64 } }] } }] },
    ],
    ["its bytes as numbers", { data: { type: "Buffer", data: [...png] } }],
    ["without its scheme", { url: `image/png;base64,${base64}` }],
    ["JSON in a text", { result: JSON.stringify({ image: base64 }) }],
    [
      "markdown",
      { choices: [{ message: { content: `Here:\n![x](data:image/png;base64,${base64})` } }] },
    ],
    ["the whole answer", base64],
    ["under an error", { error: { message: "", data: { b64_json: base64 } } }],
  ])("%s", (_name, answer) => {
    expect(isInside(answer)).toBe(true);
    expect(isInside(answer, true), "whatever is said beside it").toBe(true);
  });

  test("beats an address, which is kept for when it is not whole", () => {
    const found = find({ data: [{ url, b64_json: base64 }] });
    expect(found).toMatchObject({ inside: [expect.anything()], addresses: [url] });
  });

  test("of 20 MiB is found, in words too", () => {
    const large = Buffer.concat([png, Buffer.alloc(20 * 1024 * 1024 - png.length, 0x5a)]);
    const text = `data:image/png;base64,${large.toString("base64")}`;
    for (const answer of [{ url: text }, { content: `![x](${text}) and more` }]) {
      expect(find(answer)?.inside.map(({ length }) => length)).toEqual([large.length]);
    }
  });

  test("is not a small version of it, nor what was asked with", () => {
    const small = `data:image/png;base64,${base64}`;
    expect(find({ thumbnail: small, input: { image: small } })).toBeUndefined();
  });
});

describe("the address of a picture", () => {
  const noEnding = "https://cdn.example.com/v/a1b2";
  test.each<[string, unknown, string?]>([
    ["data[].url", { data: [{ url }] }],
    ["data.data[].url", { code: 200, data: { data: [{ url: noEnding }] } }, noEnding],
    ["images[].url", { images: [{ url: noEnding }], seed: 1 }, noEnding],
    ["images[] of texts", { images: [noEnding] }, noEnding],
    ["data.url", { code: 200, data: { url: noEnding } }, noEnding],
    ["data as a text", { data: noEnding }, noEnding],
    [
      "output as a list",
      { output: [noEnding], urls: { get: "https://api.example/p/1.png" } },
      noEnding,
    ],
    ["image_url as a text", { image_url: noEnding }, noEnding],
    [
      "image_url as an object",
      { image_url: { url: noEnding, detail: "https://x.example/a" } },
      noEnding,
    ],
    ["url as an object", { data: [{ url: { cost: 3, result: noEnding } }] }, noEnding],
    ["imageUrl", { result: { imageUrl: noEnding } }, noEnding],
    [
      "Alibaba's choices",
      { output: { choices: [{ message: { content: [{ image: noEnding }] } }] } },
      noEnding,
    ],
    ["Alibaba's results", { output: { results: [{ url: noEnding }] } }, noEnding],
    ["under metadata", { data: null, metadata: { output: { results: [{ url }] } } }],
    ["markdown", { choices: [{ message: { content: `![image](${noEnding})` } }] }, noEnding],
    ["markdown with a title", { choices: [{ message: { content: `![a](<${url}> "b")` } }] }],
    ["a link in words", { choices: [{ message: { content: `[下载](${url})，请查收。` } }] }],
    ["bare in words", { choices: [{ message: { content: `完成：${url}，24 小时内有效` } }] }],
    [
      "words that are nothing else",
      { choices: [{ message: { content: `\n${noEnding}\n` } }] },
      noEnding,
    ],
    [
      "a part of a content",
      { choices: [{ message: { content: [{ type: "image_url", image_url: { url } }] } }] },
    ],
    [
      "a text part of a content",
      { choices: [{ message: { content: [{ type: "text", text: `![](${url})` }] } }] },
    ],
    [
      "pictures of a message",
      { choices: [{ message: { images: [{ image_url: { url: noEnding } }] } }] },
      noEnding,
    ],
    [
      "a link that says so",
      { choices: [{ message: { content: `[下载图片](${noEnding})` } }] },
      noEnding,
    ],
    ["in quotes", { url: `"${noEnding}"` }, noEnding],
    ["a sample", { result: { sample: noEnding } }, noEnding],
    ["ResultImage", { Response: { ResultImage: noEnding } }, noEnding],
    [
      "an <img>",
      { choices: [{ message: { content: `<img alt="" src="${noEnding}">` } }] },
      noEnding,
    ],
    ["a file under any name", { whatever: { here: url } }],
    ["slashes escaped twice", { url: url.replaceAll("/", "\\/") }],
    ["a path", { data: [{ url: "/files/1.png" }] }, "https://gateway.example/files/1.png"],
    ["a path without an ending", { data: [{ url: "/f/1" }] }, "https://gateway.example/f/1"],
    ["a host without a scheme", { url: "//cdn.example.com/1" }, "https://cdn.example.com/1"],
    [
      "a path in markdown",
      { content: "![x](/files/1.png)" },
      "https://gateway.example/files/1.png",
    ],
  ])("%s", (_name, answer, expected = url) => {
    expect(addresses(answer)).toEqual([expected]);
  });

  test("relative to nothing is tried from the root and from beside the API", () => {
    const from = "https://gateway.example";
    expect(addresses({ url: "files/1.png" })).toEqual([
      `${from}/files/1.png`,
      `${from}/v1/files/1.png`,
    ]);
  });

  test("counts beside an error too, where it speaks for itself", () => {
    const beside = { code: 500, message: "warning", error: { message: "slow" } };
    expect(addresses({ ...beside, data: [{ url }] }, true)).toEqual([url]);
    expect(addresses({ ...beside, data: [{ url: noEnding }] }, true)).toEqual([noEnding]);
    expect(
      addresses({ ...beside, choices: [{ message: { content: `![](${url})` } }] }, true),
    ).toEqual([url]);
  });

  test("the likelier comes first, and each once", () => {
    const other = "https://other.example.com/x";
    const answer = { seen: "https://seen.example/b.png", image: other, data: [{ url }, { url }] };
    expect(addresses(answer)).toEqual([url, other, "https://seen.example/b.png"]);
  });

  test("the last of several to die says until when there is one", () => {
    const at = (expires: number) => `https://cdn.example.com/${expires}.png?Expires=${expires}`;
    expect(find({ images: [at(5), at(9)] })?.expiresAt).toBe(9000);
    expect(find({ images: [at(5), url] })?.expiresAt).toBeNull();
  });
});

describe("no picture", () => {
  const help = "https://help.example.com/errors/1234";
  test.each<[string, unknown]>([
    ["a link in an error", { error: { message: `see ${help}`, url: help, doc_url: help } }],
    ["a picture of help in an error", { error: { message: "see https://docs.example/img/a.png" } }],
    ["a link to top up", { message: "余额不足，请前往 https://gateway.example/topup 充值" }],
    ["that link by itself", { code: 402, message: "https://gateway.example/pay/a.png", url: help }],
    ["a link at the top", { code: "InvalidParameter", url: "https://gateway.example/why" }],
    [
      "details",
      { detail: [{ loc: ["body"], msg: "x", url: "https://errors.pydantic.dev/2/v/x" }] },
    ],
  ])("%s, beside an error", (_name, answer) => {
    expect(find(answer, true)).toBeUndefined();
  });

  test.each<[string, unknown]>([
    [
      "words with a link to read",
      { choices: [{ message: { content: `I cannot. See ${help}.` } }] },
    ],
    [
      "a link about pictures to read",
      { choices: [{ message: { content: `[About images](${help})` } }] },
    ],
    ["the prompt told back", { data: [{ revised_prompt: `![x](${url})`, url: "" }] }],
    [
      "where to ask for it",
      { status_url: "https://queue.example/1", cancel_url: "https://queue.example/2" },
    ],
    ["a page", { url: "https://cdn.example.com/view.html" }],
    ["a film", { data: [{ url: "https://cdn.example.com/files/a.mp4" }] }],
    ["words where an address belongs", { data: "ok", url: "pending", image: "N/A", result: "/" }],
    ["credentials", { url: "https://me:word@cdn.example.com/a.png" }],
    ["another scheme", { url: "file:///etc/passwd", image: "ftp://cdn.example.com/a.png" }],
    ["nothing", { data: [null, 1, "x", {}], images: [], url: null }],
    [
      "the start of a picture, told of",
      {
        content:
          "iVBORw0KGgo is how a PNG begins in base64, as everybody who has looked at many of them will know.",
      },
    ],
  ])("%s", (_name, answer) => {
    expect(find(answer)).toBeUndefined();
  });

  test("an answer nested without end or with endless values ends", () => {
    let nested: unknown = url;
    for (let n = 0; n < 5000; n += 1) nested = [nested];
    expect(find(nested)).toBeUndefined();
    expect(find(Array.from({ length: 1_000_000 }, () => ""))).toBeUndefined();
    expect(find({ content: "![".repeat(1_000_000) })).toBeUndefined();
    expect(find({ content: "<img ".repeat(500_000) })).toBeUndefined();
    expect(find({ content: "data:".repeat(1_000_000) })).toBeUndefined();
  });
});
