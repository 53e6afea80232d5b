import "server-only";
import { unstable_rethrow } from "next/navigation";
import { safeParse } from "zod/mini";
import type * as z from "zod/v4/core";
import { fail, type Result } from "@/lib/result";
import { isDatabaseAway } from "./db/away";
import { isDiskFull } from "./disk-full";
import { report } from "./log";

/**
 * A server action: what arrives is checked, what is expected comes back as a value, what is not is
 * logged here once and leaves as `internal`. The only try/catch a write passes through.
 */
export function action<Schema extends z.$ZodType, Value>(
  schema: Schema,
  run: (input: z.output<Schema>) => Promise<Result<Value>>,
) {
  return async (raw: z.input<Schema>): Promise<Result<Value>> => {
    const input = safeParse(schema, raw);
    if (!input.success) return fail("invalidInput", input.error.issues[0]?.path.join("."));
    try {
      return await run(input.data);
    } catch (error) {
      unstable_rethrow(error);
      if (isDiskFull(error)) return fail("diskFull");
      if (isDatabaseAway(error)) return fail("storageAway");
      report("action.failed", error);
      return fail("internal");
    }
  };
}
