import { writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

/**
 * Writes a child process of a test's own, as `KillableProcess` runs it; gives its file. `open` is the
 * body of an async function of `start` that gives what answers.
 */
export function writeChild(folder: string, open: string): string {
  const file = path.join(folder, "child.mjs");
  const serve = pathToFileURL(path.resolve("lib/server/child/serve.mjs"));
  writeFileSync(
    file,
    `import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
     import { serve } from "${serve}";
     serve({ niceness: 0, open: async (start) => { ${open} } });`,
  );
  return file;
}
