import { useTranslations } from "use-intl";
import { usePosterForm } from "./poster-form";
import { createPosterHistory, type PosterHistory } from "./poster-history";
import { useStudioState } from "./studio-state";

/** The history of the studio's poster, begun when first asked for. */
export function useHistory(): PosterHistory {
  const form = usePosterForm();
  const studio = useStudioState();
  studio.history ??= createPosterHistory(form, studio.now, studio.base);
  return studio.history;
}

/** Takes a step back or forth, and says so. */
export function useStep(): (way: "undo" | "redo") => void {
  const t = useTranslations("sheet");
  const { said } = useStudioState();
  const history = useHistory();
  return (way) => {
    const isDone = history.step(way);
    said.set("");
    said.set(t(isDone ? `${way}Done` : `${way}None`));
  };
}
