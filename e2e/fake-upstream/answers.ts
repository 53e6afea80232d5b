import { goJson } from "./http";
import type { Generation } from "./request";
import type { Form } from "./scenarios";

/** What a success needs to say. */
interface Success {
  generation: Generation;
  /** Set for the URL forms. */
  url: string;
  /** Set for the base64 forms. */
  base64: string;
  /** The second at which the gateway began. */
  created: number;
  dashscopeId: string;
}

/** Says whether a form carries the picture inside the answer. */
export function isBase64(form: Form): boolean {
  return form === "v3" || form === "v3prefix" || form === "v3bare";
}

/** Writes a success in one of the forms V1–V4 of section 2 of the contract. */
export function successJson(form: Form, success: Success): string {
  const { created } = success;
  const metadata = dashscope(success);
  switch (form) {
    case "v1":
      return goJson(envelope("Operation successful", { data: items(success), created, metadata }));
    case "v2":
      return goJson({ data: items(success), created, metadata });
    case "v2old":
      return goJson({ data: items(success), created, extra: metadata });
    case "v3":
    case "v3prefix":
      return goJson(envelope("Success", { data: items(success), created }));
    case "v3bare":
      return goJson({ data: items(success), created });
    // A pass-through channel copies DashScope's own bytes, which leave `&` as it is.
    case "v4":
      return JSON.stringify(metadata);
    case "v4async":
      return JSON.stringify(asyncTask(success));
  }
}

function envelope(msg: string, data: object): object {
  return { code: 200, msg, data };
}

function items(success: Success): object[] {
  return [{ url: success.url, b64_json: success.base64, revised_prompt: "" }];
}

function dashscope(success: Success): object {
  const message = { content: [{ image: success.url }], role: "assistant" };
  const { width, height } = success.generation;
  return {
    output: {
      choices: [{ finish_reason: "stop", message }],
      task_metric: { FAILED: 0, SUCCEEDED: 1, TOTAL: 1 },
    },
    request_id: success.dashscopeId,
    usage: { height, image_count: 1, width },
  };
}

function asyncTask(success: Success): object {
  const prompt = success.generation.prompt;
  const result = { orig_prompt: prompt, actual_prompt: prompt, url: success.url };
  return {
    request_id: success.dashscopeId,
    output: {
      task_id: success.dashscopeId.replaceAll("-", ""),
      task_status: "SUCCEEDED",
      results: [result],
    },
    usage: { image_count: 1 },
  };
}
