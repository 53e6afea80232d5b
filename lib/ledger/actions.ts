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

const correctionSchema = z.object({ jobId: z.uuid(), wasCharged: z.boolean() });

/** Says what the bill says of a job that may have been charged. */
export const correctCharge = action(correctionSchema, async ({ jobId, wasCharged }) => {
  return (await store.correctCharge(jobId, wasCharged, Date.now())) ? ok(null) : fail("notFound");
});
