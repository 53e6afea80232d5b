import { useFormState } from "react-hook-form";
import { useTranslations } from "use-intl";
import { usePoster, usePosterForm } from "@/components/studio/poster-form";
import { useErrorText } from "@/components/studio/use-error-text";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { maxBlockCharacters } from "@/lib/poster/choices";
import { printable, type TextTrouble, troubleOf } from "@/lib/poster/text-trouble";

interface BlockNoticeProps {
  index: number;
  id: string;
}

/** Says beside a block what of its text will not be taken, as soon as it is there. */
export function BlockNotice({ index, id }: BlockNoticeProps) {
  const { control, getValues, setValue } = usePosterForm();
  const { errors } = useFormState({ control, name: `blocks.${index}.text` });
  const errorText = useErrorText();
  const trouble = troubleOf(usePoster().blocks[index]?.text ?? "");
  if (trouble) {
    const clean = () => {
      const name = `blocks.${index}.text` as const;
      setValue(name, printable(getValues(name)), { shouldDirty: true });
    };
    return <TroubleNotice id={id} trouble={trouble} onClean={clean} />;
  }
  const error = errors.blocks?.[index]?.text?.message;
  if (!error) return null;
  return (
    <Notice tone="bad" id={id} role="alert" className="mt-1.5">
      {errorText(error, getValues())}
    </Notice>
  );
}

interface TroubleNoticeProps {
  id: string;
  trouble: TextTrouble;
  onClean: () => void;
}

function TroubleNotice({ id, trouble, onClean }: TroubleNoticeProps) {
  const t = useTranslations("sheet");
  if (trouble.is === "blank") {
    return (
      <Notice tone="quiet" id={id}>
        {t("blank")}
      </Notice>
    );
  }
  if (trouble.is === "tooLong") {
    return (
      <Notice tone="bad" id={id} role="alert" className="mt-1.5">
        {t("tooLong", { used: `${trouble.length}`, limit: `${maxBlockCharacters}` })}
      </Notice>
    );
  }
  return (
    <>
      <Notice tone="bad" id={id} role="alert" className="mt-1.5">
        {t("unprintable", { count: trouble.count })}
      </Notice>
      <Button look="bare" onClick={onClean}>
        {t("clean")}
      </Button>
    </>
  );
}
