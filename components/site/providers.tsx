"use client";

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";
import { IntlProvider, type Messages } from "use-intl";
import { Toasts } from "@/components/ui/toasts";
import { setCookie } from "./set-cookie";

interface ProvidersProps {
  tag: "zh-CN" | "en";
  timeZone: string;
  messages: Messages;
  closeLabel: string;
  children: ReactNode;
}

/** What every client component may ask for: messages, queries, toasts. */
export function Providers({ tag, timeZone, messages, closeLabel, children }: ProvidersProps) {
  const [client] = useState(() => new QueryClient());
  useEffect(() => {
    // The server counts "today" by the reader's clock from the next request on.
    const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (here !== timeZone) setCookie("tz", here);
  }, [timeZone]);
  return (
    <QueryClientProvider client={client}>
      <IntlProvider locale={tag} messages={messages} timeZone={timeZone}>
        <Toasts closeLabel={closeLabel}>{children}</Toasts>
      </IntlProvider>
    </QueryClientProvider>
  );
}
