import { usePosterForm } from "@/components/studio/poster-form";

type TextField = "scene.subject" | "scene.style" | "scene.light" | "keepOut.own" | BlockText;
type BlockText = `blocks.${number}.text`;

/** Props of a text field of the form; its text stands in the page before any script has run. */
export function useField(name: TextField) {
  const { register, getValues } = usePosterForm();
  return { ...register(name), defaultValue: getValues(name) };
}
