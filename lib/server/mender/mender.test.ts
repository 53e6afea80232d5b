import sharp from "sharp";
import { afterAll, describe, expect, test, vi } from "vitest";
import { areaOf } from "@/lib/mend/bounds";
import { layPatch } from "@/lib/mend/drawing";
import { fitPatch } from "@/lib/mend/fit";
import { areaAround, areaOfLine } from "@/lib/mend/painted";
import { removalOf } from "@/lib/mend/removal";
import type { Cover, Patch } from "@/lib/mend/schema";
import { newBlock } from "@/lib/poster/blank";
import { defaultCapability } from "@/lib/poster/capability";
import { isReadFromRight } from "@/lib/poster/couplet/hanging";
import { layOut } from "@/lib/poster/layout/layout";
import { loadTables } from "@/lib/poster/lint/tables";
import type { Block, Ratio } from "@/lib/poster/schema";
import { proofOf } from "@/lib/proof/proof";
import { readPicture, stopReader } from "@/lib/server/reader/reader";
import { draftOf } from "@/lib/testing/drafts";
import { lookAtInks, mendPicture, paintOver } from "./mender";
import { unpack } from "./pixels";

// Loading the models and reading keep a busy core for long.
vi.setConfig({ testTimeout: 300_000 });

const { simplified } = await loadTables();

afterAll(stopReader);

const announced = [
  { ...newBlock("title", "title", "山野读书会"), lettering: "sans" } as const,
  { ...newBlock("price", "label", "限时￥9.90，第2杯半价"), lettering: "sans" } as const,
];
const couplet = [
  newBlock("upper", "upperScroll", "春回大地千山秀"),
  newBlock("lower", "lowerScroll", "日照神州百业兴"),
  newBlock("over", "horizontalScroll", "万象更新"),
];

async function proofed(bytes: Uint8Array, blocks: readonly Block[]) {
  const answer = await readPicture(
    bytes,
    blocks.map(({ text }) => text),
  );
  if (!answer.ok) throw new Error(answer.detail);
  return proofOf({ blocks: [...blocks] }, answer.reading, simplified);
}

/** The patches of blocks as the mending page begins with them. */
async function patchesOf(bytes: Uint8Array, blocks: readonly Block[], ratio: Ratio) {
  const size = defaultCapability.sizes[ratio];
  const proof = await proofed(bytes, blocks);
  const laid = layOut(blocks, size, { from: "#000000", to: "#000000", ink: "#000000" });
  const found = blocks.map((block, at) => ({
    block,
    laid: laid.find(({ id }) => id === block.id) ?? laid[at],
    proof: proof.blocks.find(({ blockId }) => blockId === block.id),
  }));
  const areas = found.map(({ proof: own }) =>
    areaOf((own && areaAround(own, size)) ?? { x: 0, y: 0, ...size }, size),
  );
  const inks = await lookAtInks(bytes, areas);
  return found.map((each, at): Patch => {
    const { laid: place } = each;
    const ink = inks[at];
    if (!place || !ink) throw new Error("nothing laid");
    const isFromRight = isReadFromRight(each.block, blocks);
    return fitPatch({ ...each, laid: place, ink, isFromRight }, size);
  });
}

/** What a page would save with all patches of one cover. */
function mended(bytes: Uint8Array, patches: readonly Patch[], kind: Cover["kind"], ratio: Ratio) {
  const size = defaultCapability.sizes[ratio];
  const removals = patches.flatMap((patch) => removalOf(patch, size, kind) ?? []);
  return mendPicture(bytes, removals, patches.map(layPatch));
}

const planted = (blocks: readonly Block[], from: string, to: string) =>
  blocks.map((block) => ({ ...block, text: block.text.replace(from, to) }));

/** Where a line was broken is the layout's business. */
const oneLine = (text: string) => text.replaceAll("\n", "");

describe("a wrong line mended is read back exact", () => {
  test.each([
    ["in a title, painted over", "1:1", announced, "读书", "渎书", "title", "inpaint"],
    ["in a price, under a plate", "1:1", announced, "9.90", "9.00", "price", "plate"],
    ["in a column, painted over", "3:4", couplet, "神州", "神洲", "lower", "inpaint"],
    ["over a couplet, from the right", "3:4", couplet, "万象", "万像", "over", "inpaint"],
  ] as const)("%s", async (_name, ratio, blocks, from, to, id, kind) => {
    const draft = await draftOf(planted(blocks, from, to), ratio);
    const patches = await patchesOf(draft, blocks, ratio);
    const wrong = patches.filter(({ blockId }) => blockId === id);
    const bytes = await mended(draft, wrong, kind, ratio);
    expect(await sharp(bytes).metadata()).toMatchObject(defaultCapability.sizes[ratio]);
    const proof = await proofed(bytes, blocks);
    expect(proof.blocks.map(({ verdict, read }) => `${verdict} ${oneLine(read)}`)).toEqual(
      blocks.map(({ text }) => `exact ${text}`),
    );
    expect(proof.figures.posterCrStrict).toBe(true);
  });

  test("as is a picture painted without words, all of them set", async () => {
    const draft = await draftOf([], "3:4");
    const patches = await patchesOf(draft, couplet, "3:4");
    expect(patches.map(({ cover }) => cover.kind)).toEqual(["none", "none", "none"]);
    const proof = await proofed(await mended(draft, patches, "none", "3:4"), couplet);
    expect(proof.figures.posterCrStrict).toBe(true);
  });
});

