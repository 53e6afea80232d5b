"use client";

import { BookmarkPlus } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";

// Wanted by those who press only.
const SaveDialog = lazy(async () => ({ default: (await import("./save-dialog")).SaveDialog }));

/** Opens the dialog that saves the poster as a template. */
export function SaveButton() {
  const t = useTranslations("templates");
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button look="bare" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <BookmarkPlus aria-hidden className="size-4" />
        {t("saveAs")}
      </Button>
      {isOpen && (
        <Suspense fallback={null}>
          <SaveDialog onClosed={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
