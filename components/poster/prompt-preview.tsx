"use client";

import { clsx } from "clsx";
import { Copy, PenLine, RotateCcw } from "lucide-react";
import { useTranslations } from "use-intl";
import { usePoster, usePosterForm } from "@/components/studio/poster-form";
import { useErrorText } from "@/components/studio/use-error-text";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useToast } from "@/components/ui/toasts";
import { defaultCapability } from "@/lib/poster/capability";
import { countCharacters } from "@/lib/poster/characters";
import { promptLanguageIds } from "@/lib/poster/choices";
import { type CompiledPrompt, compilePrompt, missingLiterals } from "@/lib/poster/prompt";
import type { Ratio } from "@/lib/poster/schema";

/** The prompt as it will be sent: compiled with every literal marked, or in the user's own hand. */
export function PromptPreview({ ratio }: { ratio: Ratio }) {
  const t = useTranslations("prompt");
  const { register, setValue, getValues } = usePosterForm();
  const poster = usePoster();
  const errorText = useErrorText();
  const compiled = compilePrompt(poster, ratio);
  const used = countCharacters(compiled.prompt);
  const limit = defaultCapability.promptLimit;
  const byHand = poster.handPrompt !== null;
  const missing = byHand ? missingLiterals(poster, compiled.prompt) : [];
  const hand = (text: string | null) => setValue("handPrompt", text, { shouldDirty: true });
  return (
    <section
      aria-label={t("heading")}
      className="w-full rounded-xl border border-line bg-sheet px-3.5 py-3"
    >
      {byHand ? (
        <textarea
          aria-label={t("heading")}
          rows={4}
          className="field-sizing-content max-h-48 w-full resize-none bg-transparent outline-none"
          {...register("handPrompt")}
        />
      ) : (
        <p className="wrap-anywhere text-ink/85" data-testid="prompt">
          <Marked compiled={compiled} />
        </p>
      )}
      {missing.length > 0 && (
        <Notice tone="warn">{t("missing", { words: missing.join(" / ") })}</Notice>
      )}
      {used > limit && (
        <Notice tone="bad" role="alert">
          {errorText("promptTooLong", poster)}
        </Notice>
      )}
      <div className="mt-1 flex flex-wrap items-center gap-x-1 text-mute text-xs">
        <span className="max-sm:hidden">{byHand ? t("byHand") : t("compiled")}</span>
        {byHand ? (
          <Button look="bare" onClick={() => hand(null)}>
            <RotateCcw aria-hidden className="size-3.5" />
            {t("back")}
          </Button>
        ) : (
          <>
            <Button look="bare" onClick={() => hand(compilePrompt(getValues(), ratio).prompt)}>
              <PenLine aria-hidden className="size-3.5" />
              {t("edit")}
            </Button>
            <select
              aria-label={t("language")}
              className="h-8 rounded-md bg-transparent hover:text-ink"
              {...register("promptLanguage")}
            >
              {promptLanguageIds.map((id) => (
                <option key={id} value={id}>
                  {t(`languages.${id}`)}
                </option>
              ))}
            </select>
          </>
        )}
        <CopyButton text={compiled.prompt} />
        <span
          className={clsx("ml-auto tabular-nums", used > limit && "font-semibold text-seal-ink")}
          title={t("counter", { used: `${used}`, limit: `${limit}` })}
        >
          {`${used} / ${limit}`}
        </span>
      </div>
    </section>
  );
}

function Marked({ compiled: { prompt, spans } }: { compiled: CompiledPrompt }) {
  const t = useTranslations("prompt");
  if (prompt === "") return <span className="text-mute">{t("empty")}</span>;
  const pieces = spans.map((span, index) => ({
    before: prompt.slice(spans[index - 1]?.to ?? 0, span.from),
    literal: prompt.slice(span.from, span.to),
    key: `${span.blockId}-${span.from}`,
  }));
  return (
    <>
      {pieces.map(({ before, literal, key }) => (
        <span key={key}>
          {before}
          <mark className="rounded bg-seal-soft px-0.5 font-semibold text-seal-ink">{literal}</mark>
        </span>
      ))}
      {prompt.slice(spans.at(-1)?.to ?? 0)}
    </>
  );
}

function CopyButton({ text }: { text: string }) {
  const t = useTranslations("prompt");
  const toast = useToast();
  const copy = async () => {
    // The clipboard is missing on plain http away from localhost: select a field instead.
    if (navigator.clipboard) await navigator.clipboard.writeText(text);
    else {
      const field = document.createElement("textarea");
      field.value = text;
      document.body.append(field);
      field.select();
      document.execCommand("copy");
      field.remove();
    }
    toast({ text: t("copied") });
  };
  return (
    <Button look="bare" onClick={() => void copy()} disabled={text === ""}>
      <Copy aria-hidden className="size-3.5" />
      {t("copy")}
    </Button>
  );
}
