import { ScanEye, TriangleAlert } from "lucide-react";
import { useTranslations } from "use-intl";
import { useMend } from "@/components/studio/findings";
import type { Finding, Mend } from "@/lib/poster/lint/finding";

/** A list of notes, each with a press that puts it right where one can. */
export function NoteList({ findings }: { findings: Finding[] }) {
  const t = useTranslations("findings");
  return (
    <ul aria-label={t("label")} className="mt-1 flex flex-col gap-1">
      {findings.map((finding) => (
        <Note key={`${finding.rule} ${Object.values(finding.says).join(" ")}`} finding={finding} />
      ))}
    </ul>
  );
}

function Note({ finding: { rule, level, says, mend } }: { finding: Finding }) {
  const t = useTranslations();
  const isWarning = level === "warn";
  const Icon = isWarning ? TriangleAlert : ScanEye;
  // Codes become the words of the page; every other value is the user's own text.
  const named = {
    ...says,
    role: says.role ? t(`roles.${says.role}` as "roles.title") : "",
    place: says.place ? t(`places.${says.place}` as "places.top") : "",
  };
  return (
    <li
      className={
        isWarning
          ? "flex items-start gap-2 rounded-lg bg-warn-soft px-2.5 py-1.5 text-[13px] text-warn leading-snug"
          : "flex items-start gap-2 px-2.5 text-mute text-xs"
      }
    >
      <Icon aria-hidden className="mt-0.5 size-3.5 shrink-0" />
      <span className="wrap-anywhere min-w-0">
        {t(`findings.${rule}` as "findings.checkThese", named as never)}
        {mend && " "}
        {mend && <MendButton mend={mend} />}
      </span>
    </li>
  );
}

function MendButton({ mend }: { mend: Mend }) {
  const t = useTranslations();
  const put = useMend();
  const place = mend.kind === "movePlace" ? t(`places.${mend.place}`) : "";
  const term = mend.kind === "dropTerm" ? mend.term : "";
  return (
    <button
      type="button"
      className="inline min-h-6 font-semibold underline underline-offset-4 hover:no-underline"
      onClick={() => put(mend)}
    >
      {t(`mends.${mend.kind}` as "mends.movePlace", { place, term } as never)}
    </button>
  );
}
