import type { Lettering } from "@/lib/poster/schema";

export type ByWeight = Record<400 | 700, string>;

export const serif = "'Noto Serif SC Variable'";
const dash = "'Han Dash'";

// This face's bold is a family of its own.
export const kai: ByWeight = { 400: "'LXGW WenKai'", 700: "'LXGW WenKai Medium'" };

/** The web fonts a lettering is set in, before any that stand in for it; one weight tells for both. */
export const ownFamily: Record<Lettering, string> = {
  regular: kai[400],
  serif: `${dash}, ${serif}`,
  sans: `${dash}, 'Noto Sans SC Variable'`,
  running: `${dash}, 'Zhi Mang Xing'`,
  clerical: `${dash}, 'ZCOOL XiaoWei Repair', 'ZCOOL XiaoWei'`,
  brush: `${dash}, 'Ma Shan Zheng'`,
  handwriting: `${dash}, 'Long Cang'`,
};
