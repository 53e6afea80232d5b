import { describe, expect, test } from "vitest";
import { aPoster } from "@/lib/testing/jobs";
import { fakeUpstream, upstreamEnv } from "@/lib/testing/upstream";
import { parseEnv } from "../env";
import { download, resultUrl } from "./download";
import { DownloadError } from "./download-error";
import { nebulaPainter } from "./nebula";

const fake = await fakeUpstream();
Object.assign(process.env, upstreamEnv(fake));
const listed = new URL(fake.url).host;
const bucket = "dashscope-result-wlcb-acdr-1.oss-cn-wulanchabu-acdr-1.aliyuncs.com";
const query = "?Expires=1763016134&OSSAccessKeyId=LTAI5tXXXX&Signature=0zLf%2Bxx%2F%3D";

function refusalOf(run: () => unknown): string | undefined {
  try {
    run();
  } catch (error) {
    if (error instanceof DownloadError) return error.kind;
    throw error;
  }
  return undefined;
}

describe("an address that may be asked", () => {
  test.each([
    bucket,
    "dashscope-result-bj.oss-cn-beijing.aliyuncs.com",
    "dashscope-result.oss-cn-beijing.aliyuncs.com",
    "dashscope-result-global.oss-accelerate.aliyuncs.com",
    "dashscope-7c2c.oss-accelerate.aliyuncs.com",
  ])("is at the bucket %s, its signature kept byte for byte", (host) => {
    expect(resultUrl(`https://${host}/7d/a.png${query}`).href).toBe(
      `https://${host}/7d/a.png${query}`,
    );
  });

  test("is asked over https even where it is given as http", () => {
    expect(resultUrl(`http://${bucket}/7d/a.png${query}`).href).toBe(
      `https://${bucket}/7d/a.png${query}`,
    );
  });

  test("may be plain http at a host that was listed", () => {
    expect(resultUrl(`http://${listed}/a.png`).href).toBe(`http://${listed}/a.png`);
  });
});

describe("an address that may not be asked", () => {
  test.each([
    "",
    "a.png",
    "//dashscope-result-bj.oss-cn-beijing.aliyuncs.com/a.png",
    "file:///etc/passwd",
    "data:image/png;base64,iVBORw0KGgo=",
    `ftp://${bucket}/a.png`,
    `ftp://${listed}/a.png`,
    "http://localhost/a.png",
    "http://127.0.0.1/a.png",
    "http://127.0.0.1:1/a.png",
    "http://2130706433/a.png",
    "http://0x7f.1/a.png",
    "http://[::1]/a.png",
    "http://[::ffff:127.0.0.1]/a.png",
    "http://10.0.0.1/a.png",
    "http://100.100.100.200/latest/meta-data/",
    "http://169.254.169.254/latest/meta-data/",
    "https://example.com/a.png",
    "https://evil.oss-cn-beijing.aliyuncs.com/a.png",
    "https://evil-dashscope-result.oss-cn-beijing.aliyuncs.com/a.png",
    "https://dashscope-result.oss-cn-beijing.aliyuncs.com.evil.example/a.png",
    "https://dashscope-result.oss-cn-beijing.aliyuncs.com.:443/a.png",
    "https://dashscope-result.oss-cn-beijing-aliyuncs.com/a.png",
    "https://dashscope-result.evil.oss-cn-beijing.aliyuncs.com/a.png",
    "https://dashscope-result.ecs-cn-beijing.aliyuncs.com/a.png",
    "https://aliyuncs.com/a.png",
    "https://dashscope-result-bj.oss-cn-beijing-internal.aliyuncs.com/a.png",
    "https://dashscope-internal.oss-cn-beijing.aliyuncs.com/a.png",
    `https://${bucket}@evil.example/a.png`,
    `https://user:word@${bucket}/a.png`,
    `https://user@${bucket}/a.png`,
    `http://user:word@${listed}/a.png`,
    `https://${bucket}:8443/a.png`,
    `http://${bucket}:80@evil.example/a.png`,
    `https://evil.example#${bucket}`,
    `https://evil.example?${bucket}`,
    `https://evil.example\\@${bucket}/a.png`,
  ])("%s", async (address) => {
    expect(refusalOf(() => resultUrl(address))).toBe("resultHost");
    await expect(download(address)).rejects.toMatchObject({ kind: "resultHost" });
  });

  test.each(["evil.example", "evil.example:8443", "127.0.0.1:1", "[2001:db8::1]:81"])(
    "is named by host and port, %s, without its signature: what one would have to list",
    async (message) => {
      await expect(download(`https://${message}/a.png${query}`)).rejects.toMatchObject({ message });
      expect(parseEnv({ UPSTREAM_RESULT_HOSTS: message }).UPSTREAM_RESULT_HOSTS).toEqual([message]);
    },
  );
});

async function addressOf(scenario: string): Promise<string> {
  fake.control.set({ scenario });
  const answer = await nebulaPainter.paint({
    model: "qwen-image-plus",
    poster: aPoster(),
    ratio: "1:1",
    size: { width: 1328, height: 1328 },
    prompt: "download",
    negativePrompt: "",
  });
  const [address] = answer.ok ? answer.picture.addresses : [];
  if (address === undefined) throw new Error(`no address: ${scenario}`);
  return address;
}

describe("fetching", () => {
  test("asks once, with GET, and sends nothing a bucket must not see", async () => {
    const address = await addressOf("v1");
    const bytes = await download(address);
    expect(Buffer.from(bytes.subarray(1, 4)).toString()).toBe("PNG");
    expect(fake.control.log().downloadRequests).toEqual([
      {
        at: expect.any(Number),
        method: "GET",
        path: new URL(address).pathname,
        status: 200,
        leakedHeaders: [],
      },
    ]);
  });

  test.each([
    ["expired", "resultExpired", 403],
    ["gone", "resultExpired", 404],
    ["oversize", "notPicture", 200],
  ])("%s is %s", async (scenario, kind, status) => {
    await expect(download(await addressOf(scenario))).rejects.toMatchObject({ kind });
    const { downloadRequests } = fake.control.log();
    expect(downloadRequests.map((request) => request.status)).toEqual([status]);
  });

  test("follows a redirect at an allowed host, still sending nothing a bucket must not see", async () => {
    expect((await download(await addressOf("redirect"))).length).toBeGreaterThan(1000);
    const { downloadRequests, redirectsFollowed } = fake.control.log();
    expect(downloadRequests).toMatchObject([
      { status: 302, leakedHeaders: [] },
      { status: 200, leakedHeaders: [] },
    ]);
    expect(redirectsFollowed).toBe(1);
  });

  test("a bucket that is away for a moment is asked again", async () => {
    const address = await addressOf("v1");
    const back = fake.control.down(500);
    expect((await download(address)).length).toBeGreaterThan(1000);
    await back;
  });

  test("a bucket that stays away is left alone after three tries", async () => {
    const address = await addressOf("v1");
    const back = fake.control.down(6000);
    await expect(download(address)).rejects.toMatchObject({
      kind: "downloadFailed",
      isPassing: true,
    });
    await back;
    expect((await download(address)).length).toBeGreaterThan(1000);
  });
});
