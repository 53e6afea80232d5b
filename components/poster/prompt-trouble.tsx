import { useTranslations } from "use-intl";
import { useErrorText } from "@/components/studio/use-error-text";
import { Notice } from "@/components/ui/notice";
import { defaultCapability } from "@/lib/poster/capability";
import type { CompiledPrompt } from "@/lib/poster/prompt/prompt";
import type { Poster } from "@/lib/poster/schema";
import { missingLiterals } from "@/lib/poster/words";

interface PromptTroubleProps {
  poster: Poster;
  compiled: CompiledPrompt;
}

/** What was left out of the prompt, what is missing from it, what does not fit. */
export function PromptTrouble({ poster, compiled }: PromptTroubleProps) {
  const t = useTranslations("prompt");
  const errorText = useErrorText();
  const byHand = poster.handPrompt !== null;
  const missing = byHand ? missingLiterals(poster, compiled.prompt) : [];
  const limit = `${defaultCapability.promptLimit}`;
  return (
    <>
      {missing.length > 0 && (
        <Notice tone="warn">{t("missing", { words: missing.join(" / ") })}</Notice>
      )}
      {compiled.excess > 0 ? (
        <Notice tone="bad" role="alert">
          {errorText(`${byHand ? "promptTooLong" : "wordsTooLong"} ${compiled.excess}`, poster)}
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
