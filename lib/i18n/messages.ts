import type { en } from "./en";

type Worded<Shape> = {
  [Key in keyof Shape]: Shape[Key] extends string ? string : Worded<Shape[Key]>;
};

/** The shape of a language: every key of English, any words. */
export type Messages = Worded<typeof en>;
