import { ChevronDown } from "lucide-react";
import { useTranslations } from "use-intl";
import { usePosterForm } from "@/components/studio/poster-form";
import { chooseReading, type ReadCharacter } from "@/lib/poster/couplet/readings";

interface CoupletReadingProps {
  read: ReadCharacter;
  /** The character's place on its scroll, from 0. */
  at: number;
  role: string;
  blockId: string;
}

/** How a character is read; where there are several readings, a choice of them. */
export function CoupletReading({ read, at, role, blockId }: CoupletReadingProps) {
  const t = useTranslations("couplet");
  const choose = useChoose(blockId, at);
  const { character, pinyin, readings } = read;
  if (pinyin === "") return null;
  if (readings.length === 1) {
    return (
      <span lang="zh-Latn" className="text-[13px]">
        {pinyin}
      </span>
    );
  }
  return (
    <span className="relative inline-flex min-w-0">
      <select
        aria-label={t("reading", { character, position: `${at + 1}`, role })}
        lang="zh-Latn"
        value={pinyin}
        className="h-9 w-full min-w-0 appearance-none rounded-md border border-line bg-sheet pr-5 pl-1.5 text-[13px] text-ink hover:border-edge"
        onChange={({ target }) => choose(target.value)}
      >
        {readings.map((each) => (
          <option key={each}>{each}</option>
        ))}
      </select>
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute top-3 right-1 size-3.5 text-mute"
      />
    </span>
  );
}

/** Keeps a reading with the block it belongs to, wherever that stands by now. */
function useChoose(blockId: string, at: number) {
  const { getValues, setValue } = usePosterForm();
  return (pinyin: string) => {
    const blocks = getValues("blocks");
    const index = blocks.findIndex(({ id }) => id === blockId);
    const block = blocks[index];
    if (!block) return;
    setValue(`blocks.${index}.readings`, chooseReading(block, at, pinyin), { shouldDirty: true });
  };
}
