"use server";

import * as z from "zod/mini";
import { timeZoneFrom } from "@/lib/i18n/time-zone";
import { fail, ok } from "@/lib/result";
import { action } from "@/lib/server/action";
import { budgetSchema } from "./schema";
import * as store from "./store";

/** Sets the budgets for a day, a month and an order. */
export const saveBudget = action(budgetSchema, async (budget) => {
  await store.saveBudget({ ...budget, timeZone: timeZoneFrom(budget.timeZone) });
  return ok(null);
});

/** Open charges answered at once, at most. */
const mostAtOnce = 100;
const correctionSchema = z.object({
  jobIds: z.array(z.uuid()).check(z.minLength(1), z.maxLength(mostAtOnce)),
  wasCharged: z.boolean(),
});

/** Says what the bill says of jobs that may have been charged; gives the sum that was open, fen. */
export const correctCharges = action(correctionSchema, async ({ jobIds, wasCharged }) => {
  const fen = await store.correctCharges([...new Set(jobIds)], wasCharged, Date.now());
  return fen > 0 ? ok({ fen }) : fail("notFound");
});
