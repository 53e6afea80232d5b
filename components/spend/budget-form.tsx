"use client";

import { useState } from "react";
import { useForm } from "react-hook-form";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { lateResolver } from "@/components/ui/late-resolver";
import { Notice } from "@/components/ui/notice";
import { saveBudget } from "@/lib/ledger/actions";
import type { Budget, Left } from "@/lib/ledger/schema";
import { type TypedBudget, typedBudget } from "@/lib/ledger/yuan";
import type { NotDone } from "@/lib/unheard";
import { AmountField } from "./amount-field";
import { useMoneyAction } from "./use-money-action";

const limits = ["dayFen", "monthFen", "orderFen"] as const;

const resolver = lateResolver<TypedBudget, Budget>(
  async () => (await import("./budget-resolver")).budgetResolver,
);

interface BudgetFormProps {
  budget: Budget;
  left: Left;
}

/** The most that may be spent; what is wrong with an amount stands at its field. */
export function BudgetForm({ budget, left }: BudgetFormProps) {
  const t = useTranslations();
  const run = useMoneyAction();
  const [outcome, setOutcome] = useState<NotDone | "saved">();
  const { register, handleSubmit, reset, formState } = useForm<TypedBudget, unknown, Budget>({
    // Not `values`: what somebody types while the page is drawn anew must stay.
    defaultValues: typedBudget(budget),
    resolver,
  });
  const { errors, isSubmitting, isDirty } = formState;
  const save = async (wanted: Budget) => {
    setOutcome(undefined);
    const refusal = await run(() => saveBudget(wanted));
    setOutcome(refusal ?? "saved");
    if (!refusal) reset(typedBudget(wanted));
  };
  const isLimited = limits.some((limit) => budget[limit] !== null);
  return (
    <form
      noValidate
      aria-labelledby="budgets"
      onSubmit={(event) => void handleSubmit(save)(event)}
      className="flex flex-col gap-4"
    >
      <div>
        <h2 id="budgets" className="heading">
          {t("budget.heading")}
        </h2>
        <p className="mt-1 text-[13px] text-mute">{t("budget.advice")}</p>
      </div>
      {limits.map((limit) => (
        <AmountField
          key={limit}
          label={t(`budget.${limit}`)}
          field={register(limit)}
          problem={errors[limit] && t("errors.amount")}
          limitFen={budget[limit]}
          leftFen={limit === "orderFen" ? null : left[limit]}
        />
      ))}
      {isLimited && (
        <p className="text-mute text-xs">{t("budget.zone", { zone: budget.timeZone })}</p>
      )}
      <div className="flex flex-col gap-2.5">
        <Button type="submit" className="min-h-11 self-start px-4" disabled={isSubmitting}>
          {t(isSubmitting ? "budget.saving" : "budget.save")}
        </Button>
        <div role="status">
          {outcome === "saved" && !isDirty && <Notice tone="quiet">{t("budget.saved")}</Notice>}
        </div>
        {outcome && outcome !== "saved" && (
          <Notice tone="bad" role="alert">
            {t(`errors.${outcome.code}`)}
          </Notice>
        )}
      </div>
    </form>
  );
}
