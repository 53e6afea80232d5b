import type { Messages } from "./messages";
import { couplet } from "./zh/couplet";
import { editor } from "./zh/editor";
import { findings } from "./zh/findings";
import { found } from "./zh/found";
import { frame } from "./zh/frame";
import { mend } from "./zh/mend";
import { order } from "./zh/order";
import { prompt } from "./zh/prompt";
import { proof } from "./zh/proof";
import { rates } from "./zh/rates";
import { sheet } from "./zh/sheet";
import { spend } from "./zh/spend";
import { template } from "./zh/template";
import { trouble } from "./zh/trouble";

/** Simplified Chinese. A missing or extra key does not compile. */
export const zh: Messages = {
  ...frame,
  ...editor,
  ...order,
  ...prompt,
  ...proof,
  ...rates,
  ...findings,
  ...sheet,
  ...template,
  ...couplet,
  ...spend,
  ...mend,
  ...found,
  ...trouble,
};
