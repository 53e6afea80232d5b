// Table of section 3 of the upstream contract; wording and odd spelling are copied from there.
import { CLOUDFLARE_524, NGINX_502, OPENRESTY_504, WEB_PAGE } from "./pages";

/** Body shapes of section 3 of the contract, plus the ways of giving no body at all. */
type Shape =
  | "wrapped"
  | "relay"
  | "middleware"
  | "oneapi"
  | "dashscope"
  | "controller"
  | "html"
  | "literal"
  | "empty";

/** What happens to the connection instead of, or after, an answer. */
type Transport = "reset" | "reset-after" | "truncated" | "cut";

/** One row of the catalogue. */
export interface Fault {
  status: number;
  shape: Shape;
  text: string;
  code: string;
  type: string;
  headers: Record<string, string>;
  charged: boolean;
  transport: Transport | null;
}

const BLANK: Fault = {
  status: 200,
  shape: "empty",
  text: "",
  code: "",
  type: "",
  headers: {},
  charged: false,
  transport: null,
};

/** The documented `{code,msg,data}` body. */
export const wrapped = (status: number, text: string): Fault => ({
  ...BLANK,
  status,
  shape: "wrapped",
  text,
});
const relay = (status: number, code: string, text: string, type = "new_api_error"): Fault => ({
  ...BLANK,
  status,
  shape: "relay",
  text,
  code,
  type,
});
const upstream = (status: number, text: string): Fault =>
  relay(status, "bad_response_status_code", text, "bad_response_status_code");
const middleware = (status: number, text: string, code = "", type = "new_api_error"): Fault => ({
  ...relay(status, code, text, type),
  shape: "middleware",
});
const dashscope = (status: number, code: string, text: string): Fault => ({
  ...BLANK,
  status,
  shape: "dashscope",
  text,
  code,
});
const html = (status: number, page: string, charged = false): Fault => ({
  ...BLANK,
  status,
  shape: "html",
  text: page,
  charged,
});
const literal = (text: string): Fault => ({ ...BLANK, shape: "literal", text, charged: true });
const dropped = (transport: Transport, charged: boolean): Fault => ({
  ...BLANK,
  transport,
  charged,
});

const INPUT_BLOCKED = "Input data may contain inappropriate content.";
const OUTPUT_BLOCKED = "Output data may contain inappropriate content.";
const NO_PICTURE =
  '{"code":200,"msg":"Operation successful","data":{"data":[],"created":1762411334,"metadata":{"output":{"choices":[],"task_metric":{"FAILED":1,"SUCCEEDED":0,"TOTAL":1}}}}}';

