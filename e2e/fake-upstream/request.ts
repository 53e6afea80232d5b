import { isRecord } from "./http";
import type { RequestRecord, Settings } from "./state";

/** A request the gateway refuses: the catalogue row, and its own words when they differ. */
export class Problem {
  readonly row: string;
  readonly text: string | null;

  constructor(row: string, text: string | null = null) {
    this.row = row;
    this.text = text;
  }
}

/** The generation the gateway would ask its own upstream for. */
export interface Generation {
  model: string;
  prompt: string;
  width: number;
  height: number;
  size: string;
  watermark: boolean;
}

const PROMPT_LIMIT = 800;
const NEGATIVE_LIMIT = 500;
const COMMON_SIZES = ["1328*1328", "1664*928", "928*1664"];
/** The five sizes Nebula documents. */
export const SEED_SIZES: readonly string[] = [...COMMON_SIZES, "1472*1140", "1140*1472"];
const DASHSCOPE_SIZES: readonly string[] = [...COMMON_SIZES, "1472*1104", "1104*1472"];
const GO_TYPES = [
  ["size", "string"],
  ["negative_prompt", "string"],
  ["prompt_extend", "boolean"],
  ["watermark", "boolean"],
  ["seed", "number"],
  ["n", "number"],
] as const;

/** Parses the body strictly and notes its fields; a non-JSON body gives row 6. */
export function parseBody(
  body: Buffer,
  contentType: string,
  record: RequestRecord,
): Record<string, unknown> | Problem {
  // new-api reads the model only from a JSON body; under any other type it sees no model at all.
  if (!contentType.toLowerCase().startsWith("application/json")) return new Problem("6m");
  const parsed = parseJson(body.toString("utf8"));
  if (!isRecord(parsed)) return new Problem("6");
  note(parsed, record);
  return parsed;
}

/** The distributor's check, made before anything else in the body matters. */
export function checkModel(wire: Record<string, unknown>, settings: Settings): Problem | null {
  const { model } = wire;
  if (model === undefined || model === "") return new Problem("6m");
  if (typeof model !== "string") {
    return new Problem("6", "Invalid request, 无效的请求, json: cannot unmarshal model");
  }
  return settings.models.includes(model) ? null : new Problem("24");
}

/** Checks the remaining fields as the gateway and DashScope do, in that order. */
export function checkFields(
  wire: Record<string, unknown>,
  settings: Settings,
  refusedSize: string | null,
): Generation | Problem {
  const parameters = parametersOf(wire);
  const prompt = promptOf(wire);
  if (prompt === null) return unmarshal("prompt", "string", wire.prompt);
  if (prompt.trim() === "") return new Problem("19i", "prompt is required");
  if (!isRecord(parameters)) {
    return parameters === undefined
      ? new Problem("1")
      : unmarshal("parameters", "object", parameters);
  }
  const mistyped = checkTypes(parameters);
  if (mistyped !== null) return mistyped;
  if ((parameters.n ?? wire.n ?? 1) !== 1) return new Problem("2");
  const { size, seed } = parameters;
  if (typeof size !== "string" || !allowedSizes(settings, refusedSize).includes(size)) {
    return new Problem(refusedSize ?? "1");
  }
  if (typeof seed === "number" && (seed < 0 || seed > 2147483647)) {
    return new Problem("2", "seed must be in the range [0, 2147483647]");
  }
  const [width = 0, height = 0] = size.split("*").map(Number);
  return {
    model: String(wire.model),
    prompt: cut(prompt, PROMPT_LIMIT),
    width,
    height,
    size,
    watermark: parameters.watermark !== false,
  };
}

/** The text the model would be given, before any cut; null when it is not a string. */
export function promptOf(wire: Record<string, unknown>): string | null {
  const prompt = messageText(nested(wire).input) ?? wire.prompt ?? "";
  return typeof prompt === "string" ? prompt : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Form 2 keeps `input` and `parameters` under `extra`, forms 1 and 3 at the top. */
function nested(wire: Record<string, unknown>): Record<string, unknown> {
  return isRecord(wire.extra) ? wire.extra : wire;
}

function parametersOf(wire: Record<string, unknown>): unknown {
  return nested(wire).parameters ?? wire.parameters;
}

function messageText(input: unknown): unknown {
  const messages = isRecord(input) ? input.messages : undefined;
  const first: unknown = Array.isArray(messages) ? messages[0] : undefined;
  const content = isRecord(first) ? first.content : undefined;
  const part: unknown = Array.isArray(content) ? content[0] : undefined;
  return isRecord(part) ? part.text : undefined;
}

function allowedSizes(settings: Settings, refusedSize: string | null): readonly string[] {
  if (refusedSize !== null || settings.sizeSet === "dashscope") return DASHSCOPE_SIZES;
  return settings.sizeSet === "seed" ? SEED_SIZES : [...SEED_SIZES, ...DASHSCOPE_SIZES];
}

function checkTypes(parameters: Record<string, unknown>): Problem | null {
  for (const [field, type] of GO_TYPES) {
    const value = parameters[field];
    // Go's decoder leaves a field alone when the JSON says null.
    if (value === undefined || value === null) continue;
    const whole = type !== "number" || Number.isInteger(value);
    if (typeof value !== type || !whole) return unmarshal(field, type, value);
  }
  return null;
}

function unmarshal(field: string, type: string, value: unknown): Problem {
  const goType = { string: "string", boolean: "bool", number: "int", object: "object" }[type];
  const found = Array.isArray(value) ? "array" : typeof value === "boolean" ? "bool" : typeof value;
  const text = `invalid parameters field: json: cannot unmarshal ${found} into Go struct field AliImageParameters.${field} of type ${goType ?? type}`;
  return new Problem("19", text);
}

function cut(text: string, limit: number): string {
  return [...text].slice(0, limit).join("");
}

function note(wire: Record<string, unknown>, record: RequestRecord): void {
  const prompt = promptOf(wire);
  const found = parametersOf(wire);
  const parameters = isRecord(found) ? found : {};
  const text = (value: unknown) => (typeof value === "string" ? value : null);
  const flag = (value: unknown) => (typeof value === "boolean" ? value : null);
  const negative = text(parameters.negative_prompt);
  record.form = isRecord(wire.extra) ? 2 : wire.input === undefined ? 1 : 3;
  record.fields = fieldNames(wire, "");
  record.model = text(wire.model);
  record.prompt = prompt === null ? null : cut(prompt, PROMPT_LIMIT);
  record.promptLength = [...(prompt ?? "")].length;
  record.promptCut = record.promptLength > PROMPT_LIMIT;
  record.size = text(parameters.size);
  record.negative_prompt = negative === null ? null : cut(negative, NEGATIVE_LIMIT);
  record.prompt_extend = flag(parameters.prompt_extend);
  record.watermark = flag(parameters.watermark);
  record.seed = typeof parameters.seed === "number" ? parameters.seed : null;
}

function fieldNames(value: Record<string, unknown>, prefix: string): string[] {
  return Object.entries(value).flatMap(([name, member]) =>
    isRecord(member) ? fieldNames(member, `${prefix}${name}.`) : [`${prefix}${name}`],
  );
}
