import { useEffect, useRef, useState } from "react";

/**
 * Milliseconds since a moment of the server's clock, ticking each second while `isHeard` and standing
 * still otherwise. `serverNow` is the server's time when the board was read; the browser's clock is
 * only used for what has passed since.
 */
export function useElapsed(since: number | null, serverNow: number, isHeard: boolean): number {
  const read = useRef({ serverNow, at: 0 });
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    read.current = { serverNow, at: performance.now() };
    setNow(serverNow);
  }, [serverNow]);
  useEffect(() => {
    if (!isHeard) return;
    const tick = () => setNow(read.current.serverNow + performance.now() - read.current.at);
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [isHeard]);
  return since === null ? 0 : Math.max(0, now - since);
}
