import { useTranslations } from "use-intl";
import { useToast } from "@/components/ui/toasts";
import type { Result } from "@/lib/result";

/** Runs what somebody wants of the server and says why when it was not done. Never throws. */
export function useIntent() {
  const t = useTranslations();
  const toast = useToast();
  return async <Value>(doing: () => Promise<Result<Value>>): Promise<Result<Value>> => {
    try {
      const result = await doing();
      if (!result.ok) toast({ text: t(`errors.${result.code}`) });
      return result;
    } catch {
      toast({ text: t("errors.offline") });
      return { ok: false, code: "internal" };
    }
  };
}
