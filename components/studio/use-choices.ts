import { useCallback } from "react";
import { useWatch } from "react-hook-form";
import { usePosterForm } from "./poster-form";

type Listed = "ratios" | "keepOut.presets" | "scene.styles" | "scene.lights" | "scene.qualities";

/** A list of choices in the form, and a way to turn one on or off. */
export function useChoices<Id extends string>(name: Listed): [Id[], (id: Id) => void] {
  const { control, getValues, setValue } = usePosterForm();
  const chosen = useWatch({ control, name }) as unknown as Id[];
  const toggle = useCallback(
    (id: Id) => {
      const before = getValues(name) as unknown as Id[];
      const after = before.includes(id) ? before.filter((other) => other !== id) : [...before, id];
      setValue(name, after as never, { shouldDirty: true, shouldValidate: false });
    },
    [getValues, name, setValue],
  );
  return [chosen, toggle];
}
