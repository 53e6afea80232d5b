import "server-only";
import path from "node:path";
import * as z from "zod";
import { longestAnswerMs } from "@/lib/patience.mjs";
import { findCapability, modelNames } from "@/lib/poster/capability";
import { hostNameOf } from "./edge/host-name";

const whole = (min: number, max: number, fallback: number) =>
  z.coerce.number().int().min(min).max(max).default(fallback);

/** A list as people write it: separated by commas, spaces or lines. */
const partsOf = (list: string): string[] => list.split(/[\s,]+/u).filter((part) => part !== "");

/** Host only, `/v1` and the full endpoint all name the same place (contract 7.15). */
function endpointOf(base: string): string {
  const url = new URL(base);
  const trimmed = url.pathname.replace(/\/+$/u, "").replace(/\/images\/generations$/u, "");
  url.pathname = `${trimmed === "" ? "/v1" : trimmed}/images/generations`;
  return url.toString();
}

/** Without a scheme a proxy is a plain one, as curl has it. */
const proxySchema = z
  .string()
  .transform((proxy) => (proxy.includes("://") ? proxy : `http://${proxy}`).trim())
  .pipe(z.url({ protocol: /^https?$/u }))
  .optional();

/** The whole environment; `.env.example` is checked against it by a test. */
export const envSchema = z.object({
  NEBULA_API_KEY: z
    .string()
    .transform((key) => key.trim().replace(/^Bearer\s+/iu, ""))
    .pipe(z.string().regex(/^[\x21-\x7e]+$/u))
    .optional(),
  NEBULA_BASE_URL: z
    .url({ protocol: /^https?$/u })
    .default("https://llm.ai-nebula.com/v1")
    .transform(endpointOf),
  NEBULA_MODEL: z.enum(modelNames as [string, ...string[]]).default("qwen-image-plus"),
  PRICE_FEN: z.coerce.number().int().min(0).max(100_000).optional(),
  UPSTREAM_STARTS_PER_SECOND: z.coerce.number().positive().max(1000).default(2),
  UPSTREAM_IN_FLIGHT: whole(1, 64, 8),
  // What has not come within five minutes does not come.
  UPSTREAM_TIMEOUT_MS: whole(1000, longestAnswerMs, 240_000),
  UPSTREAM_RESULT_HOSTS: z
    .string()
    .default("")
    .transform(partsOf)
    .pipe(z.array(z.string().regex(/^(?:[a-z0-9._-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?$/u))),
  RETRY_MAYBE_CHARGED: z
    .enum(["off", "on"])
    .default("off")
    .transform((is) => is === "on"),
  HTTP_PROXY: proxySchema,
  HTTPS_PROXY: proxySchema,
  NO_PROXY: z.string().default(""),
  CACHE_HOURS: whole(1, 24, 24),
  DATA_DIR: z
    .string()
    .default("./data")
    .transform((dir) => path.resolve(/* turbopackIgnore: true */ dir)),
  READER_MODELS_DIR: z
    .string()
    .transform((dir) => path.resolve(/* turbopackIgnore: true */ dir))
    .optional(),
  HOST: z.string().min(1).default("127.0.0.1"),
  PORT: whole(1, 65_535, 3000),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/u })
    // An origin and nothing more: the pages know no folder to stand in.
    .transform((url) => (URL.canParse(url) ? new URL(url) : undefined))
    .refine((url) => url?.href === `${url?.origin}/`)
    .transform((url) => url?.origin)
    .optional(),
  ALLOWED_HOSTS: z
    .string()
    .default("")
    .transform(partsOf)
    .pipe(z.array(z.string().refine((host) => hostNameOf(host) !== undefined))),
});

const proxyRule =
  "must be the http:// or https:// address of a proxy · 应为 http:// 或 https:// 代理地址";

/** What each variable must be, for the sentence that stops a start. */
const rules: Record<keyof typeof envSchema.shape, string> = {
  NEBULA_API_KEY: "must be one word of plain ASCII, such as sk-… · 应为一串不含空格的密钥",
  NEBULA_BASE_URL: "must be an http(s) address · 应为 http(s) 地址",
  NEBULA_MODEL: `must be one of ${modelNames.join(", ")} · 应为其中之一`,
  PRICE_FEN: "must be a whole number of fen from 0 to 100000 · 应为 0 到 100000 的整数（分）",
  UPSTREAM_STARTS_PER_SECOND: "must be a number above 0, at most 1000 · 应为大于 0 的数",
  UPSTREAM_IN_FLIGHT: "must be a whole number from 1 to 64 · 应为 1 到 64 的整数",
  UPSTREAM_TIMEOUT_MS: "must be a whole number from 1000 to 300000 · 应为 1000 到 300000 的整数",
  UPSTREAM_RESULT_HOSTS:
    "must be host names, with :port if any, separated by commas · 应为逗号分隔的主机名",
  RETRY_MAYBE_CHARGED: "must be off or on · 应为 off 或 on",
  HTTP_PROXY: proxyRule,
  HTTPS_PROXY: proxyRule,
  NO_PROXY: "must be hosts, separated by commas · 应为逗号分隔的主机名",
  CACHE_HOURS: "must be a whole number of hours from 1 to 24 · 应为 1 到 24 的整数（小时）",
  DATA_DIR: "must be a folder · 应为文件夹路径",
  READER_MODELS_DIR: "must be a folder · 应为文件夹路径",
  HOST: "must be a host name or address · 应为主机名或地址",
  PORT: "must be a whole number from 1 to 65535 · 应为 1 到 65535 的整数",
  PUBLIC_URL:
    "must be an http(s) address without a path, such as https://posters.example.com · 应为不带路径的 http(s) 地址",
  ALLOWED_HOSTS: "must be host names separated by commas · 应为逗号分隔的主机名",
};

export type Env = Readonly<Omit<z.output<typeof envSchema>, "PRICE_FEN"> & { PRICE_FEN: number }>;

/** A wrong variable: its message is one sentence for whoever starts the server. */
export class EnvError extends Error {}

/** Variables that programs also read in lower case, which goes first, as curl has it. */
const eitherCase = ["HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY"];

/** Parses an environment; "" means unset. Throws EnvError naming every wrong variable, never its value. */
export function parseEnv(raw: Record<string, string | undefined>): Env {
  const lower = eitherCase.map((name) => [name, raw[name.toLowerCase()]] as const);
  const set = [...Object.entries(raw), ...lower].filter(
    ([, value]) => value !== undefined && value.trim() !== "",
  );
  const parsed = envSchema.safeParse(Object.fromEntries(set));
  if (!parsed.success) {
    const wrong = new Set(parsed.error.issues.map((issue) => String(issue.path[0])));
    const sentences = [...wrong].map((name) => `${name} ${rules[name as keyof typeof rules]}`);
    throw new EnvError(sentences.join("\n"));
  }
  const { PRICE_FEN, ...rest } = parsed.data;
  const listed = findCapability(rest.NEBULA_MODEL)?.priceFen ?? 0;
  return { ...rest, PRICE_FEN: PRICE_FEN ?? listed };
}

let parsed: Env | undefined;

/** The server's environment, parsed at first need and kept. */
export function env(): Env {
  parsed ??= parseEnv(process.env);
  return parsed;
}
