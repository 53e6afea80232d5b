import sharp from "sharp";
import { afterAll, describe, expect, test, vi } from "vitest";
import { newBlock } from "@/lib/poster/blank";
import { loadTables } from "@/lib/poster/lint/tables";
import type { Block, Ratio } from "@/lib/poster/schema";
import { proofOf } from "@/lib/proof/proof";
import { draftOf } from "@/lib/testing/drafts";
import { readPicture, stopReader } from "./reader";

// Loading the models and reading keep a busy core for long.
vi.setConfig({ testTimeout: 300_000 });

const { simplified } = await loadTables();

afterAll(stopReader);

const sans = (block: Block): Block => ({ ...block, lettering: "sans" });

const announced = [
  sans(newBlock("title", "title", "山野读书会")),
  sans(newBlock("slogan", "slogan", "Summer Reading Club")),
  sans(newBlock("price", "label", "限时￥9.90，第2杯半价")),
  sans(newBlock("print", "smallPrint", "客服电话 400-820-8820，营业时间 9:00-18:00")),
];

const couplet = [
  newBlock("upper", "upperScroll", "春回大地千山秀"),
  newBlock("lower", "lowerScroll", "日照神州百业兴"),
  newBlock("over", "horizontalScroll", "万象更新"),
];

async function read(bytes: Uint8Array, blocks: readonly Block[]) {
  const answer = await readPicture(
    bytes,
    blocks.map(({ text }) => text),
  );
  if (!answer.ok) throw new Error(`${answer.failure}: ${answer.detail}`);
  return answer.reading;
}

/** The proof of a picture that shows `painted` where `wanted` was asked for. */
async function proofOfDraft(wanted: readonly Block[], painted = wanted, ratio: Ratio = "1:1") {
  const reading = await read(await draftOf(painted, ratio), wanted);
  return proofOf({ blocks: [...wanted] }, reading, simplified);
}

/** The blocks with words of one of them changed. */
const changed = (blocks: readonly Block[], id: string, from: string, to: string) =>
  blocks.map((block) =>
    block.id === id ? { ...block, text: block.text.replace(from, to) } : block,
  );

