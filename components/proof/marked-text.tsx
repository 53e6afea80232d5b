import { Fragment } from "react";
import { useTranslations } from "use-intl";
import type { BlockProof, Mark } from "@/lib/proof/schema";
import { spacedMarks } from "@/lib/proof/spaces";

interface MarkedTextProps {
  proof: BlockProof;
  wanted: string;
}

/** The words with what went wrong in them: struck what was painted, green what was asked for. */
export function MarkedText({ proof, wanted }: MarkedTextProps) {
  if (proof.read === "") {
    return (
      <span
        translate="no"
        className="wrap-anywhere whitespace-pre-wrap font-serif text-lg text-mute"
      >
        {wanted}
      </span>
    );
  }
  return (
    <span translate="no" className="wrap-anywhere whitespace-pre-wrap font-serif text-lg">
      {spacedMarks(proof.marks, wanted).map(({ before, mark }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: characters have no other name than their place
        <Fragment key={index}>
          <span>{before}</span>
          <MarkedCharacter mark={mark} />
        </Fragment>
      ))}
    </span>
  );
}

function MarkedCharacter({ mark }: { mark: Mark }) {
  const t = useTranslations("proof");
  const { kind, wanted, read, certainty } = mark;
  if (kind === "match") return <span>{wanted ?? read}</span>;
  const said = t(`marks.${kind}`, { wanted: wanted ?? "", read: read ?? "" });
  const tone = certainty === "sure" ? "text-seal-ink" : "text-warn";
  return (
    <span title={said}>
      <span className="sr-only">{` (${said}) `}</span>
      <span aria-hidden>
        {read && <del className={`${tone} decoration-2`}>{read}</del>}
        {wanted && <ins className="text-ok no-underline">{wanted}</ins>}
      </span>
    </span>
  );
}
