import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useRef, useState } from "react";
import type { FieldErrors } from "react-hook-form";
import { enqueueOrder } from "@/lib/job/actions";
import { boardQuery } from "@/lib/job/queries";
import type { CacheOffer, PainterId, Reuse } from "@/lib/job/schema";
import type { Poster } from "@/lib/poster/schema";
import type { ErrorCode } from "@/lib/result";
import type { PosterForm } from "./poster-form";

/** What became of the last press. */
export type MakeState =
  | { is: "idle" }
  | { is: "sending"; painter: PainterId }
  | { is: "sent"; at: number }
  /** The very pictures are there already: somebody must choose. */
  | { is: "offered"; offer: CacheOffer; choose: (reuse: "take" | "never") => void }
  | { is: "refused"; code: ErrorCode | "offline" };

/**
 * Orders the poster. One press is one request id; it is kept until the server has answered, so
 * that pressing again after a lost answer finds the same order.
 */
export function useMake(
  form: PosterForm,
  onInvalid: (errors: FieldErrors<Poster>) => void,
): { state: MakeState; make: (painter: PainterId) => void; forget: () => void } {
  const client = useQueryClient();
  const [state, setState] = useState<MakeState>({ is: "idle" });
  const unanswered = useRef<{ requestId: string; for: string } | null>(null);
  /** The order that is to be painted anew, however often it was made before. */
  const wantedAnew = useRef("");

  const send = useCallback(
    async (painter: PainterId, poster: Poster, chosen?: Reuse) => {
      const wanted = JSON.stringify({ painter, poster });
      if (chosen === "never") wantedAnew.current = wanted;
      const reuse = chosen ?? (wantedAnew.current === wanted ? "never" : "ask");
      setState({ is: "sending", painter });
      try {
        const { v7 } = await import("uuid");
        const requestId = unanswered.current?.for === wanted ? unanswered.current.requestId : v7();
        unanswered.current = { requestId, for: wanted };
        const result = await enqueueOrder({ requestId, reuse, painter, poster });
        unanswered.current = null;
        if (!result.ok) setState({ is: "refused", code: result.code });
        else if (result.value.is === "ordered") setState({ is: "sent", at: Date.now() });
        else {
          const choose = (reuse: "take" | "never") => void send(painter, poster, reuse);
          setState({ is: "offered", offer: result.value.offer, choose });
        }
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
  const forget = useCallback(() => setState({ is: "idle" }), []);
  return { state, make, forget };
}
