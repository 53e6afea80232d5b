import type { Lettering } from "@/lib/poster/schema";
import { type ByWeight, kai, ownFamily, serif } from "./own-family";

function list(own: string | ByWeight, system: string): ByWeight {
  const at = (weight: 400 | 700) => {
    const first = typeof own === "string" ? own : own[weight];
    return [...new Set([first, serif, kai[weight], system])].join(", ");
  };
  return { 400: at(400), 700: at(700) };
}

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
