import { useLocale, useTranslations } from "use-intl";
import { useToast } from "@/components/ui/toasts";
import type { Result } from "@/lib/result";
import type { NotDone } from "@/lib/unheard";
import { askServer } from "./ask-server";
import { reloadPage } from "./reload-page";

/** Why something was not done, in the reader's language: in the server's own words where it gave any. */
export function useReason(): (refusal: NotDone) => string {
  const t = useTranslations("errors");
  const isChinese = useLocale() === "zh-CN";
  return ({ code, said }) => (said ? (isChinese ? said.zh : said.en) : t(code));
}

/** Says why something was not done, with the one press that helps where there is one. */
export function useTellRefusal(): (refusal: NotDone, sentence?: string) => void {
  const t = useTranslations();
  const toast = useToast();
  const reasonOf = useReason();
  return (refusal, sentence) => {
    const action = { label: t("connection.reload"), run: reloadPage };
    toast({
      text: sentence ?? reasonOf(refusal),
      ...(refusal.code === "newVersion" ? { action } : {}),
    });
  };
}

/** What came of an intent: its value, or why it was not done. */
export type Done<Value> = { ok: true; value: Value } | NotDone;

/** Runs what somebody wants of the server and says why when it was not done. Never throws. */
export function useIntent() {
  const tell = useTellRefusal();
  return async <Value>(doing: () => Promise<Result<Value>>): Promise<Done<Value>> => {
    const result = await askServer(doing);
    if (!result.ok) tell(result);
    return result;
  };
}
