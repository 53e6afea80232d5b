import { useTranslations } from "use-intl";
import { useErrorText } from "@/components/studio/use-error-text";
import { Notice } from "@/components/ui/notice";
import { defaultCapability } from "@/lib/poster/capability";
import type { CompiledPrompt } from "@/lib/poster/prompt/prompt";
import { piecesOf } from "@/lib/poster/prompt/quotations";
import type { Poster } from "@/lib/poster/schema";
import { missingLiterals } from "@/lib/poster/words";

interface PromptTroubleProps {
  poster: Poster;
  compiled: CompiledPrompt;
}

const literalsIn = (prompt: string) =>
  piecesOf(prompt).flatMap(({ kind, text }) => (kind === "literal" ? [text] : []));

/** What was left out of the prompt, what is missing from it, what does not fit. */
export function PromptTrouble({ poster, compiled }: PromptTroubleProps) {
  const t = useTranslations("prompt");
  const errorText = useErrorText();
  const byHand = poster.handPrompt !== null;
  const missing = byHand && !poster.bare ? missingLiterals(poster, compiled.prompt) : [];
  const unasked = byHand && poster.bare ? literalsIn(compiled.prompt) : [];
  const tooLong = byHand || poster.bare ? "promptTooLong" : "wordsTooLong";
  const limit = `${defaultCapability.promptLimit}`;
  return (
    <>
      {missing.length > 0 && (
        <Notice tone="warn">{t("missing", { words: missing.join(" / ") })}</Notice>
      )}
      {unasked.length > 0 && (
        <Notice tone="warn">{t("unasked", { words: unasked.join(" / ") })}</Notice>
      )}
      {compiled.excess > 0 ? (
        <Notice tone="bad" role="alert">
          {errorText(`${tooLong} ${compiled.excess}`, poster)}
        </Notice>
      ) : (
        compiled.dropped.length > 0 && (
          <Notice tone="warn" role="status">
            {t("dropped", { limit, parts: compiled.dropped.join(" · ") })}
          </Notice>
        )
      )}
    </>
  );
}
