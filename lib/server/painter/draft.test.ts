import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { newBlock } from "@/lib/poster/blank";
import { defaultCapability, type Size } from "@/lib/poster/capability";
import type { Block, Poster, Ratio } from "@/lib/poster/schema";
import { aPoster } from "@/lib/testing/jobs";
import { glyph } from "../type/glyphs";
import { draftPainter, draftSvg } from "./draft";
import { examine } from "./picture";

const square = defaultCapability.sizes["1:1"];

async function draft(poster: Poster, ratio: Ratio, size: Size): Promise<Uint8Array> {
  const answer = await draftPainter.paint({
    model: "draft",
    poster,
    ratio,
    size,
    prompt: "",
    negativePrompt: "",
  });
  const [bytes] = answer.ok ? answer.picture.inside : [];
  if (!bytes) throw new Error("no draft");
  return bytes;
}

const elementsOf = (svg: string) =>
  new Set([...svg.matchAll(/<([^\s/>]+)/gu)].map(([, name]) => name));

describe("a draft", () => {
  test.each(Object.entries(defaultCapability.sizes))(
    "of %s is a PNG of exactly that size",
    async (ratio, size) => {
      const { width, height } = await examine(await draft(aPoster(), ratio as Ratio, size));
      expect({ width, height }).toEqual(size);
    },
  );

  test("of no words is a sheet in the colours of its scene", async () => {
    const scene = { ...aPoster().scene, subject: "红色宣纸，一对灯笼" };
    const bytes = await draft(aPoster({ blocks: [], scene }), "1:1", square);
    const { dominant } = await sharp(bytes).stats();
    expect(dominant.r).toBeGreaterThan(dominant.g + dominant.b);
  });

  test("draws the words at their place", async () => {
    const words = { ...newBlock("a", "title", "永"), place: "top-left" } as const;
    const [blank, worded] = await Promise.all([
      draft(aPoster({ blocks: [] }), "1:1", square),
      draft(aPoster({ blocks: [words] }), "1:1", square),
    ]);
    const half = { width: square.width / 2, height: square.height / 2 };
    const differs = async (left: number, top: number) => {
      const [one, two] = await Promise.all(
        [blank, worded].map((bytes) =>
          sharp(bytes)
            .extract({ left, top, ...half })
            .raw()
            .toBuffer(),
        ),
      );
      return one?.equals(two ?? Buffer.alloc(0)) === false;
    };
    expect(await differs(0, 0)).toBe(true);
    expect(await differs(half.width, half.height)).toBe(false);
  });
});

describe("user text", () => {
  const hostile = [
    "<script>alert(1)</script>",
    '</svg><image href="file:///etc/passwd"/>',
    "&amp; &#60; &lt;b&gt; ]]> <!-- -->",
    '" onload="x" \'><rect/>',
    "url(http://127.0.0.1/)",
    "\u202eevil\u0301\u200d😀",
  ];

  test.each(hostile)("%j never becomes markup", async (text) => {
    const scene = { ...aPoster().scene, subject: text, style: text, light: text };
    const blocks = ["title", "body", "upperScroll"] as const;
    const poster = aPoster({
      blocks: blocks.map((role) => newBlock(role, role, text)),
      scene,
      handPrompt: text,
    });
    const svg = await draftSvg({ poster, size: square });
    const ours = ["svg", "defs", "linearGradient", "stop", "rect", "g", "path"];
    expect([...elementsOf(svg)].filter((name) => !ours.includes(name ?? ""))).toEqual([]);
    expect(svg).not.toMatch(/script|href|onload|file:|http:\/\/127|&/u);
    expect(await examine(await draft(poster, "1:1", square))).toMatchObject(square);
  });
});

describe("no draft passes for a model's picture", () => {
  const wall: Block[] = Array.from({ length: 24 }, (_, index) => ({
    ...newBlock(`b${index}`, "body", "盖住一切 ".repeat(12)),
    place: "bottom-right",
    emphasis: "strong",
  }));

  test.each([
    ["without words", []],
    ["full of words", wall],
  ])("%s, it says DRAFT in the corner, above all else", async (_name, blocks) => {
    const svg = await draftSvg({ poster: aPoster({ blocks }), size: square });
    const letters = await Promise.all([..."草稿DRAFT"].map((each) => glyph(each, "sans", 400)));
    const drawn = [
      ...svg.matchAll(/translate\(([\d.]+) ([\d.]+)\) scale\([\d.]+\)" d="([^"]+)"/gu),
    ];
    const last = drawn.slice(-letters.length);
    expect(last.map(([, , , path]) => path)).toEqual(letters.map(({ path }) => path));
    for (const [, x, y] of last) {
      expect(Number(x)).toBeGreaterThan(square.width * 0.75);
      expect(Number(y)).toBeGreaterThan(square.height * 0.95);
      expect(Number(x)).toBeLessThan(square.width);
      expect(Number(y)).toBeLessThan(square.height);
    }
  });
});
