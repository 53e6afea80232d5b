import { expect, test } from "vitest";
import { sharedForms } from "./tables";

test("the forms both scripts share are those OpenCC's phrases leave as they are", async () => {
  const [{ default: characters }, { default: phrases }] = await Promise.all([
    import("opencc-js/dict/STCharacters"),
    import("opencc-js/dict/STPhrases"),
  ]);
  const kept = new Set<string>();
  for (const row of phrases.split("|")) {
    const [simplified = "", traditional = ""] = row.split(" ").map((word) => [...word]);
    if (simplified.length !== traditional.length) continue;
    for (const [index, character] of [...simplified].entries()) {
      if (traditional[index] === character) kept.add(character);
    }
  }
  const changed = characters.split("|").flatMap((row) => {
    const [character = "", ...forms] = row.split(" ");
    return kept.has(character) && !forms.includes(character) ? [character] : [];
  });
  expect([...sharedForms].sort()).toEqual(changed.sort());
});
