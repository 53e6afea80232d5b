import { obstaclesOf } from "./obstacles";
import { posterSchema } from "./schema";

/** A poster that may be ordered: well formed, and nothing stands in its way. */
export const makeablePosterSchema = posterSchema.check((context) => {
  for (const { obstacle, path } of obstaclesOf(context.value)) {
    context.issues.push({ code: "custom", message: obstacle, path, input: context.value });
  }
});
