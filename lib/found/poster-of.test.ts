import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defaultCapability } from "@/lib/poster/capability";
import { ratioIds } from "@/lib/poster/choices";
import { posterSchema } from "@/lib/poster/schema";
import { literalsOf } from "@/lib/poster/words";
import { promptIn } from "./embedded";
import { nearestRatio, posterOf } from "./poster-of";

const square = { width: 1328, height: 1328 };

describe("the poster of a prompt", () => {
  test("has its words as blocks and the rest as the scene", () => {
    const poster = posterOf("Neon sign that says “OPEN LATE”, rain", square);
    expect(literalsOf(poster)).toEqual(["OPEN LATE"]);
  });

  test("is one of ours, whatever the prompt", () => {
    const anything = fc.string({ unit: "binary", maxLength: 2000 });
    const quoted = fc.array(fc.tuple(anything, anything), { maxLength: 30 });
    fc.assert(
      fc.property(fc.oneof(anything, quoted), (given) => {
        const prompt =
          typeof given === "string" ? given : given.map(([a, b]) => `${a}“${b}”`).join("，");
        expect(posterSchema.safeParse(posterOf(prompt, square)).success).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test.each(ratioIds)("has the shape of its picture: %s", (ratio) => {
    const { width, height } = defaultCapability.sizes[ratio];
    expect(nearestRatio({ width: width + 9, height: height - 9 })).toBe(ratio);
  });
});

describe("the prompt a file carries", () => {
  const graph = {
    3: { class_type: "KSampler", inputs: { seed: 7, positive: ["6", 0] } },
    6: { class_type: "Encode", inputs: { text: "a shop window, “SALE”, golden hour" } },
    7: { class_type: "Encode", inputs: { text: "blurry" } },
  };
  test.each([
    [
      "parameters",
      "a cat\nholding “hi”\nNegative prompt: dog, text\nSteps: 20, Seed: 1",
      "a cat\nholding “hi”",
      "dog, text",
    ],
    ["Parameters", "only words", "only words", ""],
    ["prompt", JSON.stringify(graph), "a shop window, “SALE”, golden hour", ""],
    ["Comment", JSON.stringify({ prompt: "moon", uc: "sun" }), "moon", "sun"],
    ["prompt", '"SALE"', '"SALE"', ""],
    ["Description", "夏日海报", "夏日海报", ""],
  ])("under %s", (keyword, text, prompt, negativePrompt) => {
    expect(promptIn([{ keyword, text }])).toEqual({ prompt, negativePrompt });
  });

  test.each([
    ["nothing", []],
    ["another keyword", [{ keyword: "Software", text: "Paint" }]],
    ["an empty one", [{ keyword: "parameters", text: "Steps: 20" }]],
    ["a graph without words", [{ keyword: "prompt", text: '{"1":{"inputs":{}},"2":7}' }]],
    ["a list", [{ keyword: "prompt", text: "[]" }]],
  ])("is none in %s", (_name, texts) => {
    expect(promptIn(texts)).toBeUndefined();
  });
});
