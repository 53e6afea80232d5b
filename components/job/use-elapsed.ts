import { useEffect, useRef, useState } from "react";

/**
 * Milliseconds since a moment of the server's clock, ticking each second. `serverNow` is the
 * server's time when the board was read; the browser's clock is only used for what has passed since.
 */
export function useElapsed(since: number | null, serverNow: number): number {
  const read = useRef({ serverNow, at: 0 });
  const [, tick] = useState(0);
  useEffect(() => {
    read.current = { serverNow, at: performance.now() };
  }, [serverNow]);
  useEffect(() => {
    if (since === null) return;
    const timer = setInterval(() => tick((count) => count + 1), 1000);
    return () => clearInterval(timer);
  }, [since]);
  if (since === null) return 0;
  const passed = read.current.at === 0 ? 0 : performance.now() - read.current.at;
  return Math.max(0, read.current.serverNow + passed - since);
}
