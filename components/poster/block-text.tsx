import { clsx } from "clsx";
import { lazy, memo, Suspense, useId } from "react";
import { useFormState } from "react-hook-form";
import { useTranslations } from "use-intl";
import { usePoster, usePosterForm } from "@/components/studio/poster-form";
import type { Role } from "@/lib/poster/schema";
import { troubleOf } from "@/lib/poster/text-trouble";
import { useField } from "./use-field";
import { usePaste } from "./use-paste";

// Wanted by those whose words will not do.
const BlockNotice = lazy(async () => ({ default: (await import("./block-notice")).BlockNotice }));

interface BlockTextProps {
  index: number;
  roleId: Role;
  /** Another object whenever the field must register anew, as a reset asks of one that stays. */
  renewal?: object;
  className?: string;
}

/** The words of one block, to write or to paste, and at once beside them what will not be taken. */
export function BlockText({ index, roleId, ...field }: BlockTextProps) {
  const t = useTranslations();
  const { control } = usePosterForm();
  const { errors } = useFormState({ control, name: `blocks.${index}.text` });
  const trouble = troubleOf(usePoster().blocks[index]?.text ?? "")?.is;
  const isRefused = errors.blocks?.[index]?.text !== undefined;
  const isBad = isRefused || (trouble !== undefined && trouble !== "blank");
  const noticeId = useId();
  const label = t("words.text", { role: t(`roles.${roleId}`) });
  return (
    <>
      <TextField {...field} index={index} label={label} noticeId={isBad ? noticeId : undefined} />
      {(trouble || isRefused) && (
        <Suspense>
          <BlockNotice index={index} id={noticeId} />
        </Suspense>
      )}
    </>
  );
}

interface TextFieldProps extends Omit<BlockTextProps, "roleId"> {
  label: string;
  /** What says why the text will not be taken; undefined while it will. */
  noticeId: string | undefined;
}

const TextField = memo(function TextField({ index, label, noticeId, className }: TextFieldProps) {
  const t = useTranslations("words");
  const { onPaste, offer } = usePaste(index);
  return (
    <>
      <textarea
        rows={1}
        aria-label={label}
        aria-invalid={noticeId !== undefined}
        aria-describedby={noticeId}
        placeholder={t("placeholder")}
        className={clsx(
          "field-sizing-content max-h-72 w-full resize-none bg-transparent font-semibold font-serif text-[17px] leading-snug outline-none placeholder:font-normal placeholder:text-mute placeholder:text-sm",
          className,
        )}
        onPaste={onPaste}
        {...useField(`blocks.${index}.text`)}
      />
      {offer}
    </>
  );
});
