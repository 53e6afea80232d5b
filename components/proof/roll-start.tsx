import { useState } from "react";
import { useTranslations } from "use-intl";
import { useBoardIntent } from "@/components/job/use-board-intent";
import { AmountField } from "@/components/spend/amount-field";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Stepper } from "@/components/ui/stepper";
import { rollUntilExact } from "@/lib/job/actions";
import { limitsOf, mostPictures } from "@/lib/job/roll";
import { fenFrom } from "@/lib/ledger/yuan";
import { maxImages } from "@/lib/poster/choices";
import { formatFen } from "@/lib/poster/cost";
import { expectedPictures, type Rate, rateOf, successAt } from "@/lib/proof/chance";
import { useProof } from "./proof-context";

const usualMore = 3;

interface RollStartProps {
  priceFen: number;
  rate: Rate;
}

/** Both limits of a roll, what to expect within the tighter one, and the button. */
export function RollStart({ priceFen, rate }: RollStartProps) {
  const t = useTranslations();
  const { picture } = useProof();
  const run = useBoardIntent();
  const [count, setCount] = useState(usualMore);
  const [typed, setTyped] = useState("");
  const limitFen = fenFrom(typed);
  const isCount = count >= 1 && count <= maxImages;
  const limits = limitsOf(isCount ? count : 0, Number.isNaN(limitFen) ? null : limitFen, priceFen);
  const pictures = mostPictures(limits, priceFen);
  const cost = formatFen(pictures * priceFen);
  const problem = () => {
    if (Number.isNaN(limitFen)) return t("errors.amount");
    if (isCount && pictures === 0) return t("roll.tooLittle", { price: formatFen(priceFen) });
    return undefined;
  };
  const wrong = problem();
  const start = () => run(() => rollUntilExact({ imageId: picture.id, ...limits }));
  return (
    <>
      <div className="flex items-center gap-3">
        <span aria-hidden className="flex-1">
          {t("roll.more")}
        </span>
        <Stepper
          label={t("roll.more")}
          fewer={t("make.fewer")}
          more={t("make.more")}
          value={count}
          min={1}
          max={maxImages}
          onChange={setCount}
        />
      </div>
      {!isCount && (
        <Notice tone="bad" role="alert">
          {t("errors.count")}
        </Notice>
      )}
      <AmountField
        label={t("roll.orUpTo")}
        field={{ value: typed, onChange: ({ target }) => setTyped(target.value) }}
        problem={wrong}
        limitFen={null}
        leftFen={null}
      />
      {isCount && !wrong && (
        <div role="status" className="flex flex-col gap-1">
          {pictures < count && (
            <p>{t("roll.within", { limit: formatFen(limits.maxFen), pictures })}</p>
          )}
          <Chance priceFen={priceFen} rate={rate} pictures={pictures} />
        </div>
      )}
      <Button
        className="min-h-11 self-end tabular-nums"
        disabled={!isCount || wrong !== undefined}
        onClick={() => void start()}
      >
        {t("roll.start", { cost })}
      </Button>
    </>
  );
}

/** What to expect of at most so many pictures, as far as it is known here. */
function Chance({ priceFen, rate, pictures }: RollStartProps & { pictures: number }) {
  const t = useTranslations("roll");
  const p = rateOf(rate);
  if (p === undefined) {
    return <p className="text-mute">{t("noChance", { read: `${rate.read}` })}</p>;
  }
  const whole = (share: number) => `${Math.round(share * 100)}`;
  const expected = expectedPictures(pictures, p);
  return (
    <p>
      {t("chance", {
        percent: whole(p),
        count: pictures,
        success: whole(successAt(pictures, p)),
        pictures: expected.toFixed(1),
        cost: formatFen(Math.round(expected * priceFen)),
      })}
    </p>
  );
}
