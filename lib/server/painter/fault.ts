import "server-only";
import { at, isObject, type Json, textOf } from "./json";
import type { Fault } from "./nebula-failure";
import { codeWordOf, wordsOf } from "./said";

const wellCodes = /^(?:ok|success(?:ful)?|succeeded|0|200)?$/iu;
const badStates = /^(?:error|errored|fail|failed|failure|rejected|denied|cancell?ed)$/iu;

/** True where a value says something: `{}`, `""`, `[]`, `{"message": "", "code": null}` do not. */
function says(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(says);
  if (isObject(value)) return Object.values(value).some(says);
  return typeof value === "string" ? value.trim() !== "" : Boolean(value);
}

/** A number in the body that stands for an HTTP status; undefined for none and for "all is well". */
function innerStatus(code: unknown): number | undefined {
  const isNumber = typeof code === "number" || /^\d+$/u.test(textOf(code));
  return isNumber && !wellCodes.test(`${code}`.trim()) ? Number(code) : undefined;
}

/** True for a body that calls itself a failure, in any of the ways services do. */
function isFailed(body: Json): boolean {
  const states = [body.status, at(body, "output", "task_status"), body.task_status];
  return (
    says(body.error) ||
    says(body.errors) ||
    innerStatus(body.code) !== undefined ||
    !wellCodes.test(codeWordOf(body)) ||
    body.success === false ||
    body.ok === false ||
    states.some((state) => badStates.test(textOf(state)))
  );
}

/** The error a body speaks of, whatever the HTTP status says (contract 2, decode order 2 to 5). */
export function faultOf(status: number, body: Json): Fault | undefined {
  if (status < 400 && !isFailed(body)) return undefined;
  const code = codeWordOf(body);
  // An `error` object stands for itself, and so does an HTTP status that is one.
  const inner = says(body.error) ? innerStatus(at(body, "error", "code")) : innerStatus(body.code);
  const told = says(body.error) && status >= 400 ? status : (inner ?? status);
  return { status: told, code: wellCodes.test(code) ? "" : code, message: wordsOf(body) };
}
