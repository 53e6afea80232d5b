import { couplet } from "./en/couplet";
import { editor } from "./en/editor";
import { frame } from "./en/frame";
import { order } from "./en/order";

/** English, and the shape every other language must have. ICU message syntax. */
export const en = { ...frame, ...editor, ...order, ...couplet } as const;
