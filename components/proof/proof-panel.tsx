"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { Button, buttonClass } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { BlockCard } from "./block-card";
import { FigureList } from "./figure-list";
import { HardChecks } from "./hard-checks";
import { ProofBadge } from "./proof-badge";
import { useProof } from "./proof-context";
import { useProofIntents } from "./use-proof-intents";

/** What was read against what was asked for, block by block, with what a person may say of it. */
export function ProofPanel() {
  const t = useTranslations("proof");
  const { picture, view } = useProof();
  const { readAgain } = useProofIntents(picture.id);
  const { state, proof, isBeingRead } = view;
  const isNothingFound = state.is === "read" && state.summary.isNothingFound;
  return (
    <section aria-label={t("heading")} className="flex flex-col gap-2.5">
      <div className="flex min-h-8 items-center justify-between gap-3">
        <h2 className="heading">{t("heading")}</h2>
        <ProofBadge state={state} />
      </div>
      {state.is === "unread" && <Notice tone="warn">{t(`unread.${state.failure}`)}</Notice>}
      {isBeingRead && (
        <p role="status" className="text-mute">
          {t("reading")}
        </p>
      )}
      {proof?.areScrollsSwapped && <Notice tone="bad">{t("swapped")}</Notice>}
      {proof && proof.blocks.length === 0 && (
        <p className="text-mute">{t(proof.isBare ? "bare" : "noWords")}</p>
      )}
      {isNothingFound ? <NothingFound /> : <BlockCards />}
      {proof && proof.extras.length > 0 && (
        <div className="flex flex-wrap items-center gap-2.5">
          <Notice tone="warn" className="flex-1 basis-60">
            {`${t("extras")}: ${proof.extras.map(({ text }) => `“${text}”`).join(" ")}`}
          </Notice>
          <Link
            href={`/gallery/${picture.id}/mend?extras`}
            prefetch={false}
            className={buttonClass("ghost")}
          >
            {t("takeOut")}
          </Link>
        </div>
      )}
      {proof && !isNothingFound && <HardChecks checks={proof.hardChecks} />}
      {proof && proof.blocks.length > 0 && !isNothingFound && (
        <FigureList figures={proof.figures} />
      )}
      <div className="flex items-center justify-between gap-3">
        <p className="text-mute text-xs">{t("notice")}</p>
        <Button
          className="shrink-0"
          disabled={isBeingRead || (state.is === "unread" && state.failure === "off")}
          onClick={() => void readAgain()}
        >
          {t("again")}
        </Button>
      </div>
    </section>
  );
}

/** One sentence where each block could only say the same; what a person may say of them stays at hand. */
function NothingFound() {
  const t = useTranslations("proof");
  const { picture } = useProof();
  return (
    <>
      <Notice tone="warn">{t("nothingFound")}</Notice>
      <Link
        href={`/gallery/${picture.id}/mend?all`}
        prefetch={false}
        className={buttonClass("ink", "self-start")}
      >
        {t("setAll")}
      </Link>
      <details>
        <summary className="min-h-8 text-[13px] text-mute">{t("eachBlock")}</summary>
        <BlockCards />
      </details>
    </>
  );
}

function BlockCards() {
  const { blocks, view } = useProof();
  if (!view.proof) return null;
  return (
    <ul className="flex flex-col gap-2.5">
      {view.proof.blocks.map((block) => (
        <BlockCard
          key={block.blockId}
          proof={block}
          block={blocks.find(({ id }) => id === block.blockId)}
        />
      ))}
    </ul>
  );
}
