import { clsx } from "clsx";
import { Equal, X } from "lucide-react";
import { memo } from "react";
import { useTranslations } from "use-intl";
import type { CoupletOrder } from "@/lib/poster/couplet/hanging";
import type { ReadCharacter, Tone } from "@/lib/poster/couplet/readings";
import type { Finding, Row } from "@/lib/poster/couplet/rules";
import { CoupletReading } from "./couplet-reading";

const sides = {
  traditional: ["lower", "upper"],
  modern: ["upper", "lower"],
} as const;

interface CoupletTableProps {
  order: CoupletOrder;
  rows: readonly Row[];
  findings: readonly Finding[];
  ids: { upper: string; lower: string };
}

/** The scrolls as they hang, character against character, with their readings and tones. */
export function CoupletTable({ order, rows, findings, ids }: CoupletTableProps) {
  const t = useTranslations();
  const [left, right] = sides[order];
  const repeated = new Set(
    findings.flatMap(({ rule, characters }) => (rule === "repeated" ? characters : [])),
  );
  const cell = (which: "upper" | "lower", row: Row, at: number) => (
    <Cell
      read={row[which]}
      at={at}
      blockId={ids[which]}
      role={t(`roles.${which}Scroll`)}
      isRight={which === right}
      isClash={row.clash === "strict"}
      isRepeated={row[which] !== undefined && repeated.has(row[which].character)}
    />
  );
  return (
    <table translate="no" className="mt-2 w-full table-fixed border-separate border-spacing-y-px">
      <caption className="sr-only">{t("couplet.table")}</caption>
      <colgroup>
        <col />
        <col className="w-11" />
        <col />
      </colgroup>
      <thead className="sr-only">
        <tr>
          <th scope="col">{t(`roles.${left}Scroll`)}</th>
          <th scope="col">{t("couplet.position")}</th>
          <th scope="col">{t(`roles.${right}Scroll`)}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its position
          <tr key={at} data-clash={row.clash}>
            {cell(left, row, at)}
            <Position number={at + 1} clash={row.clash} />
            {cell(right, row, at)}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface CellProps {
  read: ReadCharacter | undefined;
  at: number;
  blockId: string;
  role: string;
  isRight: boolean;
  isClash: boolean;
  isRepeated: boolean;
}

const Cell = memo(function Cell({ read, isRight, isClash, isRepeated, ...place }: CellProps) {
  return (
    <td className={clsx("p-0", isClash && "bg-seal-soft")}>
      <div className={clsx("flex items-center gap-1.5 px-1", isRight && "flex-row-reverse")}>
        <Character read={read} isRepeated={isRepeated} />
        {read && <CoupletReading read={read} {...place} />}
        {/* Tones stand towards the middle, face to face. */}
        <span className="grow" />
        {read && read.pinyin !== "" && <ToneMark tone={read.tone ?? "light"} />}
      </div>
    </td>
  );
});

interface PositionProps {
  number: number;
  clash: Row["clash"];
}

const Position = memo(function Position({ number, clash }: PositionProps) {
  const t = useTranslations("couplet");
  const Mark = clash === "strict" ? X : Equal;
  return (
    <th
      scope="row"
      className={clsx(
        "p-0 text-center font-normal text-xs tabular-nums",
        clash === "strict" ? "bg-seal-soft text-seal-ink" : "text-mute",
      )}
    >
      <span className="inline-flex items-center gap-0.5">
        {number}
        {clash && <Mark aria-hidden className="size-3.5" strokeWidth={2.5} />}
        {clash && <span className="sr-only">{t(`clashes.${clash}`)}</span>}
      </span>
    </th>
  );
});

function ToneMark({ tone }: { tone: Tone | "light" }) {
  const t = useTranslations("couplet");
  return (
    <span title={t(`tones.${tone}`)} className="text-[13px]">
      <span aria-hidden lang="zh-Hans">
        {t(`toneMarks.${tone}`)}
      </span>
      <span className="sr-only">{t(`tones.${tone}`)}</span>
    </span>
  );
}

interface CharacterProps {
  read: ReadCharacter | undefined;
  isRepeated: boolean;
}

function Character({ read, isRepeated }: CharacterProps) {
  const t = useTranslations("couplet");
  if (!read) {
    return (
      <span className="my-1.5 grid size-7 place-items-center rounded border border-edge border-dashed">
        <span className="sr-only">{t("nothing")}</span>
      </span>
    );
  }
  return (
    <span className="grid h-10 w-7 shrink-0 place-items-center font-serif text-[22px]">
      <span
        lang="zh-Hans"
        className={clsx(
          isRepeated &&
            "underline decoration-2 decoration-seal-ink decoration-wavy underline-offset-4",
        )}
      >
        {read.character}
      </span>
      {isRepeated && <span className="sr-only">{t("isRepeated")}</span>}
    </span>
  );
}
