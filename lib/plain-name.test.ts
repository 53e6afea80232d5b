import { describe, expect, test } from "vitest";
import { nameSchema } from "@/lib/person/schema";
import { isPlainName, withoutDirections } from "./plain-name";

describe("a name", () => {
  test.each(["", "小王", "O'Neil-Smith", "मोहन", "می‌خواهم", "שרה", "👩‍👩‍👧", "Zoë"])(
    "may be %j",
    (name) => {
      expect(isPlainName(name)).toBe(true);
      expect(nameSchema.parse({ name })).toEqual({ name });
    },
  );

  test.each([
    ["NUL", "a\u0000b"],
    ["a line break", "a\nb"],
    ["another line break", "a\u2028b"],
    ["an escape", "\u001b[31mred"],
    ["an override of direction", "\u202egnp.exe"],
    ["an isolate", "a\u2066b\u2069"],
    ["a mark of direction", "a\u200fb"],
    ["half a character", "a\ud800"],
  ])("takes no %s", (_what, name) => {
    expect(isPlainName(name)).toBe(false);
    expect(nameSchema.safeParse({ name }).error?.issues[0]?.message).toBe("unprintable");
  });
});

test("marks of direction can be taken off, and only they", () => {
  expect(withoutDirections("\u200eAnna\u202c \u2067B\u2069")).toBe("Anna B");
  expect(withoutDirections("می‌خواهم a\nb")).toBe("می‌خواهم a\nb");
});
