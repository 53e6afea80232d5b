import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useRef, useState } from "react";
import type { FieldErrors } from "react-hook-form";
import { enqueueOrder } from "@/lib/job/actions";
import { boardQuery } from "@/lib/job/queries";
import type { PainterId } from "@/lib/job/schema";
import type { Poster } from "@/lib/poster/schema";
import type { ErrorCode } from "@/lib/result";
import type { PosterForm } from "./poster-form";

/** What became of the last press. */
export type MakeState =
  | { is: "idle" }
  | { is: "sending"; painter: PainterId }
  | { is: "sent"; at: number }
  | { is: "refused"; code: ErrorCode | "offline" };

/**
 * Orders the poster. One press is one request id; it is kept until the server has answered, so
 * that pressing again after a lost answer finds the same order.
 */
export function useMake(
  form: PosterForm,
  onInvalid: (errors: FieldErrors<Poster>) => void,
): [MakeState, (painter: PainterId) => void] {
  const client = useQueryClient();
  const [state, setState] = useState<MakeState>({ is: "idle" });
  const unanswered = useRef<{ requestId: string; for: string } | null>(null);

  const send = useCallback(
    async (painter: PainterId, poster: Poster) => {
      const wanted = JSON.stringify({ painter, poster });
      setState({ is: "sending", painter });
      try {
        const { v7 } = await import("uuid");
        const requestId = unanswered.current?.for === wanted ? unanswered.current.requestId : v7();
        unanswered.current = { requestId, for: wanted };
        const result = await enqueueOrder({ requestId, painter, poster });
        unanswered.current = null;
        setState(result.ok ? { is: "sent", at: Date.now() } : { is: "refused", code: result.code });
      } catch {
        setState({ is: "refused", code: "offline" });
      }
      void client.invalidateQueries(boardQuery);
    },
    [client],
  );

  const make = useCallback(
    (painter: PainterId) => {
      void form.handleSubmit(
        (poster) => send(painter, poster),
        (errors) => {
          setState({ is: "idle" });
          onInvalid(errors);
        },
      )();
    },
    [form, onInvalid, send],
  );
  return [state, make];
}
