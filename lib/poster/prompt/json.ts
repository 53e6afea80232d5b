import { isWordsLabel, wordsRoleOf } from "../labels";
import type { Role } from "../schema";
import { type Piece, piecesOf } from "./quotations";
import { structuredPiecesOf } from "./structure";
import { englishTerms } from "./terms";

/** Where in a prompt an object of JSON stands, and what it says; undefined where none does. */
function objectIn(prompt: string): { from: number; to: number; value: object } | undefined {
  const from = prompt.search(/[{[]/u);
  const to = Math.max(prompt.lastIndexOf("}"), prompt.lastIndexOf("]")) + 1;
  if (from === -1 || to <= from) return undefined;
  try {
    const value: unknown = JSON.parse(prompt.slice(from, to));
    return typeof value === "object" && value !== null ? { from, to, value } : undefined;
  } catch {
    return undefined;
  }
}

const literal = (text: string): Piece => ({ kind: "literal", text, open: '"', close: '"' });
const plain = (text: string): Piece => ({ kind: "plain", text });

/** What the keys above a value say of it. */
interface Above {
  key: string;
  role: Role | undefined;
  /** Below a key such as "text", where every string is one to paint unless its key says otherwise. */
  isWords: boolean;
}

/** Keys under which a list of words tells each text's own name and text. */
const nameKeys = ["role", "type", "name", "label", "kind"];
const textKeys = new Set(["text", "content", "value", "words"]);
/** Keys that say how words look. */
const lookKeys =
  /^(?:font|colou?r|size|style|position|place|placement|layout|weight|align|effect|字体|颜色|大小|位置|样式|排版)/iu;

function piecesOfValue(value: unknown, above: Above): Piece[] {
  if (Array.isArray(value)) return value.flatMap((each) => piecesOfValue(each, above));
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value);
    const name = entries.find(
      ([key, named]) => nameKeys.includes(key) && typeof named === "string",
    );
    const named = name && wordsRoleOf(`${name[1]}`);
    const hasText = entries.some(([key]) => textKeys.has(key));
    return entries.flatMap(([key, each]) => {
      if (named && hasText && key === name[0]) return [];
      const role = wordsRoleOf(key) ?? (named && textKeys.has(key) ? named : undefined);
      const inherited = textKeys.has(key) ? above.role : undefined;
      const isLook = lookKeys.test(key);
      return piecesOfValue(each, {
        key: above.key === "" || textKeys.has(key) ? key : `${above.key} ${key}`,
        role: role ?? inherited,
        isWords: !isLook && (above.isWords || isWordsLabel(key)),
      });
    });
  }
  if (value === null || value === "") return [];
  const { key, role, isWords } = above;
  if (typeof value === "string" && (role || isWords)) {
    return [plain(`${role ? englishTerms.roles[role] : ""} `), literal(value), plain("\n")];
  }
  return [plain(`${key === "" ? "" : `${key}: `}`), ...piecesOf(`${value}\n`)];
}

/**
 * A prompt that is an object of JSON, or holds one, in pieces: strings under the names of roles are
 * literals, everything else is said with its key; undefined for any other prompt.
 */
export function jsonPiecesOf(prompt: string): Piece[] | undefined {
  const found = objectIn(prompt);
  if (!found) return undefined;
  return [
    ...structuredPiecesOf(prompt.slice(0, found.from)),
    ...piecesOfValue(found.value, { key: "", role: undefined, isWords: false }),
    ...structuredPiecesOf(prompt.slice(found.to)),
  ];
}
