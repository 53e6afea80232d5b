import { type ClipboardEvent, type ComponentType, type ReactNode, useState } from "react";
import { usePosterForm } from "@/components/studio/poster-form";
import type { PasteOfferProps } from "./paste-offer";

type Shown = PasteOfferProps & { Offer: ComponentType<PasteOfferProps> };

interface Paste {
  onPaste: (event: ClipboardEvent<HTMLTextAreaElement>) => void;
  /** What can be made of the paste, to be shown beside the text; nothing most of the time. */
  offer: ReactNode;
}

/** Watches what is pasted into a block. The text lands as always; an offer may follow. */
export function usePaste(index: number): Paste {
  const { getValues } = usePosterForm();
  const [shown, setShown] = useState<Shown | null>(null);

  const onPaste = async (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const pasted = event.clipboardData.getData("text/plain");
    const { value, selectionStart, selectionEnd } = event.currentTarget;
    const rest = value.slice(0, selectionStart) + value.slice(selectionEnd);
    const blockId = getValues(`blocks.${index}.id`);
    const place = { blockId, rest };
    setShown(null);
    const [{ PasteOffer }] = await Promise.all([
      import("./paste-offer"),
      // A module already here would answer before the browser has put the text in.
      new Promise((resolve) => setTimeout(resolve)),
    ]);
    const landed = getValues("blocks").find(({ id }) => id === blockId)?.text;
    if (landed === undefined) return;
    setShown({ Offer: PasteOffer, pasted, place, landed, onDone: () => setShown(null) });
  };
  const { Offer, ...props } = shown ?? {};
  return {
    // A paste is complete without an offer, should its code not arrive.
    onPaste: (event) => void onPaste(event).catch(() => setShown(null)),
    offer: Offer && <Offer {...(props as PasteOfferProps)} />,
  };
}
