"use client";

import { clsx } from "clsx";
import { Copy, PenLine } from "lucide-react";
import { lazy, Suspense } from "react";
import { useTranslations } from "use-intl";
import { usePoster, usePosterForm } from "@/components/studio/poster-form";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toasts";
import { defaultCapability } from "@/lib/poster/capability";
import { countCharacters } from "@/lib/poster/characters";
import { promptLanguageIds } from "@/lib/poster/choices";
import type { CompiledPrompt } from "@/lib/poster/prompt/prompt";
import type { Ratio } from "@/lib/poster/schema";
import { SpotNotes } from "./finding-notes";
import { useCompiledPrompt } from "./use-compiled-prompt";

// Wanted by those who write by hand, or too much.
const HandTools = lazy(async () => ({ default: (await import("./hand-tools")).HandTools }));
const PromptTrouble = lazy(async () => ({
  default: (await import("./prompt-trouble")).PromptTrouble,
}));

interface PromptPreviewProps {
  ratio: Ratio;
  /** The prompt of the poster the page opens with. */
  first: CompiledPrompt;
}

/** The prompt as it will be sent: compiled with every literal marked, or in the user's own hand. */
export function PromptPreview({ ratio, first }: PromptPreviewProps) {
  const t = useTranslations("prompt");
  const { register } = usePosterForm();
  const poster = usePoster();
  const compiled = useCompiledPrompt(poster, ratio, first);
  const used = countCharacters(compiled.prompt);
  const limit = defaultCapability.promptLimit;
  const byHand = poster.handPrompt !== null;
  const hasTrouble = byHand || compiled.excess > 0 || compiled.dropped.length > 0;
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
        <p className="wrap-anywhere text-ink/85" translate="no" data-testid="prompt">
          <Marked compiled={compiled} />
        </p>
      )}
      {hasTrouble && (
        <Suspense>
          <PromptTrouble poster={poster} compiled={compiled} />
        </Suspense>
      )}
      <SpotNotes spot="prompt" />
      <div className="mt-1 flex flex-wrap items-center gap-x-1 text-mute text-xs">
        <span className="max-sm:hidden">{byHand ? t("byHand") : t("compiled")}</span>
        {byHand ? (
          <Suspense>
            <HandTools />
          </Suspense>
        ) : (
          <CompiledTools ratio={ratio} />
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

function CompiledTools({ ratio }: { ratio: Ratio }) {
  const t = useTranslations("prompt");
  const { register, setValue, getValues } = usePosterForm();
  const edit = async () => {
    const { compilePrompt } = await import("@/lib/poster/prompt/prompt");
    setValue("handPrompt", compilePrompt(getValues(), ratio).prompt, { shouldDirty: true });
  };
  return (
    <>
      <Button look="bare" onClick={() => void edit()}>
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
  );
}

function Marked({ compiled: { prompt, spans } }: { compiled: CompiledPrompt }) {
  const t = useTranslations("prompt");
  if (prompt === "") {
    return (
      <span translate="yes" className="text-mute">
        {t("empty")}
      </span>
    );
  }
  const pieces = spans.map((span, index) => ({
    before: prompt.slice(spans[index - 1]?.to ?? 0, span.from),
    literal: prompt.slice(span.from, span.to),
    key: `${span.blockId}-${span.from}`,
  }));
  return (
    <>
      {pieces.map(({ before, literal, key }) => (
        <span key={key}>
          <span>{before}</span>
          <mark className="rounded bg-seal-soft px-0.5 font-semibold text-seal-ink">{literal}</mark>
        </span>
      ))}
      <span>{prompt.slice(spans.at(-1)?.to ?? 0)}</span>
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
