import { safeParse } from "zod/mini";
import type * as z from "zod/v4/core";
import { withoutDirections } from "@/lib/plain-name";
import { migratePoster, posterVersion } from "@/lib/poster/migrate";
import { jsonDamage } from "./json-damage";
import { maxFileBytes, maxTemplates } from "./limits";
import { type NewTemplate, templateSchema } from "./schema";

const format = "verbatim.templates";

const reasons = [
  "missing",
  "wrongType",
  "unknown",
  "tooLong",
  "tooMany",
  "outOfRange",
  "empty",
  "unprintable",
  "repeated",
  "newer",
  "wrong",
] as const;
type DamageReason = (typeof reasons)[number];

/** Why a file gave no templates. `path` is written as a programmer would: templates[1].name. */
export type FileProblem =
  | { is: "tooLarge" | "notText" | "foreign" | "newer" | "tooMany" | "nothing" }
  | { is: "broken"; line: number; column: number }
  | { is: "damaged"; path: string; reason: DamageReason };

export type FileReading = { templates: NewTemplate[] } | { problem: FileProblem };

type Written = Record<string, unknown>;

const isObject = (value: unknown): value is Written =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * Templates as the text of a file. The file's version is that of the posters in it, so that one
 * list of steps (lib/poster/migrate.ts) brings up old files and old posters alike.
 */
export function writeTemplates(templates: readonly NewTemplate[]): string {
  const plain = templates.map(({ name, poster }) => ({ name, poster }));
  return `${JSON.stringify({ format, version: posterVersion, templates: plain }, null, 1)}\n`;
}

const refused = (is: "tooLarge" | "notText" | "foreign" | "newer" | "tooMany" | "nothing") => ({
  problem: { is },
});
const damaged = (path: string, reason: DamageReason): { problem: FileProblem } => ({
  problem: { is: "damaged", path, reason },
});

function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The templates in a file of today or of an older version; all of them, or the first problem. */
export function readTemplates(bytes: Uint8Array): FileReading {
  if (bytes.byteLength > maxFileBytes) return refused("tooLarge");
  const text = textOf(bytes);
  if (text === undefined) return refused("notText");
  const damage = jsonDamage(text);
  if (damage) return { problem: { is: "broken", ...damage } };
  const file: unknown = JSON.parse(text);
  if (!isObject(file) || file.format !== format) return refused("foreign");
  const { version, templates } = file;
  if (isNewer(version)) return refused("newer");
  if (!Number.isInteger(version) || Number(version) < 1) {
    return damaged("version", version === undefined ? "missing" : "wrong");
  }
  if (!Array.isArray(templates)) {
    return damaged("templates", templates === undefined ? "missing" : "wrongType");
  }
  if (templates.length === 0) return refused("nothing");
  if (templates.length > maxTemplates) return refused("tooMany");
  return readAll(templates);
}

const isNewer = (version: unknown) => typeof version === "number" && version > posterVersion;

function readAll(written: readonly unknown[]): FileReading {
  const templates: NewTemplate[] = [];
  for (const [index, template] of written.entries()) {
    const poster = isObject(template) ? template.poster : undefined;
    const at = `templates[${index}]`;
    if (isObject(poster) && isNewer(poster.version))
      return damaged(`${at}.poster.version`, "newer");
    const raised = isObject(template)
      ? { ...template, name: nameOf(template), poster: migratePoster(poster) }
      : template;
    const read = safeParse(templateSchema, raised);
    if (!read.success) {
      const issue = read.error.issues[0];
      return damaged(`${at}${pathOf(issue?.path)}`, reasonOf(issue, raised));
    }
    const twice = repeatedBlock(read.data);
    if (twice !== undefined) return damaged(`${at}.poster.blocks[${twice}].id`, "repeated");
    templates.push(read.data);
  }
  return { templates };
}

/** A name as names are now: until 30 November 2026 they could hold marks of direction. */
const nameOf = ({ name }: Written): unknown =>
  typeof name === "string" ? withoutDirections(name) : name;

const pathOf = (path: readonly PropertyKey[] = []) =>
  path.map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`)).join("");

/** The first block whose id another has already; undefined when each has its own. */
function repeatedBlock({ poster: { blocks } }: NewTemplate): number | undefined {
  const ids = blocks.map(({ id }) => id);
  const index = ids.findIndex((id, position) => ids.indexOf(id) < position);
  return index < 0 ? undefined : index;
}

const isReason = (text: string): text is DamageReason => reasons.some((reason) => reason === text);

function reasonOf(issue: z.$ZodIssue | undefined, template: unknown): DamageReason {
  if (!issue) return "wrong";
  if (valueAt(template, issue.path) === undefined) return "missing";
  if (isReason(issue.message)) return issue.message;
  if (issue.code === "invalid_type") return "wrongType";
  if (issue.code === "invalid_value") return "unknown";
  if (issue.code === "too_small") return issue.origin === "array" ? "empty" : "outOfRange";
  if (issue.code !== "too_big") return "wrong";
  if (issue.origin === "string") return "tooLong";
  return issue.origin === "array" ? "tooMany" : "outOfRange";
}

const valueAt = (from: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((value, key) => Object(value)[key], from);
