import "server-only";
import { readFileSync } from "node:fs";
import path from "node:path";

function readBuildId(): string {
  try {
    return readFileSync(path.join(process.cwd(), ".next", "BUILD_ID"), "utf8").trim();
  } catch {
    // The development server builds as it goes: its pages and answers are always of one mind.
    return "development";
  }
}

/** Which build this server runs, read once: a page of another build cannot go on with it. */
export const buildId = readBuildId();
