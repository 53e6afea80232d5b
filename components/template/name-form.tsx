"use client";

import { type FormEvent, type ReactNode, useId, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { nameProblem } from "@/lib/template/name";
import type { NotDone } from "@/lib/unheard";
import { useTemplateError } from "./use-template-error";

/** What stands in the way: a code, or a sentence of its own. */
export type Refusal = { code: NotDone["code"] } | { text: string };

interface NameFormProps {
  initial: string;
  /** Does what the form is for; gives why not, or nothing when it is done. Never throws. */
  onSave: (name: string) => Promise<Refusal | undefined>;
  onCancel: () => void;
  /** Further choices, under the name. */
  children?: ReactNode;
}

/** Asks for a template's name; what is wrong with it stands beside the field. */
export function NameForm({ initial, onSave, onCancel, children }: NameFormProps) {
  const t = useTranslations("templates");
  const { ofCode, ofName } = useTemplateError();
  const [name, setName] = useState(initial);
  const [isChecked, setChecked] = useState(false);
  const [isSaving, setSaving] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const fieldId = useId();
  const problem = isChecked ? nameProblem(name) : undefined;
  const save = async (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (isSaving || nameProblem(name) !== undefined) return;
    setSaving(true);
    setRefusal(undefined);
    setRefusal(await onSave(name.trim()));
    setSaving(false);
  };
  return (
    <form noValidate onSubmit={(event) => void save(event)} className="flex flex-col gap-4">
      <div>
        <label htmlFor={fieldId} className="mb-1.5 block font-semibold text-[13px]">
          {t("name")}
        </label>
        <input
          id={fieldId}
          // biome-ignore lint/a11y/noAutofocus: a dialog's first field is where its focus belongs
          autoFocus
          autoComplete="off"
          value={name}
          onChange={({ target }) => setName(target.value)}
          onFocus={({ target }) => target.select()}
          aria-invalid={problem !== undefined}
          aria-describedby={problem ? `${fieldId}-problem` : undefined}
          className="h-11 w-full rounded-lg border border-line bg-raised px-3 text-base hover:border-edge aria-invalid:border-seal"
        />
        {problem && (
          <Notice tone="bad" id={`${fieldId}-problem`} role="alert" className="mt-2">
            {ofName(problem)}
          </Notice>
        )}
      </div>
      {children}
      {refusal && (
        <Notice tone="bad" role="alert">
          {"code" in refusal ? ofCode(refusal.code) : refusal.text}
        </Notice>
      )}
      <div className="flex justify-end gap-2.5">
        <Button className="min-h-11 px-4" onClick={onCancel}>
          {t("cancel")}
        </Button>
        <Button look="ink" type="submit" disabled={isSaving}>
          {isSaving ? t("saving") : t("save")}
        </Button>
      </div>
    </form>
  );
}
