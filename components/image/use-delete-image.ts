import { useTransition } from "react";
import { useTranslations } from "use-intl";
import { useIntent } from "@/components/site/use-intent";
import { useRefresh } from "@/components/site/use-refresh";
import { useToast } from "@/components/ui/toasts";
import { deleteImage, restoreImage } from "@/lib/image/actions";

/** Deletes a picture at once; the toast takes it back. */
export function useDeleteImage(id: string, after?: () => void): [boolean, () => void] {
  const t = useTranslations();
  const toast = useToast();
  const refresh = useRefresh();
  const run = useIntent();
  const [isPending, start] = useTransition();

  const undo = async () => {
    const result = await run(() => restoreImage({ id }));
    if (result.ok) toast({ text: t("gallery.restored") });
    refresh();
  };
  const remove = () =>
    start(async () => {
      const result = await run(() => deleteImage({ id }));
      if (!result.ok) return;
      const action = { label: t("site.undo"), run: () => void undo() };
      toast({ text: t("gallery.deleted"), action });
      if (after) after();
      else refresh();
    });
  return [isPending, remove];
}