describe("a line nobody asked for, taken out, is gone from the proof", () => {
  const extra = { ...newBlock("extra", "body", "内部资料请勿外传"), lettering: "sans" } as const;
  const size = defaultCapability.sizes["1:1"];

  test.each(["inpaint", "plate"] as const)("%s", async (kind) => {
    const draft = await draftOf([...announced, extra]);
    const [found, ...others] = (await proofed(draft, announced)).extras;
    expect([found?.text, others]).toEqual([extra.text, []]);
    const area = areaOf(areaOfLine(found?.box ?? { x: 0, y: 0, ...size }, size), size);
    const [ink] = await lookAtInks(draft, [area]);
    const cover = { kind, area, plate: ink?.ground ?? "" };
    const removal = removalOf({ extraId: "extra.0", cover }, size);
    const proof = await proofed(await mendPicture(draft, removal ? [removal] : [], []), announced);
    expect(proof.extras).toEqual([]);
    expect(proof.figures.posterCrStrict, "the words stand as they did").toBe(true);
  });
});

describe("a painted line", () => {
  const area = { x: 100, y: 60, width: 1128, height: 240 };

  test("taken away leaves its ground, and nothing outside its area is touched", async () => {
    const [blank, draft] = await Promise.all([draftOf([]), draftOf(announced.slice(0, 1))]);
    const bytes = await mendPicture(draft, [{ kind: "inpaint", area }], []);
    const [ground, was, is] = await Promise.all([blank, draft, bytes].map(unpack));
    if (!ground || !was || !is) throw new Error("not unpacked");
    expect(is.channels).toBe(was.channels);
    let [worst, touched] = [0, 0];
    for (let at = 0; at < is.data.length; at += 1) {
      const pixel = Math.floor(at / is.channels);
      const [x, y] = [pixel % is.width, Math.floor(pixel / is.width)];
      const isIn =
        x >= area.x && x < area.x + area.width && y >= area.y && y < area.y + area.height;
      const [now = 0, before = 0, clean = 0] = [is.data[at], was.data[at], ground.data[at]];
      if (isIn) worst = Math.max(worst, Math.abs(now - clean));
      else if (now !== before) touched += 1;
    }
    expect(touched).toBe(0);
    expect(worst).toBeLessThan(6);
  });

  test("is previewed as it will be saved", async () => {
    const draft = await draftOf(announced.slice(0, 1));
    const crop = await unpack(await paintOver(draft, area));
    const whole = await unpack(
      await sharp(await mendPicture(draft, [{ kind: "inpaint", area }], []))
        .extract({ left: area.x, top: area.y, width: area.width, height: area.height })
        .png()
        .toBuffer(),
    );
    expect(crop.data.equals(whole.data)).toBe(true);
  });

  test("tells the colours it is painted with and on", async () => {
    const blocks = [{ ...newBlock("a", "title", "春回大地"), colour: "gold" } as const];
    const [ink] = await lookAtInks(await draftOf(blocks), [area]);
    expect(ink).toMatchObject({ colour: "#e8bf5a" });
    expect(Number.parseInt(ink?.ground.slice(1, 3) ?? "", 16)).toBeGreaterThan(220);
    expect(ink?.box?.width).toBeGreaterThan(700);
  });

  test("of 1200 by 300 pixels takes less than a second of the processor", async () => {
    const draft = await draftOf(announced);
    const pixels = await unpack(draft);
    const { removeLetters } = await import("./remove-letters");
    const from = process.cpuUsage();
    await removeLetters(pixels, { x: 60, y: 60, width: 1200, height: 300 });
    const { user, system } = process.cpuUsage(from);
    expect((user + system) / 1000).toBeLessThan(1000);
  });
});

describe("odd pictures and areas", () => {
  const flat = (width: number, height: number, channels: 3 | 4 = 3) =>
    sharp({ create: { width, height, channels, background: "#405060" } })
      .png()
      .toBuffer();

  test.each([
    ["one pixel", 1, 1],
    ["a strip", 900, 2],
    ["a small square", 20, 20],
  ])("all of %s is painted over without a word", async (_name, width, height) => {
    const bytes = await paintOver(await flat(width, height), { x: 0, y: 0, width, height });
    expect((await unpack(bytes)).data.subarray(0, 3)).toEqual(Buffer.from([0x40, 0x50, 0x60]));
  });

  test("of one channel, of sixteen bits, and half transparent", async () => {
    const grey = await sharp(await flat(60, 60))
      .greyscale()
      .toColourspace("b-w")
      .png()
      .toBuffer();
    const deep = await sharp(await flat(60, 60))
      .toColourspace("rgb16")
      .png()
      .toBuffer();
    for (const bytes of [grey, deep, await flat(60, 60, 4)]) {
      const out = await mendPicture(
        bytes,
        [
          {
            kind: "plate",
            area: { x: 5, y: 5, width: 20, height: 9 },
            radius: 2,
            colour: "#ffffff",
          },
        ],
        [],
      );
      expect(await sharp(out).metadata()).toMatchObject({ width: 60, height: 60 });
    }
  });

  test("words that look like markup are shapes like all others", async () => {
    const patch: Patch = {
      ...{ blockId: "a", text: '</svg><image href="file:///x"/>&amp;', lettering: "sans" },
      box: { x: 0, y: 0, width: 300, height: 100 },
      ...{ direction: "horizontal", weight: 400, size: 14, spacing: 0.02, colour: "#ffffff" },
      ...{ alignment: "left", isFromRight: false },
      cover: { kind: "none", area: null, plate: "#000000" },
    };
    const out = await mendPicture(await flat(300, 100), [], [layPatch(patch)]);
    expect(await sharp(out).metadata()).toMatchObject({ width: 300, height: 100 });
  });

  test("what is no picture throws", async () => {
    await expect(mendPicture(Buffer.from("no"), [], [])).rejects.toThrow();
  });
});
