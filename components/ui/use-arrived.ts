import { useEffect, useState } from "react";

/**
 * What `load` brings, fetched once it is wanted; undefined until it is there. A fetch that failed is
 * tried again whenever `again` changes. Give the same `load` each time.
 */
export function useArrived<Thing>(
  load: () => Promise<Thing>,
  isWanted: boolean,
  again?: unknown,
): Thing | undefined {
  const [arrived, setArrived] = useState<{ thing: Thing }>();
  const isMissing = isWanted && !arrived;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of `again` is the second chance
  useEffect(() => {
    if (!isMissing) return;
    let isGone = false;
    load().then(
      (thing) => {
        if (!isGone) setArrived({ thing });
      },
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, [load, isMissing, again]);
  return arrived?.thing;
}
