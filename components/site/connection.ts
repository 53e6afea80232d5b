import { createStore } from "@/components/ui/store";
import type { Unheard } from "@/lib/unheard";

/** How the page stands with its server. */
export type Connection = "good" | Exclude<Unheard, "unanswered">;

/** What the page knows of it; told by the board, which is asked for all the time, and by whatever fails. */
export const connection = createStore<Connection>("good");

/** Takes note of a failure that concerns the whole page; one unusable answer does not. */
export function noteUnheard(why: Unheard): void {
  // Once there is a new version nothing but a reload helps, so that stays said.
  if (why !== "unanswered" && connection.get() !== "newVersion") connection.set(why);
}

/** The server was heard, in this page's own build. */
export function noteHeard(): void {
  if (connection.get() !== "newVersion") connection.set("good");
}
