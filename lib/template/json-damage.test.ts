import fc from "fast-check";
import { expect, test } from "vitest";
import { jsonDamage } from "./json-damage";

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

test("every JSON text is whole, however it is laid out", () => {
  fc.assert(
    fc.property(fc.json(), fc.nat(4), (text, indent) => {
      expect(jsonDamage(text)).toBeUndefined();
      expect(jsonDamage(JSON.stringify(JSON.parse(text), null, indent))).toBeUndefined();
    }),
  );
});

test("it calls damaged exactly what the engine cannot parse", () => {
  const pieces = fc.constantFrom(
    ...'{}[],:"\\ \n-+.eEu0129',
    "true",
    "null",
    '"a"',
    "\\u00e9",
    "é",
  );
  const scraps = fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join(""));
  fc.assert(
    fc.property(scraps, (text) => {
      expect(jsonDamage(text) === undefined).toBe(isJson(text));
    }),
    { numRuns: 20_000 },
  );
});

test("a JSON text with one character changed is judged as the engine judges it", () => {
  fc.assert(
    fc.property(
      fc.json(),
      fc.nat(),
      fc.constantFrom(...'{}[],:"\\ 0-x\u0001'),
      (text, at, other) => {
        const index = at % text.length;
        const changed = `${text.slice(0, index)}${other}${text.slice(index + 1)}`;
        expect(jsonDamage(changed) === undefined).toBe(isJson(changed));
      },
    ),
    { numRuns: 5000 },
  );
});

test.each([
  ["", 1, 1],
  ["{", 1, 2],
  ['{"a": }', 1, 7],
  ['{\n  "a": 1,\n}', 3, 1],
  ['["a" "b"]', 1, 6],
  ['{"a": "b\nc"}', 1, 9],
  ['{"a": "\\x"}', 1, 8],
  ["[1, 2,, 3]", 1, 7],
  ["{'a': 1}", 1, 2],
  ["[01]", 1, 2],
  ["[1]]", 1, 4],
  ["<!doctype html>", 1, 1],
])("the damage of %j is at line %i, column %i", (text, line, column) => {
  expect(jsonDamage(text)).toEqual({ line, column });
});

test("a long or deep text is read without running out of room", () => {
  expect(jsonDamage("[".repeat(1_000_000))).toEqual({ line: 1, column: 1_000_001 });
  expect(jsonDamage(`["${"字".repeat(1_000_000)}"]`)).toBeUndefined();
});
