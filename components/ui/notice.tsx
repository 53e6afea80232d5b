import { clsx } from "clsx";
import type { ComponentProps } from "react";

interface NoticeProps extends ComponentProps<"p"> {
  tone: "bad" | "warn" | "quiet";
}

const tones: Record<NoticeProps["tone"], string> = {
  bad: "bg-seal-soft text-seal-ink",
  warn: "bg-warn-soft text-warn",
  quiet: "text-mute",
};

/** A sentence beside what it concerns. */
export function Notice({ tone, className, ...props }: NoticeProps) {
  const padding = tone === "quiet" ? "" : "rounded-lg px-3 py-2";
  return (
    <p className={clsx("text-[13px] leading-snug", padding, tones[tone], className)} {...props} />
  );
}
