import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useRef, useState } from "react";
import type { FieldErrors } from "react-hook-form";
import { askServer, refusalOf } from "@/components/site/ask-server";
import { enqueueOrder } from "@/lib/job/actions";
import { boardQuery } from "@/lib/job/queries";
import type { CacheOffer, PainterId, Reuse } from "@/lib/job/schema";
import type { Poster } from "@/lib/poster/schema";
import { isResult, type NotDone } from "@/lib/unheard";
import type { PosterForm } from "./poster-form";

/** What became of the last press. */
export type MakeState =
  | { is: "idle" }
  | { is: "sending"; painter: PainterId }
  | { is: "sent"; at: number }
  /** The very pictures are there already: somebody must choose. */
  | { is: "offered"; offer: CacheOffer; choose: (reuse: "take" | "never") => void }
  | { is: "refused"; why: NotDone };

interface MakeEvents {
  /** The poster cannot be ordered as it is. */
  onInvalid: (errors: FieldErrors<Poster>) => void;
  onOrdered: () => void;
}

/**
 * Orders the poster as it stands at the press. One press is one request id; it is kept until the
 * server has answered, so that pressing again after a lost answer finds the same order. `priceFen` is
 * what the page says an image costs: an order that would cost more is refused.
 */
export function useMake(
  form: PosterForm,
  priceFen: number,
  { onInvalid, onOrdered }: MakeEvents,
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
      const maxFen = painter === "draft" ? 0 : poster.ratios.length * poster.count * priceFen;
      setState({ is: "sending", painter });
      const result = await askServer(async () => {
        const { v7 } = await import("uuid");
        const requestId = unanswered.current?.for === wanted ? unanswered.current.requestId : v7();
        unanswered.current = { requestId, for: wanted };
        const answer = await enqueueOrder({ requestId, reuse, painter, poster, maxFen });
        // What cannot be read may be an order all the same: pressing again must find it.
        if (isResult(answer)) unanswered.current = null;
        return answer;
      });
      if (!result.ok) setState({ is: "refused", why: result });
      else if (result.value.is === "ordered") {
        setState({ is: "sent", at: Date.now() });
        onOrdered();
      } else {
        const choose = (reuse: "take" | "never") => void send(painter, poster, reuse);
        setState({ is: "offered", offer: result.value.offer, choose });
      }
      void client.invalidateQueries(boardQuery);
    },
    [client, priceFen, onOrdered],
  );

  const make = useCallback(
    (painter: PainterId) => {
      // At once, so that a second press finds the button at rest while the check is on its way.
      setState({ is: "sending", painter });
      const submit = form.handleSubmit(
        (poster) => send(painter, poster),
        (errors) => {
          setState({ is: "idle" });
          onInvalid(errors);
        },
      );
      void submit().catch(async (error: unknown) => {
        setState({ is: "refused", why: await refusalOf(error) });
      });
    },
    [form, onInvalid, send],
  );
  const forget = useCallback(() => setState({ is: "idle" }), []);
  return { state, make, forget };
}
