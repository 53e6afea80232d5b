"use client";

import { useId, useState } from "react";
import { useForm } from "react-hook-form";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { lateResolver } from "@/components/ui/late-resolver";
import { Notice } from "@/components/ui/notice";
import { renamePerson } from "@/lib/person/actions";
import type { NameForm } from "@/lib/person/schema";
import type { NotDone } from "@/lib/unheard";
import { useMoneyAction } from "./use-money-action";

const resolver = lateResolver<NameForm, NameForm>(
  async () => (await import("./person-resolver")).personResolver,
);

/** Names this browser, for the sums by person. */
export function PersonForm({ name }: NameForm) {
  const t = useTranslations();
  const run = useMoneyAction();
  const id = useId();
  const [outcome, setOutcome] = useState<NotDone | { saved: string }>();
  const { register, handleSubmit, reset, formState } = useForm<NameForm>({
    defaultValues: { name },
    resolver,
  });
  const { errors, isSubmitting, isDirty } = formState;
  const save = async (wanted: NameForm) => {
    setOutcome(undefined);
    const refusal = await run(() => renamePerson(wanted));
    setOutcome(refusal ?? { saved: wanted.name });
    if (!refusal) reset(wanted);
  };
  const problem = () => {
    if (errors.name?.message === "unprintable") return t("errors.unprintable");
    if (errors.name) return t("errors.tooLong");
    return outcome && "code" in outcome ? t(`errors.${outcome.code}`) : undefined;
  };
  const saved = () => {
    if (!outcome || "code" in outcome || isDirty) return undefined;
    return outcome.saved === ""
      ? t("person.savedNone")
      : t("person.saved", { name: outcome.saved });
  };
  return (
    <form
      noValidate
      aria-labelledby="this-browser"
      onSubmit={(event) => void handleSubmit(save)(event)}
      className="flex flex-col gap-3"
    >
      <h2 id="this-browser" className="heading">
        {t("person.heading")}
      </h2>
      <div>
        <div className="flex items-center gap-2.5">
          <label htmlFor={id} className="sr-only">
            {t("person.name")}
          </label>
          <input
            id={id}
            autoComplete="off"
            placeholder={t("person.placeholder")}
            aria-invalid={errors.name !== undefined}
            aria-describedby={`${id}-note ${id}-problem`}
            className="h-11 min-w-0 flex-1 rounded-lg border border-line bg-raised px-3 text-base placeholder:text-mute hover:border-edge aria-invalid:border-seal"
            {...register("name")}
          />
          <Button type="submit" className="min-h-11 whitespace-nowrap px-4" disabled={isSubmitting}>
            {t(isSubmitting ? "person.saving" : "person.save")}
          </Button>
        </div>
        <p id={`${id}-note`} className="mt-1.5 text-mute text-xs">
          {t("person.advice")}
        </p>
      </div>
      <div role="status">{saved() && <Notice tone="quiet">{saved()}</Notice>}</div>
      {problem() && (
        <Notice tone="bad" role="alert" id={`${id}-problem`}>
          {problem()}
        </Notice>
      )}
    </form>
  );
}
