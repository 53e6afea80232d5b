import { zodResolver } from "@hookform/resolvers/zod";
import * as z from "zod/mini";
import { budgetSchema } from "@/lib/ledger/schema";
import { budgetFrom, type TypedBudget } from "@/lib/ledger/yuan";

const here = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Reads what was typed as fen, then checks it by the schema the server checks by; loaded when first needed. */
export const budgetResolver = zodResolver(
  z.pipe(
    z.transform((typed: TypedBudget) => budgetFrom(typed, here())),
    budgetSchema,
  ),
);
