import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { newBlock } from "@/lib/poster/blank";
import { wordedBlocks } from "@/lib/poster/words";
import { posters } from "@/lib/testing/posters";
import { reading, readLine } from "@/lib/testing/reading";
import { proofOf } from "./proof";
import { isUnseen, keyed, lettersOf, samenessOf } from "./sameness";
import { proofSchema } from "./schema";

const simplified = new Map([
  ["國", "国"],
  ["開", "开"],
]);

const han = fc.constantFrom(..."春风花草香新年快乐国开國開折元东西南北");
const sign = fc.constantFrom(..."0123456789.,:%¥-ABCabcxyzO，。！");
const words = fc
  .array(fc.oneof(han, sign), { minLength: 2, maxLength: 16 })
  .map((characters) => characters.join(""));

const proof = (wanted: string, read: string) => {
  const block = { ...newBlock("a", "title", wanted), lettering: "sans" as const };
  return proofOf({ blocks: [block] }, reading([readLine(read)]), simplified);
};

describe("the proof", () => {
  test("of an exact reading is exact", () => {
    fc.assert(
      fc.property(words, (text) => {
        const { blocks, figures, extras } = proof(text, text);
        expect(blocks[0]?.verdict).toBe("exact");
        expect(extras).toEqual([]);
        expect(figures).toMatchObject({
          posterCrStrict: true,
          cer: 0,
          blockNed: 1,
          characterF1: 1,
        });
      }),
    );
  });

  test("of a reading with any one character changed, lost or added is never exact", () => {
    fc.assert(
      fc.property(
        words,
        fc.nat(),
        fc.option(fc.oneof(han, sign)),
        fc.boolean(),
        (text, seed, other, isAdded) => {
          const characters = [...text];
          const at = seed % characters.length;
          const own = characters[at] ?? "";
          const isSame = other !== null && isUnseen(samenessOf(own, other, simplified));
          fc.pre(isAdded ? other !== null : !isSame);
          const read = characters.toSpliced(
            at,
            isAdded ? 0 : 1,
            ...(other === null ? [] : [other]),
          );
          const { blocks, figures } = proof(text, read.join(""));
          expect(blocks[0]?.verdict).not.toBe("exact");
          expect(figures.posterCrStrict).toBe(false);
        },
      ),
    );
  });

  test("shows every wanted character once, in order, and every read one", () => {
    fc.assert(
      fc.property(words, words, (wanted, read) => {
        const marks = proof(wanted, read).blocks[0]?.marks ?? [];
        expect(marks.flatMap((mark) => mark.wanted ?? []).join("")).toBe(
          lettersOf(wanted).join(""),
        );
        const seen = marks.flatMap((mark) => mark.read ?? []).join("");
        expect(["", lettersOf(read).join("")]).toContain(seen);
      }),
    );
  });

  test("of any poster against any lines holds every worded block, and keeps to its schema", () => {
    const lines = fc.array(fc.string({ unit: "grapheme", minLength: 1, maxLength: 10 }), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(posters, lines, (poster, texts) => {
        const made = proofOf(
          poster,
          reading(texts.map((text, row) => readLine(text, { row }))),
          simplified,
        );
        expect(made.blocks.map(({ blockId }) => blockId)).toEqual(
          wordedBlocks(poster).map(({ id }) => id),
        );
        expect(proofSchema.safeParse(made).error).toBeUndefined();
      }),
    );
  });
});

test("characters that are the same in any way have one key", () => {
  const any = fc.oneof(han, sign, fc.constantFrom(..."iIlL|1oO0〇kKsS—一-“”Ａａ，國国開开"));
  fc.assert(
    fc.property(any, any, (one, other) => {
      fc.pre(samenessOf(one, other, simplified) !== undefined);
      const [a, b] = keyed([one, other], simplified);
      expect(a?.key).toBe(b?.key);
    }),
  );
});
