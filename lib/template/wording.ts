import type { Block, Poster, Role } from "@/lib/poster/schema";

type Changes = Partial<Omit<Block, "id" | "role" | "text" | "readings">>;

/** What a built-in template says in one language. */
export interface Wording {
  words: readonly (readonly [role: Role, text: string, changes?: Changes])[];
  subject: string;
  /** Where the words are in another language than what surrounds them. */
  promptLanguage?: Poster["promptLanguage"];
}
