import { useEffect, useState } from "react";

type Tones = typeof import("@/lib/poster/tones");

/** The dictionary of readings, fetched when a couplet is first shown; null when it does not come. */
export function useTones(): Tones["readingsOf"] | null | undefined {
  const [readingsOf, setReadingsOf] = useState<Tones["readingsOf"] | null>();
  useEffect(() => {
    let isGone = false;
    import("@/lib/poster/tones").then(
      (tones) => !isGone && setReadingsOf(() => tones.readingsOf),
      () => !isGone && setReadingsOf(null),
    );
    return () => {
      isGone = true;
    };
  }, []);
  return readingsOf;
}
