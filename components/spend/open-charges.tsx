import { speech } from "@/lib/i18n/server";
import type { OpenCharge } from "@/lib/ledger/open-store";
import { formatFen } from "@/lib/poster/cost";
import { ChargeButtons } from "./charge-buttons";
import { ChargeChoice, ChargeTick } from "./charge-choice";

interface OpenChargesProps {
  charges: readonly OpenCharge[];
  /** There are older ones than those shown. */
  hasMore: boolean;
}

/** Jobs that may have been charged, each with the question whether it was. */
export async function OpenCharges({ charges, hasMore }: OpenChargesProps) {
  const { t } = await speech();
  if (charges.length === 0) return null;
  return (
    <section aria-labelledby="open-charges" className="mt-10">
      <h2 id="open-charges" className="font-bold font-serif text-lg">
        {t("openCharges.heading")}
      </h2>
      <p className="mt-1 mb-4 max-w-2xl text-mute">{t("openCharges.advice")}</p>
      <ChargeChoice charges={charges.map(({ jobId, maybeFen }) => ({ jobId, maybeFen }))}>
        <ul className="border-line border-t">
          {charges.map((charge) => (
            <ChargeItem key={charge.jobId} charge={charge} isOneOfMany={charges.length > 1} />
          ))}
        </ul>
      </ChargeChoice>
      {hasMore && (
        <p className="mt-3 text-mute">{t("openCharges.more", { shown: `${charges.length}` })}</p>
      )}
    </section>
  );
}

async function ChargeItem({ charge, isOneOfMany }: { charge: OpenCharge; isOneOfMany: boolean }) {
  const { t, format } = await speech();
  const { jobId, orderedAt, ratio, words, failure, upstreamRequestId, maybeFen } = charge;
  const amount = formatFen(maybeFen);
  const titleId = `charge-${jobId}`;
  return (
    <li
      data-testid="open-charge"
      className="flex flex-wrap items-center gap-x-6 gap-y-3 border-line border-b py-3.5"
    >
      {isOneOfMany && <ChargeTick jobId={jobId} labelledBy={titleId} />}
      <div className="min-w-0 flex-1 basis-64">
        <p id={titleId} className="flex items-baseline gap-3">
          <b className="truncate font-semibold font-serif">{words || t("openCharges.wordless")}</b>
          <span className="font-semibold text-seal-ink tabular-nums">{amount}</span>
        </p>
        <p className="text-[13px] text-mute tabular-nums">
          <time dateTime={new Date(orderedAt).toISOString()}>
            {format.dateTime(orderedAt, { dateStyle: "medium", timeStyle: "medium" })}
          </time>
          {` · ${ratio}`}
        </p>
        <p className="mt-1 text-[13px]">
          {failure === null ? t("openCharges.later") : t(`failures.${failure}`)}
        </p>
        <p className="wrap-anywhere text-[13px] text-mute">
          {upstreamRequestId === null
            ? t("openCharges.noRequest")
            : t("openCharges.request", { id: upstreamRequestId })}
        </p>
      </div>
      <ChargeButtons jobIds={[jobId]} fen={maybeFen} describedBy={titleId} />
    </li>
  );
}
