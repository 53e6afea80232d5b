import { useEffect, useState } from "react";

const signs = ["pointermove", "pointerdown", "keydown", "focusin", "scroll"] as const;
/** A reader who neither points nor types, such as one with a screen reader, does not wait longer. */
const longestWaitMs = 4000;

/** False until someone stirs: time enough then to fetch what is not needed at first sight. */
export function useStirred(): boolean {
  const [isStirred, setStirred] = useState(false);
  useEffect(() => {
    if (isStirred) return;
    const stir = () => setStirred(true);
    const timer = setTimeout(stir, longestWaitMs);
    for (const sign of signs) addEventListener(sign, stir, { capture: true, passive: true });
    return () => {
      clearTimeout(timer);
      for (const sign of signs) removeEventListener(sign, stir, { capture: true });
    };
  }, [isStirred]);
  return isStirred;
}
