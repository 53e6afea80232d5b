import { useRouter } from "next/navigation";
import { useCallback } from "react";
import { connection } from "./connection";

/**
 * Has the page drawn anew by the server; false while that is not heard. Asked all the same, the router
 * would leave the page, and what is on it, for the browser's own page of errors.
 */
export function useRefresh(): () => boolean {
  const router = useRouter();
  return useCallback(() => {
    const isHeard = connection.get() === "good";
    if (isHeard) router.refresh();
    return isHeard;
  }, [router]);
}
