import { useEffect, useState } from "react";

type Tones = typeof import("@/lib/poster/tones");

const signsOfAHand = ["pointermove", "pointerdown", "keydown"] as const;

/**
 * The dictionary of readings, null should it not come. It is larger than the page, so a page that
 * opens with a couplet fetches it at the first sign of a hand and not before.
 */
export function useTones(): Tones["readingsOf"] | null | undefined {
  const [readingsOf, setReadingsOf] = useState<Tones["readingsOf"] | null>();
  useEffect(() => {
    const hand = new AbortController();
    const fetchTones = () => {
      hand.abort();
      import("@/lib/poster/tones").then(
        (tones) => setReadingsOf(() => tones.readingsOf),
        () => setReadingsOf(null),
      );
    };
    if (navigator.userActivation?.hasBeenActive) fetchTones();
    else for (const sign of signsOfAHand) addEventListener(sign, fetchTones, hand);
    return () => hand.abort();
  }, []);
  return readingsOf;
}
