import { useEffect, useRef, useState } from "react";
import { connection } from "@/components/site/connection";
import { useStore } from "@/components/ui/store";

/**
 * Milliseconds since a moment of the server's clock, ticking each second and standing still while the
 * server is not heard, for nobody knows then how long it goes on. `serverNow` is the server's time when the board was read; the browser's clock is
 * only used for what has passed since.
 */
export function useElapsed(since: number | null, serverNow: number): number {
  const isHeard = useStore(connection, (now) => now === "good");
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
