import type { Lettering } from "@/lib/poster/schema";

type ByWeight = Record<400 | 700, string>;

const serif = "'Noto Serif SC Variable'";
const dash = "'Han Dash'";

// This face's bold is a family of its own.
const kai: ByWeight = { 400: "'LXGW WenKai'", 700: "'LXGW WenKai Medium'" };

function list(own: string | ByWeight, system: string): ByWeight {
  const at = (weight: 400 | 700) => {
    const first = typeof own === "string" ? own : own[weight];
    return [...new Set([first, serif, kai[weight], system])].join(", ");
  };
  return { 400: at(400), 700: at(700) };
}

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

/**
 * CSS font-family list of each lettering and weight: its web font, the web fonts the server falls
 * back to in the same order, then system faces for the time before those arrive.
 */
export const letteringFamily: Record<Lettering, ByWeight> = {
  regular: list(kai, "'Kaiti SC', STKaiti, KaiTi, 'AR PL UKai CN', serif"),
  serif: list(ownFamily.serif, "'Songti SC', STSong, 'Source Han Serif SC', SimSun, serif"),
  sans: list(ownFamily.sans, "'PingFang SC', 'Microsoft YaHei', sans-serif"),
  running: list(ownFamily.running, "'Xingkai SC', STXingkai, 'Kaiti SC', KaiTi, cursive"),
  clerical: list(ownFamily.clerical, "'Baoli SC', STLiti, LiSu, 'Songti SC', SimSun, serif"),
  brush: list(ownFamily.brush, "'Xingkai SC', STXingkai, 'Kaiti SC', KaiTi, cursive"),
  handwriting: list(ownFamily.handwriting, "'Hannotate SC', STXingkai, 'Kaiti SC', KaiTi, cursive"),
};
