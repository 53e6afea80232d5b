import { useState } from "react";
import { useArrived } from "@/components/ui/use-arrived";
import { useStirred } from "@/components/ui/use-stirred";
import type { CompiledPrompt } from "@/lib/poster/prompt/prompt";
import type { Poster, Ratio } from "@/lib/poster/schema";

const loadCompiler = async () => (await import("@/lib/poster/prompt/prompt")).compilePrompt;

/** The poster's prompt. The server compiled the first; the compiler comes when a hand does. */
export function useCompiledPrompt(
  poster: Poster,
  ratio: Ratio,
  first: CompiledPrompt,
): CompiledPrompt {
  const [opened] = useState({ poster, ratio, first });
  const isStirred = useStirred();
  const isChanged = poster !== opened.poster || ratio !== opened.ratio;
  const compile = useArrived(loadCompiler, isStirred || isChanged, poster);
  return compile ? compile(poster, ratio) : opened.first;
}
