import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { usePoster, usePosterForm } from "@/components/studio/poster-form";
import { Chip } from "@/components/ui/chip";
import { useToast } from "@/components/ui/toasts";
import { countCharacters } from "@/lib/poster/characters";
import { maxBlocks } from "@/lib/poster/choices";
import {
  type PasteOffer as Offer,
  offersFor,
  type PastePlace,
  takeOffer,
} from "@/lib/poster/paste/paste";

export interface PasteOfferProps {
  pasted: string;
  place: PastePlace;
  /** The block's text once the paste had landed; the offers hold while it stays so. */
  landed: string;
  onDone: () => void;
}

/** A quiet bar under a text: what else could be made of the words just pasted. */
export function PasteOffer({ pasted, place, landed, onDone }: PasteOfferProps) {
  const t = useTranslations();
  const { getValues, setFocus } = usePosterForm();
  const { blocks } = usePoster();
  const [offers] = useState(() => offersFor(pasted, getValues("blocks"), place));
  const [isSaid, setSaid] = useState(false);
  // A live region tells what changes in it, not what it was born with.
  useEffect(() => setSaid(true), []);
  const take = useTake(place);
  const index = blocks.findIndex(({ id }) => id === place.blockId);
  if (offers.length === 0 || blocks[index]?.text !== landed) return null;
  const keep = () => {
    onDone();
    setFocus(`blocks.${index}.text`);
  };
  const roles = (offers[0]?.words ?? []).map(({ role }) => t(`roles.${role}`)).join(" · ");
  const out = offers.flatMap(({ leftOut }) => leftOut).join("");
  return (
    // biome-ignore lint/a11y/useSemanticElements: a row of buttons, not a form part
    <div
      role="group"
      aria-label={t("paste.label")}
      className="my-1.5 rounded-lg bg-paper px-2.5 py-2 text-[13px]"
      onKeyDown={(event) => event.key === "Escape" && keep()}
    >
      <p role="status" className="mb-1.5 min-h-5 text-mute leading-snug">
        {isSaid && `${t("paste.ask")} ${roles}`}
        {out !== "" &&
          ` (${t("paste.leftOut", { characters: countCharacters(out), limit: `${maxBlocks}` })})`}
      </p>
      <div className="flex flex-wrap gap-1.5">
        {offers.map((offer) => (
          <Chip key={offer.kind} onClick={() => take(offer)}>
            {t(`paste.${offer.kind}`, { count: `${offer.words.length}` })}
          </Chip>
        ))}
        <Chip onClick={keep}>{t("paste.keep")}</Chip>
      </div>
    </div>
  );
}

/** Takes an offer; one Undo puts the words back as they were pasted. */
function useTake(place: PastePlace) {
  const t = useTranslations();
  const toast = useToast();
  const { getValues, setValues, setFocus } = usePosterForm();
  return (offer: Offer) => {
    const before = structuredClone(getValues("blocks"));
    const after = takeOffer(before, place, offer);
    const put = (blocks: typeof before) => setValues({ blocks: structuredClone(blocks) });
    put(after);
    toast({
      text: t(`paste.${offer.kind}Done`, { count: `${offer.words.length}` }),
      action: { label: t("site.undo"), run: () => put(before) },
    });
    const [first] = offer.words;
    const index = after.findIndex(({ role, text }) => role === first?.role && text === first.text);
    // The new blocks' fields are there once they are drawn.
    setTimeout(() => setFocus(`blocks.${index}.text`));
  };
}
