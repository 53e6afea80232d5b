"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { askServer } from "@/components/site/ask-server";
import { usePosterForm } from "@/components/studio/poster-form";
import { useErrorText } from "@/components/studio/use-error-text";
import { Dialog } from "@/components/ui/dialog";
import { useToast } from "@/components/ui/toasts";
import { posterSchema } from "@/lib/poster/schema";
import { saveOver, saveTemplate } from "@/lib/template/actions";
import { suggestedName } from "@/lib/template/name";
import { editedTemplate, setEdited } from "./edited";
import { NameForm, type Refusal } from "./name-form";

type Way = "over" | "new";

/** Saves the poster in hand as a template: a new one, or over the one it was opened from. */
export function SaveDialog({ onClosed }: { onClosed: () => void }) {
  const t = useTranslations("templates");
  const toast = useToast();
  const router = useRouter();
  const errorText = useErrorText();
  const { getValues } = usePosterForm();
  const [edited] = useState(editedTemplate);
  const [way, setWay] = useState<Way>(edited ? "over" : "new");
  const [suggested] = useState(() => edited?.name ?? suggestedName(getValues()));

  const save = async (name: string): Promise<Refusal | undefined> => {
    const poster = getValues();
    const checked = posterSchema.safeParse(poster);
    if (!checked.success) {
      return { text: errorText(checked.error.issues[0]?.message ?? "", poster) };
    }
    const isOver = edited !== null && way === "over";
    const result = await askServer(() =>
      isOver
        ? saveOver({ id: edited.id, name, poster: checked.data })
        : saveTemplate({ name, poster: checked.data }),
    );
    if (result.ok) {
      setEdited(result.value);
      const text = t(isOver ? "savedOver" : "saved", { name: result.value.name });
      toast({ text, action: { label: t("see"), run: () => router.push("/templates") } });
      return undefined;
    }
    if (!isOver || result.code !== "notFound") return { code: result.code };
    setWay("new");
    return { text: t("goneWhileEditing") };
  };
  return (
    <Dialog heading={t("saveHeading")} onClosed={onClosed}>
      {(close) => (
        <NameForm
          initial={suggested}
          onCancel={close}
          onSave={async (name) => {
            const refusal = await save(name);
            if (!refusal) close();
            return refusal;
          }}
        >
          {edited && <Ways name={edited.name} way={way} onWay={setWay} />}
        </NameForm>
      )}
    </Dialog>
  );
}

interface WaysProps {
  name: string;
  way: Way;
  onWay: (way: Way) => void;
}

function Ways({ name, way, onWay }: WaysProps) {
  const t = useTranslations("templates");
  const ways = [
    { id: "over", text: t("over", { name }) },
    { id: "new", text: t("asNew") },
  ] as const;
  return (
    <fieldset>
      <legend className="mb-1 font-semibold text-[13px]">{t("where")}</legend>
      {ways.map(({ id, text }) => (
        <label key={id} className="flex min-h-11 cursor-pointer items-center gap-2.5">
          <input
            type="radio"
            name="way"
            className="size-4 shrink-0 accent-seal"
            checked={way === id}
            onChange={() => onWay(id)}
          />
          <span className="wrap-anywhere">{text}</span>
        </label>
      ))}
    </fieldset>
  );
}
