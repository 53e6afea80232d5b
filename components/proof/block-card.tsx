"use client";

import { clsx } from "clsx";
import Link from "next/link";
import { useFormatter, useTranslations } from "use-intl";
import { Button, buttonClass } from "@/components/ui/button";
import type { Block } from "@/lib/poster/schema";
import type { BlockProof, JudgedView, Verdict } from "@/lib/proof/schema";
import { BlockCrop } from "./block-crop";
import { MarkedText } from "./marked-text";
import { useProof } from "./proof-context";
import { useProofIntents } from "./use-proof-intents";

const tones: Record<Verdict, string> = {
  exact: "text-ok",
  wrong: "text-seal-ink",
  unsure: "text-warn",
  uncheckable: "text-mute",
};

interface BlockCardProps {
  proof: BlockProof;
  /** The block as it was asked for. */
  block: Block | undefined;
}

/** One block: its verdict, what was read of it character by character, and what to do. */
export function BlockCard({ proof, block }: BlockCardProps) {
  const t = useTranslations();
  const { view, chosen, choose } = useProof();
  const judged = view.judged[proof.blockId];
  const isChosen = chosen === proof.blockId;
  const verdict = judged ? (judged.verdict === "right" ? "exact" : "wrong") : proof.verdict;
  const said = judged
    ? t(judged.verdict === "right" ? "proof.saidRight" : "proof.saidWrong")
    : t(`proof.verdict.${proof.verdict}`);
  const role = block ? t(`roles.${block.role}`) : "";
  const share = (Math.floor(proof.ned * 1000) / 10).toString();
  return (
    <li
      data-testid="block-proof"
      data-verdict={verdict}
      className={clsx(
        "flex flex-col gap-1.5 rounded-xl border bg-raised px-3 py-2.5",
        isChosen ? "border-ink" : "border-line",
      )}
    >
      <button
        type="button"
        aria-expanded={isChosen}
        className="flex flex-col gap-1 text-left"
        onClick={() => choose(isChosen ? null : proof.blockId)}
      >
        <span className="flex w-full items-baseline justify-between gap-3 text-[13px]">
          <b className={clsx("font-semibold", tones[verdict])}>{`${role} — ${said}`}</b>
          <span className="text-mute tabular-nums">{t("proof.share", { share })}</span>
        </span>
        <MarkedText proof={proof} wanted={block?.text ?? ""} />
      </button>
      {proof.reason && !judged && (
        <p className="text-mute text-xs">{t(`proof.reasons.${proof.reason}`)}</p>
      )}
      {judged && <JudgedBy judged={judged} />}
      {isChosen && proof.box && <BlockCrop box={proof.box} text={block?.text ?? ""} />}
      {(isChosen || verdict !== "exact" || judged) && (
        <BlockActions blockId={proof.blockId} verdict={verdict} judged={judged} />
      )}
    </li>
  );
}

function JudgedBy({ judged }: { judged: JudgedView }) {
  const t = useTranslations("proof");
  const format = useFormatter();
  const when = format.dateTime(judged.at, { dateStyle: "medium", timeStyle: "short" });
  const who = judged.name || t("someone");
  return <p className="text-mute text-xs">{t("saidBy", { who, when })}</p>;
}

interface BlockActionsProps {
  blockId: string;
  verdict: Verdict;
  judged: JudgedView | undefined;
}

function BlockActions({ blockId, verdict, judged }: BlockActionsProps) {
  const t = useTranslations("proof");
  const { picture } = useProof();
  const { judge } = useProofIntents(picture.id);
  return (
    <div className="flex flex-wrap gap-2">
      {verdict !== "exact" && (
        <Link
          href={`/gallery/${picture.id}/mend?block=${blockId}`}
          prefetch={false}
          className={buttonClass("ink", "h-9 rounded-lg px-3 text-[13px]")}
        >
          {t("mend")}
        </Link>
      )}
      {judged ? (
        <Button onClick={() => void judge(blockId, "machine")}>{t("takeBack")}</Button>
      ) : (
        <>
          {verdict !== "exact" && (
            <Button onClick={() => void judge(blockId, "right")}>{t("accept")}</Button>
          )}
          {verdict !== "wrong" && (
            <Button onClick={() => void judge(blockId, "wrong")}>{t("reject")}</Button>
          )}
        </>
      )}
    </div>
  );
}
