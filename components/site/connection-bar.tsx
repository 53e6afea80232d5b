"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { RefreshCw, WifiOff } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { useStore } from "@/components/ui/store";
import { boardQuery } from "@/lib/job/queries";
import { explain } from "./ask-server";
import { type Connection, connection, noteHeard, noteUnheard } from "./connection";
import { reloadPage } from "./reload-page";

/** How long a server may be silent before it is said; it is asked every 2.5 s. Milliseconds. */
const silentMs = 4500;
/** One failure is a hiccup, two are news. */
const newsworthy = 2;

/** Over by itself, as soon as the server is heard again. */
const isAway = (state: Connection) => state === "offline" || state === "serverGone";

/** How the page stands with its server: said within 5 s, and gone as soon as all is well again. */
export function ConnectionBar() {
  const t = useTranslations();
  useWatch();
  const state = useStore(connection, (now): Connection => now);
  return (
    <div role="status" className="empty:hidden" data-bar={state === "good" ? undefined : state}>
      {state !== "good" && (
        <div className="flex min-h-11 items-center justify-center gap-3 bg-warn-soft px-3.5 py-1.5 text-[13px] text-warn leading-snug">
          {state === "newVersion" ? (
            <RefreshCw aria-hidden className="size-4 shrink-0" />
          ) : (
            <WifiOff aria-hidden className="size-4 shrink-0" />
          )}
          <p>{t(isAway(state) ? `connection.${state}` : `errors.${state}`)}</p>
          {state === "newVersion" && (
            <button
              type="button"
              className="min-h-8 shrink-0 rounded-md px-2 font-semibold underline underline-offset-4"
              onClick={reloadPage}
            >
              {t("connection.reload")}
            </button>
          )}
        </div>
      )}
    </div>
  );
}

/** Listens to how the board's requests fare, to silence, and to parts of the page that do not come. */
function useWatch(): void {
  const client = useQueryClient();
  const { dataUpdatedAt, failureCount, failureReason } = useQuery(boardQuery);
  const isVisible = useIsVisible();
  useEffect(() => {
    if (failureCount >= newsworthy) void explain(failureReason);
  }, [failureCount, failureReason]);
  useEffect(() => {
    if (dataUpdatedAt > 0) noteHeard();
  }, [dataUpdatedAt]);
  useEffect(() => {
    if (!isVisible || dataUpdatedAt === 0) return;
    const timer = setTimeout(
      () => noteUnheard(navigator.onLine ? "serverGone" : "offline"),
      silentMs,
    );
    return () => clearTimeout(timer);
  }, [dataUpdatedAt, isVisible]);
  useEffect(() => {
    // What is under way would wait for a network that is gone, or not notice that it is back.
    const askAnew = () => void client.refetchQueries(boardQuery, { cancelRefetch: true });
    const onRejection = ({ reason }: PromiseRejectionEvent) => {
      if (reason instanceof Error && reason.name === "ChunkLoadError") void explain(reason);
    };
    addEventListener("online", askAnew);
    addEventListener("offline", askAnew);
    addEventListener("unhandledrejection", onRejection);
    return () => {
      removeEventListener("online", askAnew);
      removeEventListener("offline", askAnew);
      removeEventListener("unhandledrejection", onRejection);
    };
  }, [client]);
}

/** A hidden page asks nothing, so its silence means nothing. */
function useIsVisible(): boolean {
  const [isVisible, setVisible] = useState(true);
  useEffect(() => {
    const look = () => setVisible(document.visibilityState === "visible");
    look();
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, []);
  return isVisible;
}
