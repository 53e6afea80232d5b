import { useId } from "react";
import { useTranslations } from "use-intl";
import { Notice } from "@/components/ui/notice";
import type { Mendable } from "@/lib/mend/schema";
import { maxBlockCharacters } from "@/lib/poster/choices";
import { troubleOf } from "@/lib/poster/text-trouble";
import { linesOf } from "@/lib/poster/words";

/** Where a key on the picture finds the text of the patch in hand. */
export const patchTextId = "patch-text";

interface PatchTextProps {
  mendable: Mendable;
  text: string;
  onChange: (text: string) => void;
}

/** What keeps a text from being set; undefined for one that will be. */
export function troubleOfPatch(text: string): "blank" | "tooLong" | "unprintable" | undefined {
  return linesOf({ text }).length === 0 ? "blank" : troubleOf(text)?.is;
}

const bare = (text: string) => text.replaceAll(/\s/gu, "");

/** The words of a patch, what was painted in their place, and what is wrong with them. */
export function PatchText({ mendable, text, onChange }: PatchTextProps) {
  const t = useTranslations("mend");
  const noticeId = useId();
  const trouble = troubleOfPatch(text);
  const differs = !trouble && bare(text) !== bare(mendable.wanted);
  const { read } = mendable;
  return (
    <div>
      <label htmlFor={patchTextId} className="mb-1 block text-[13px] text-mute">
        {t("text")}
      </label>
      <textarea
        id={patchTextId}
        rows={1}
        value={text}
        aria-invalid={trouble !== undefined}
        aria-describedby={trouble || differs ? noticeId : undefined}
        onChange={({ target }) => onChange(target.value)}
        className="field-sizing-content max-h-60 w-full resize-none rounded-[10px] border border-line bg-raised px-3 py-2 font-semibold font-serif text-[17px] leading-snug"
      />
      {read !== null && (
        <p className="wrap-anywhere mt-1 text-[13px] text-mute">
          {read === "" ? t("readNothing") : t("readAs", { read })}
        </p>
      )}
      {(trouble || differs) && (
        <Notice id={noticeId} tone={trouble ? "bad" : "warn"} className="mt-2">
          {trouble === "tooLong"
            ? t("tooLong", { used: `${text.length}`, limit: `${maxBlockCharacters}` })
            : t(trouble ?? "differs", { wanted: mendable.wanted })}
        </Notice>
      )}
    </div>
  );
}
