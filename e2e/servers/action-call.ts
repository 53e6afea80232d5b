import { readFileSync } from "node:fs";
import type { Placed } from "../../lib/job/schema";
import { blankPoster, newBlock } from "../../lib/poster/blank";
import type { Poster } from "../../lib/poster/schema";
import type { Result } from "../../lib/result";

/** A browser of its own; with no cookie yet, Next would render the whole page into each answer. */
const person = "person=01a22500-0000-7000-8000-000000000001";

/** The id under which the built app answers for an action. */
function actionId(name: string): string {
  const manifest: { node: Record<string, { exportedName: string }> } = JSON.parse(
    readFileSync(".next/server/server-reference-manifest.json", "utf8"),
  );
  const found = Object.entries(manifest.node).find(([, { exportedName }]) => exportedName === name);
  if (!found) throw new Error(`the build has no action ${name}`);
  return found[0];
}

/** The headers a browser sends with an action, but for those that name the server. */
export const actionHeaders = (name: string): Record<string, string> => ({
  "next-action": actionId(name),
  "content-type": "text/plain;charset=UTF-8",
  accept: "text/x-component",
  cookie: person,
});

/** Calls a server action over HTTP as the page does, and gives what it returned. */
async function callAction<Value>(
  url: string,
  name: string,
  input: unknown,
): Promise<Result<Value>> {
  const response = await fetch(url, {
    method: "POST",
    headers: { ...actionHeaders(name), origin: new URL(url).origin },
    body: JSON.stringify([input]),
  });
  const answer = await response.text();
  // React's own format: one numbered value a line, of which the first is what surrounds it.
  const line = answer.split("\n").find((each) => each.startsWith("1:"));
  if (response.status !== 200 || !line) throw new Error(`${name}: HTTP ${response.status}`);
  return JSON.parse(line.slice(2));
}

/** A poster of so many pictures with those words, as the page would send it. */
export const posterOf = (title: string, count: number): Poster => ({
  ...blankPoster,
  ratios: ["1:1"],
  count,
  blocks: [newBlock("title", "title", title)],
});

/** Orders a poster from the model or as a draft, whatever is stored already. */
export const sendOrder = (
  url: string,
  requestId: string,
  poster: Poster,
  painter: "nebula" | "draft" = "nebula",
): Promise<Result<Placed>> =>
  callAction(url, "enqueueOrder", { requestId, reuse: "never", painter, poster });
