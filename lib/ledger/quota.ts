import { formatFen } from "@/lib/poster/cost";

/** The gateway's own unit of account: so many quota to a dollar (documentation 6.3). */
const quotaPerDollar = 500_000;
/** Yuan to the dollar, as the documentation's example (¥0.18 = 12 329 quota) is reckoned. */
const yuanPerDollar = 7.3;

/** Fen in the gateway's quota: 18 → 12329. */
export const quotaOf = (fen: number): number =>
  Math.round((fen / 100 / yuanPerDollar) * quotaPerDollar);

/** The line the gateway writes in its own billing log for one image (documentation 6.3). */
export function billingLine(model: string, fen: number) {
  const price = formatFen(fen);
  const quota = quotaOf(fen);
  return {
    content: `Image generation: 1 image × ${price} = ${price}`,
    modelName: model,
    quota,
    quotaDollar: (quota / quotaPerDollar).toFixed(6),
  };
}
