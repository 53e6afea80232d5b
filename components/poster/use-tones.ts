import { useEffect, useState } from "react";

type Tones = typeof import("@/lib/poster/couplet/tones");

const signsOfAHand = ["pointermove", "pointerdown", "keydown", "focusin"] as const;

/**
 * The dictionary of readings, null should it not come. It is nearly as large as the page, so a page
 * that opens with a couplet fetches it once its words are touched or a hand is near, not before.
 */
export function useTones(isTouched: boolean): Tones["readingsOf"] | null | undefined {
  const [readingsOf, setReadingsOf] = useState<Tones["readingsOf"] | null>();
  useEffect(() => {
    const hand = new AbortController();
    const fetchTones = () => {
      hand.abort();
      import("@/lib/poster/couplet/tones").then(
        (tones) => setReadingsOf(() => tones.readingsOf),
        () => setReadingsOf(null),
      );
    };
    if (isTouched) fetchTones();
    else for (const sign of signsOfAHand) addEventListener(sign, fetchTones, hand);
    return () => hand.abort();
  }, [isTouched]);
  return readingsOf;
}