/** Key = row number plus an optional letter for another shape or text of the same row. */
export const CATALOGUE: Record<string, Fault> = {
  "1": wrapped(400, "Parameter Error: Unsupported image size"),
  "1u": upstream(
    400,
    "The size is not supported, it must be one of 1664*928, 1472*1104, 1328*1328, 1104*1472, 928*1664.",
  ),
  "2": upstream(400, "num_images_per_prompt must be 1"),
  "3": upstream(400, INPUT_BLOCKED),
  "3o": upstream(400, OUTPUT_BLOCKED),
  "3t": upstream(400, "Input text data may contain inappropriate content."),
  "3a": upstream(
    400,
    "<400> InternalError.Algo.DataInspectionFailed: Input text data may contain inappropriate content.",
  ),
  "3b": {
    ...upstream(400, "bad response status code 400"),
    type: "upstream_error",
  },
  "4": upstream(400, "Input data is suspected of being involved in IP infringement."),
  "5": upstream(400, "Access denied, please make sure your account is in good standing."),
  "5p": upstream(429, "The prepaid bill is overdue."),
  "6": middleware(
    400,
    "Invalid request, 无效的请求, invalid character '/' looking for beginning of object key string",
  ),
  "6m": middleware(400, "未指定模型名称，模型名称不能为空"),
  "7": middleware(401, "无效的令牌"),
  "7n": middleware(401, "无效的令牌"),
  "7e": middleware(401, "Invalid token"),
  "7m": middleware(401, "未提供令牌"),
  "7x": middleware(401, "该令牌已过期"),
  "7d": middleware(401, "该令牌状态不可用"),
  "7o": { ...middleware(401, "无效的令牌", "", "one_api_error"), shape: "oneapi" },
  "7w": wrapped(401, "认证失败,无法访问系统资源"),
  "8": middleware(401, "该令牌额度已用尽 TokenStatusExhausted[sk-abc***xyz]"),
  "8e": middleware(401, "This token quota is exhausted TokenStatusExhausted[sk-abc***xyz]"),
  "9": upstream(401, "Invalid API-key provided."),
  "9m": upstream(401, "No API-key provided."),
  "10": relay(403, "insufficient_user_quota", "用户额度不足, 剩余额度: $0.001"),
  "10c": relay(
    403,
    "insufficient_user_quota",
    "预扣费额度失败, 用户剩余额度: $0.001, 需要预扣费额度: $0.024658",
  ),
  "10p": relay(403, "pre_consume_token_quota_failed", "token quota is not enough"),
  "10s": relay(403, "insufficient_user_quota", "订阅额度不足或未配置订阅"),
  "11": middleware(403, "This token has no access to model {model}", "", "api_error"),
  "11z": middleware(403, "该令牌无权访问模型 {model}"),
  "11a": middleware(403, "This token has no access to any models", "", "api_error"),
  "12": middleware(403, "您的 IP 不在令牌允许访问的列表中", "access_denied"),
  "12e": middleware(403, "Your IP is not in the list of allowed IPs", "access_denied"),
  "13": middleware(403, "用户已被封禁"),
  "13e": middleware(403, "User has been banned"),
  "13c": { ...BLANK, shape: "controller", text: "User has been banned" },
  "13g": middleware(403, "无权访问 default 分组"),
  "13u": upstream(403, "Access denied."),
  "13m": upstream(403, "Model access denied."),
  "13l": upstream(403, "The current account is not eligible for using the model."),
  "13a": upstream(403, "current user api does not support asynchronous calls"),
  "14": {
    ...relay(404, "", "Invalid URL (POST /v1/images/generations)", "invalid_request_error"),
  },
  "14u": upstream(404, "Model can not be found."),
  "15": relay(413, "read_request_body_failed", "request body too large"),
  "16": middleware(429, "您已达到请求数限制：1分钟内最多请求60次"),
  "16t": middleware(
    429,
    "您已达到总请求数限制：1分钟内最多请求100次，包括失败次数，请检查您的请求是否正确",
  ),
  "16r": {
    ...middleware(429, "您已达到请求数限制：1分钟内最多请求60次"),
    headers: { "retry-after": "2" },
  },
  "17": { ...BLANK, status: 429 },
  "18": upstream(429, "Requests rate limit exceeded, please try again later."),
  "18t": upstream(429, "Requests throttling triggered."),
  "18c": upstream(429, "You exceeded your current requests list."),
  "18q": upstream(429, "Allocated quota exceeded, please increase your quota limit."),
  "18f": upstream(429, "Free allocated quota exceeded."),
  "19": relay(
    500,
    "convert_request_failed",
    "invalid parameters field: json: cannot unmarshal string into Go struct field AliImageParameters.watermark of type bool",
  ),
  "19i": relay(500, "invalid_request", "model is required"),
  "19p": relay(500, "model_price_error", "模型 {model} 倍率或价格未配置，请联系管理员设置"),
  "19c": relay(500, "count_token_failed", "count token failed"),
  "19s": relay(500, "sensitive_words_detected", "user sensitive words detected"),
  "20": relay(200, "DataInspectionFailed", OUTPUT_BLOCKED, "ali_error"),
  "20f": relay(500, "DataInspectionFailed", OUTPUT_BLOCKED, "ali_error"),
  "20e": relay(200, "DataInspectionFailed", "", "ali_error"),
  "20i": relay(200, "InvalidParameter", "num_images_per_prompt must be 1", "ali_error"),
  "21": dashscope(400, "InvalidParameter", "num_images_per_prompt must be 1"),
  "21h": dashscope(200, "InvalidParameter", "num_images_per_prompt must be 1"),
  "21d": dashscope(400, "DataInspectionFailed", INPUT_BLOCKED),
  "21t": dashscope(
    429,
    "Throttling.RateQuota",
    "Requests rate limit exceeded, please try again later.",
  ),
  "22": relay(500, "do_request_failed", "upstream error: do request failed"),
  "22t": { ...relay(500, "bad_response", "aliAsyncTaskWait timeout"), charged: true },
  "22b": relay(500, "bad_response_body", "invalid character '<' looking for beginning of value"),
  "22r": relay(500, "read_response_body_failed", "unexpected EOF"),
  "22p": relay(
    500,
    "new_api_panic",
    "Panic detected, error: runtime error: invalid memory address",
  ),
  "22w": wrapped(500, "操作失败"),
  "23": upstream(
    500,
    "An internal error has occured, please try again later or contact service support.",
  ),
  "23t": upstream(500, "InternalError.Timeout"),
  "23r": upstream(500, "Failed to rewrite content for prompt."),
  "24": middleware(503, "分组 default 下模型 {model} 无可用渠道（distributor）", "model_not_found"),
  "25": middleware(503, "system cpu overloaded", "system_cpu_overloaded"),
  "25u": upstream(503, "Model is unavailable, please try again later."),
  "26": upstream(408, "Request timed out, please try again later."),
  "27": html(504, OPENRESTY_504, true),
  "27b": html(502, NGINX_502, true),
  "27c": html(524, CLOUDFLARE_524, true),
  "28": dropped("reset", false),
  "29": dropped("reset-after", true),
  "30": literal(
    '{"code":200,"msg":"Operation successful","data":{"data":null,"created":1762411334}}',
  ),
  "30b": literal('{"data":[],"created":1762411334}'),
  "30c": literal("{}"),
  "30f": literal(NO_PICTURE),
  "31": html(200, WEB_PAGE),
  "32": { ...BLANK, charged: true },
  "32t": dropped("truncated", true),
  "32c": dropped("cut", true),
};
