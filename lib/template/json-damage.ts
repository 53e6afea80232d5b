interface TextPlace {
  /** Both from 1, as editors count them. */
  line: number;
  column: number;
}

type Wanted = "value" | "valueOrEnd" | "key" | "keyOrEnd" | "colon" | "next" | "nothing";

const scalar = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y;
const escaped = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;

function matchEnd(pattern: RegExp, text: string, from: number): number | undefined {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

/** Where a string that opens at `from` ends, or where it breaks off. */
function readString(text: string, from: number): { end: number } | { broken: number } {
  let at = from + 1;
  while (at < text.length && text.charAt(at) >= " ") {
    if (text.charAt(at) === '"') return { end: at + 1 };
    const next = text.charAt(at) === "\\" ? matchEnd(escaped, text, at) : at + 1;
    if (next === undefined) return { broken: at };
    at = next;
  }
  return { broken: at };
}

/** The offset at which a text stops being JSON; undefined when it never does. */
function brokenAt(text: string): number | undefined {
  const open: ("[" | "{")[] = [];
  let wanted: Wanted = "value";
  let at = 0;
  const done = (): Wanted => (open.length === 0 ? "nothing" : "next");
  for (;;) {
    at = matchEnd(/[ \t\n\r]*/y, text, at) ?? at;
    if (at >= text.length) return wanted === "nothing" ? undefined : at;
    const mark = text.charAt(at);
    const wantsValue: boolean = wanted === "value" || wanted === "valueOrEnd";
    const wantsKey: boolean = wanted === "key" || wanted === "keyOrEnd";
    const mayClose: boolean =
      wanted === "next" || wanted === (mark === "]" ? "valueOrEnd" : "keyOrEnd");
    if ((wantsValue || wantsKey) && mark === '"') {
      const string = readString(text, at);
      if ("broken" in string) return string.broken;
      at = string.end;
      wanted = wantsKey ? "colon" : done();
    } else if (wantsValue && (mark === "[" || mark === "{")) {
      open.push(mark);
      at += 1;
      wanted = mark === "[" ? "valueOrEnd" : "keyOrEnd";
    } else if (mayClose && open.at(-1) === (mark === "]" ? "[" : mark === "}" && "{")) {
      open.pop();
      at += 1;
      wanted = done();
    } else if (wanted === "next" && mark === ",") {
      at += 1;
      wanted = open.at(-1) === "[" ? "value" : "key";
    } else if (wanted === "colon" && mark === ":") {
      at += 1;
      wanted = "value";
    } else {
      const end = wantsValue ? matchEnd(scalar, text, at) : undefined;
      if (end === undefined) return at;
      at = end;
      wanted = done();
    }
  }
}

/**
 * Where a text stops being JSON; undefined when it is JSON. Engines word this differently or not
 * at all, so it is read here.
 */
export function jsonDamage(text: string): TextPlace | undefined {
  const offset = brokenAt(text);
  if (offset === undefined) return undefined;
  const before = text.slice(0, offset).split("\n");
  return { line: before.length, column: (before.at(-1) ?? "").length + 1 };
}
