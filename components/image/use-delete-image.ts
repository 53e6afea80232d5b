import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { useTranslations } from "use-intl";
import { useToast } from "@/components/ui/toasts";
import { deleteImage, restoreImage } from "@/lib/image/actions";
import type { Result } from "@/lib/result";

/** Deletes a picture at once; the toast takes it back. */
export function useDeleteImage(id: string, after?: () => void): [boolean, () => void] {
  const t = useTranslations();
  const toast = useToast();
  const router = useRouter();
  const [isPending, start] = useTransition();

  const run = async (doing: typeof deleteImage): Promise<Result<null>> => {
    try {
      const result = await doing({ id });
      if (!result.ok) toast({ text: t(`errors.${result.code}`) });
      return result;
    } catch {
      toast({ text: t("errors.offline") });
      return { ok: false, code: "internal" };
    }
  };
  const undo = async () => {
    const result = await run(restoreImage);
    if (result.ok) toast({ text: t("gallery.restored") });
    router.refresh();
  };
  const remove = () =>
    start(async () => {
      const result = await run(deleteImage);
      if (!result.ok) return;
      const action = { label: t("site.undo"), run: () => void undo() };
      toast({ text: t("gallery.deleted"), action });
      if (after) after();
      else router.refresh();
    });
  return [isPending, remove];
}
