import { editor } from "./en/editor";
import { frame } from "./en/frame";
import { order } from "./en/order";
import { template } from "./en/template";

/** English, and the shape every other language must have. ICU message syntax. */
export const en = { ...frame, ...editor, ...order, ...template } as const;
