import { clsx } from "clsx";
import { useId } from "react";
import { useFormState } from "react-hook-form";
import { useTranslations } from "use-intl";
import { usePosterForm } from "@/components/studio/poster-form";
import { useErrorText } from "@/components/studio/use-error-text";
import { Notice } from "@/components/ui/notice";
import type { Role } from "@/lib/poster/schema";
import { useField } from "./use-field";
import { usePaste } from "./use-paste";

interface BlockTextProps {
  index: number;
  roleId: Role;
  className?: string;
}

/** The words of one block, to write or to paste. */
export function BlockText({ index, roleId, className }: BlockTextProps) {
  const t = useTranslations();
  const { control, getValues } = usePosterForm();
  const { errors } = useFormState({ control, name: `blocks.${index}.text` });
  const errorText = useErrorText();
  const errorId = useId();
  const { onPaste, offer } = usePaste(index);
  const error = errors.blocks?.[index]?.text?.message;
  return (
    <>
      <textarea
        rows={1}
        aria-label={t("words.text", { role: t(`roles.${roleId}`) })}
        aria-invalid={error !== undefined}
        aria-describedby={error ? errorId : undefined}
        placeholder={t("words.placeholder")}
        className={clsx(
          "field-sizing-content w-full resize-none bg-transparent font-semibold font-serif text-[17px] leading-snug outline-none placeholder:font-normal placeholder:text-mute placeholder:text-sm",
          className,
        )}
        onPaste={onPaste}
        {...useField(`blocks.${index}.text`)}
      />
      {error && (
        <Notice tone="bad" id={errorId} role="alert">
          {errorText(error, getValues())}
        </Notice>
      )}
      {offer}
    </>
  );
}