describe("a draft read and proofed", () => {
  test("is exact: Chinese, English, prices and telephone numbers, its stamp nothing extra", async () => {
    const proof = await proofOfDraft(announced);
    expect(proof.figures.posterCrStrict).toBe(true);
    expect(proof.hardChecks.map(({ result }) => result)).not.toContain("broken");
  });

  test("of a couplet is exact, its scrolls columns at their sides", async () => {
    const proof = await proofOfDraft(couplet, couplet, "16:9");
    expect(proof.blocks.map(({ verdict }) => verdict)).toEqual(["exact", "exact", "exact"]);
    expect(proof.areScrollsSwapped).toBe(false);
    const [upper, lower] = proof.blocks.map(({ box }) => box);
    expect(upper?.height).toBeGreaterThan((upper?.width ?? 0) * 3);
    expect(upper?.x).toBeGreaterThan(lower?.x ?? Number.POSITIVE_INFINITY);
  });

  test("of scripts side by side and of strokes at the ends is exact", async () => {
    const blocks = [
      sans(newBlock("slogan", "slogan", "咖啡 Coffee 第二杯半价")),
      sans(newBlock("upper", "upperScroll", "一帆风顺年年好")),
      sans(newBlock("lower", "lowerScroll", "万事如意事事一")),
    ];
    const proof = await proofOfDraft(blocks, blocks, "16:9");
    expect(proof.blocks.map(({ verdict }) => verdict)).toEqual(["exact", "exact", "exact"]);
    expect(proof.extras).toEqual([]);
  });

  test.each([
    ["title", "读书", "渎书", "substituted 读→渎"],
    ["slogan", "Reading", "Raeding", "Raeding"],
    ["price", "9.90", "9.00", "substituted 9→0"],
    ["print", "8820", "8828", "substituted 0→8"],
  ])("with an error in its %s shows it there and nowhere else", async (id, from, to, found) => {
    const proof = await proofOfDraft(announced, changed(announced, id, from, to));
    const wrong = proof.blocks.filter(({ verdict }) => verdict !== "exact");
    expect(wrong.map(({ blockId, verdict }) => `${blockId} ${verdict}`)).toEqual([`${id} wrong`]);
    const faults = (wrong[0]?.marks ?? []).filter(({ kind }) => kind !== "match");
    const said = faults.map((mark) => `${mark.kind} ${mark.wanted ?? ""}→${mark.read ?? ""}`);
    if (found === to) expect(wrong[0]?.read.replaceAll(/\s/gu, "")).toContain(to);
    else expect(said).toEqual([found]);
    for (const { box } of faults) expect(box === null || box.width > 0).toBe(true);
  });

  test.each([
    ["lost", "千山秀", "千秀", "missing 山→"],
    ["doubled", "千山秀", "千山山秀", "doubled →山"],
  ])("finds a character %s in a column", async (_name, from, to, found) => {
    const proof = await proofOfDraft(couplet, changed(couplet, "upper", from, to), "3:4");
    const [upper, ...others] = proof.blocks;
    expect(upper?.verdict).not.toBe("exact");
    const faults = (upper?.marks ?? []).filter(({ kind }) => kind !== "match");
    expect(faults.map((mark) => `${mark.kind} ${mark.wanted ?? ""}→${mark.read ?? ""}`)).toEqual([
      found,
    ]);
    expect(others.map(({ verdict }) => verdict)).toEqual(["exact", "exact"]);
  });

  test("boxes are in pixels of the picture, however large it is", async () => {
    const blocks = [sans(newBlock("title", "title", "山野读书会"))];
    const bytes = await draftOf(blocks);
    const { width } = await sharp(bytes).metadata();
    const large = await sharp(bytes)
      .resize(width * 4)
      .png({ compressionLevel: 1 })
      .toBuffer();
    const [small, big] = [await read(bytes, blocks), await read(large, blocks)];
    const boxOf = ({ lines }: typeof small) => lines.find(({ text }) => text === "山野读书会")?.box;
    expect(boxOf(big)?.width).toBeGreaterThan(0);
    expect(Math.abs((boxOf(big)?.width ?? 0) / (boxOf(small)?.width ?? 1) - 4)).toBeLessThan(0.3);
  });
});

describe("pictures that hold nothing to read", () => {
  const flat = (width: number, height: number, background = "#000") =>
    sharp({ create: { width, height, channels: 3, background } })
      .png()
      .toBuffer();

  test.each([
    ["one pixel", 1, 1],
    ["one tiny strip", 900, 3],
    ["all black", 1140, 1472],
    ["long and narrow", 4000, 40],
  ])("%s", async (_name, width, height) => {
    expect((await read(await flat(width, height), announced)).lines).toEqual([]);
  });

  test("without words", async () => {
    expect(proofOf({ blocks: [] }, await read(await draftOf([]), []), simplified).extras).toEqual(
      [],
    );
  });

  test("of one channel, or half transparent, can be read", async () => {
    const grey = await sharp(await draftOf(announced))
      .greyscale()
      .toColourspace("b-w")
      .png()
      .toBuffer();
    expect((await read(grey, announced)).lines.length).toBeGreaterThan(3);
    const clear = await sharp({
      create: { width: 64, height: 64, channels: 4, background: "#0000" },
    })
      .png()
      .toBuffer();
    expect((await read(clear, [])).lines).toEqual([]);
  });

  test.each([
    ["no picture", async () => Buffer.from("not a picture")],
    ["nothing", async () => Buffer.alloc(0)],
    ["half a picture", async () => (await draftOf(announced)).subarray(0, 20_000)],
    ["more pixels than a picture may have", () => flat(20_000, 6_000)],
  ])("%s is unreadable, said and not thrown", async (_name, bytes) => {
    expect(await readPicture(await bytes(), [])).toMatchObject({
      ok: false,
      failure: "unreadable",
    });
  });
});

test("wanted characters that the reader has never seen are named", async () => {
  const { unknown } = await read(await draftOf([]), [sans(newBlock("a", "title", "請聽 A 9–5"))]);
  expect([...unknown]).toEqual(["聽", "–"]);
});
