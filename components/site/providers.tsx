"use client";

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";
import { IntlProvider, type Messages } from "use-intl";
import { growFields } from "@/components/ui/grow-fields";
import { Toasts } from "@/components/ui/toasts";
import { whenIdle } from "@/components/ui/when-idle";
import { boardQuery } from "@/lib/job/queries";
import type { Board } from "@/lib/job/schema";
import { setCookie } from "./set-cookie";

interface ProvidersProps {
  tag: "zh-CN" | "en";
  timeZone: string;
  messages: Messages;
  closeLabel: string;
  /** The board as it stood when the page was made, so that nothing flickers in. */
  board: Board;
  children: ReactNode;
}

function clientWith(board: Board): QueryClient {
  const client = new QueryClient();
  client.setQueryData(boardQuery.queryKey, board);
  return client;
}

/** What every client component may ask for: messages, queries, toasts. */
export function Providers(props: ProvidersProps) {
  const { tag, timeZone, messages, closeLabel, board, children } = props;
  const [client] = useState(() => clientWith(board));
  useEffect(growFields, []);
  useEffect(() => {
    // The server counts "today" by the reader's clock from the next request on.
    whenIdle(() => {
      const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
      if (here !== timeZone) setCookie("tz", here);
    });
  }, [timeZone]);
  return (
    <QueryClientProvider client={client}>
      <IntlProvider locale={tag} messages={messages} timeZone={timeZone}>
        <Toasts closeLabel={closeLabel}>{children}</Toasts>
      </IntlProvider>
    </QueryClientProvider>
  );
}
