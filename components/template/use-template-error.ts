import { useTranslations } from "use-intl";
import type { FileProblem } from "@/lib/template/file";
import { maxFileBytes, maxNameCharacters, maxTemplates } from "@/lib/template/limits";
import type { NameProblem } from "@/lib/template/name";
import type { NotDone } from "@/lib/unheard";

const megabyte = 1_000_000;

/** The sentences for what can go wrong with templates. */
export function useTemplateError() {
  const t = useTranslations();
  const ofCode = (code: NotDone["code"]): string => {
    if (code === "notFound") return t("templates.gone");
    return code === "invalidInput" ? t("templates.unreadable") : t(`errors.${code}`);
  };
  const ofName = (problem: NameProblem): string =>
    problem === "tooLong"
      ? t("templateName.tooLong", { limit: `${maxNameCharacters}` })
      : t(`templateName.${problem}`);
  const ofFile = (problem: FileProblem): string => {
    switch (problem.is) {
      case "tooLarge":
        return t("templateFile.tooLarge", { limit: `${maxFileBytes / megabyte}` });
      case "tooMany":
        return t("templateFile.tooMany", { limit: `${maxTemplates}` });
      case "broken":
        return t("templateFile.broken", { line: `${problem.line}`, column: `${problem.column}` });
      case "damaged":
        return t("templateFile.damaged", {
          path: problem.path,
          reason: t(`templateDamage.${problem.reason}`),
        });
      default:
        return t(`templateFile.${problem.is}`);
    }
  };
  return { ofCode, ofName, ofFile };
}
