import { couplet } from "./en/couplet";
import { editor } from "./en/editor";
import { findings } from "./en/findings";
import { found } from "./en/found";
import { frame } from "./en/frame";
import { mend } from "./en/mend";
import { order } from "./en/order";
import { prompt } from "./en/prompt";
import { proof } from "./en/proof";
import { rates } from "./en/rates";
import { sheet } from "./en/sheet";
import { spend } from "./en/spend";
import { template } from "./en/template";
import { trouble } from "./en/trouble";

/** English, and the shape every other language must have. ICU message syntax. */
export const en = {
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
} as const;
