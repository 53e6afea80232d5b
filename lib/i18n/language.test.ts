import { describe, expect, test } from "vitest";
import { languageFrom } from "./language";

describe("a reader who has not chosen", () => {
  test.each([
    ["zh-CN,zh;q=0.9,en;q=0.8", "zh"],
    ["en-US,en;q=0.9,zh;q=0.8", "en"],
    ["zh-TW", "zh"],
    ["ZH-Hans-CN", "zh"],
    ["zh", "zh"],
    ["en-GB", "en"],
    ["fr-FR,fr;q=0.9,zh-CN;q=0.8,en;q=0.7", "zh"],
    ["fr;q=0.9, en;q=0.3, zh;q=0.5", "zh"],
    ["de-DE,de;q=0.9", "en"],
    ["zh;q=0, fr", "en"],
    ["zh; q=0.2, en; q=0.5", "en"],
    ["*", "en"],
    ["", "en"],
    [";;q=,,q", "en"],
    ["__proto__,constructor", "en"],
  ])("and whose browser says %j reads %s", (accepted, language) => {
    expect(languageFrom(undefined, accepted)).toBe(language);
  });

  test("and whose browser says nothing reads English", () => {
    expect(languageFrom(undefined, null)).toBe("en");
  });
});

describe("a choice", () => {
  test("counts more than the browser", () => {
    expect(languageFrom("zh", "en-US,en")).toBe("zh");
    expect(languageFrom("en", "zh-CN,zh")).toBe("en");
  });

  test.each(["", "fr", "ZH", "../zh", "constructor"])("of %j is none", (chosen) => {
    expect(languageFrom(chosen, "zh-CN")).toBe("zh");
  });
});
