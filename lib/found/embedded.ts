import * as z from "zod/mini";

/** A text that a picture carries under a keyword, as PNG files do. */
export interface EmbeddedText {
  keyword: string;
  text: string;
}

/** What a picture of another tool says it was made of. */
export interface EmbeddedPrompt {
  prompt: string;
  negativePrompt: string;
}

/** Keywords that hold a prompt, the most telling first; compared in small letters. */
const keywords = ["parameters", "prompt", "description", "comment"] as const;

const nodeSchema = z.object({ inputs: z.looseObject({}) });

/** The texts of a graph of nodes (`{"6": {"inputs": {"text": "…"}}}`): the longest is the prompt. */
function promptOfGraph(graph: Record<string, unknown>): string {
  const texts = Object.values(graph).flatMap((node) => {
    const { data } = nodeSchema.safeParse(node);
    const { text, prompt } = data?.inputs ?? {};
    return [text, prompt].filter((each) => typeof each === "string");
  });
  return texts.toSorted((a, b) => b.length - a.length)[0] ?? "";
}

const jsonSchema = z.looseObject({ prompt: z.optional(z.string()), uc: z.optional(z.string()) });

/** A prompt inside JSON: under its own name, or in a graph of nodes; undefined for what is no JSON. */
function promptOfJson(text: string): EmbeddedPrompt | undefined {
  try {
    const written: unknown = JSON.parse(text);
    // A prompt that is one quoted word is JSON too.
    if (typeof written !== "object") return undefined;
    const data = jsonSchema.safeParse(written).data ?? {};
    return { prompt: data.prompt ?? promptOfGraph(data), negativePrompt: data.uc ?? "" };
  } catch {
    return undefined;
  }
}

/** `prompt`, then perhaps a line `Negative prompt: …`, then perhaps a line of settings `Steps: …`. */
function promptOfLines(text: string): EmbeddedPrompt {
  const [words = ""] = text.split(/^Steps: \d/mu);
  const [prompt = "", negativePrompt = ""] = words.split(/^Negative prompt: /mu);
  return { prompt: prompt.trim(), negativePrompt: negativePrompt.trim() };
}

/** The prompt among the texts a picture carries; undefined where none of them says one. */
export function promptIn(texts: readonly EmbeddedText[]): EmbeddedPrompt | undefined {
  for (const wanted of keywords) {
    for (const { keyword, text } of texts) {
      if (keyword.toLowerCase() !== wanted) continue;
      const found = promptOfJson(text) ?? promptOfLines(text);
      if (found.prompt.trim() !== "") return found;
    }
  }
  return undefined;
}
