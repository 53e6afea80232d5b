"use client";

import { clsx } from "clsx";
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useState } from "react";
import { type FieldErrors, useWatch } from "react-hook-form";
import { useTranslations } from "use-intl";
import { BoardPanel } from "@/components/job/board-panel";
import { BareSwitch } from "@/components/poster/bare-switch";
import { BlockList } from "@/components/poster/block-list";
import { KeepOutFields } from "@/components/poster/keep-out-fields";
import { PaintSwitches } from "@/components/poster/paint-switches";
import { PromptPreview } from "@/components/poster/prompt-preview";
import { RatioPicker } from "@/components/poster/ratio-picker";
import { SceneFields } from "@/components/poster/scene-fields";
import { StarterChips } from "@/components/poster/starter-chips";
import { PageLinks } from "@/components/site/page-links";
import { Part } from "@/components/site/part";
import { useStore } from "@/components/ui/store";
import type { CompiledPrompt } from "@/lib/poster/prompt/prompt";
import type { Poster, Ratio } from "@/lib/poster/schema";
import { FindingsProvider } from "./findings";
import { MakeBar, type Offer } from "./make-bar";
import { PosterFormProvider, usePosterForm } from "./poster-form";
import { Stage } from "./stage";
import { StudioNotes } from "./studio-notes";
import { Said, useStudioState } from "./studio-state";
import { type Tab, TabBar, tabOf } from "./tab-bar";
import { useMake } from "./use-make";
import { type Opening, useSavedPoster } from "./use-saved-poster";

const CacheOfferBar = lazy(async () => ({
  default: (await import("./cache-offer-bar")).CacheOfferBar,
}));

/** What the server has made of the poster the page opens with, so that its makers can come later. */
interface FirstSight {
  sheet: ReactNode;
  prompt: CompiledPrompt;
}

interface StudioProps {
  initial: Poster;
  /** What the address asks for, in place of the unfinished poster; `initial` is it by then. */
  opening: Opening | null;
  firstSight: FirstSight;
  offer: Offer;
}

/** The studio: words, scene and settings on the left, the sheet in the middle, proofs on the right. */
export function Studio({ initial, opening, ...rest }: StudioProps) {
  return (
    <PosterFormProvider initial={initial}>
      <FindingsProvider isExample={opening === null}>
        <Room opening={opening} {...rest} />
      </FindingsProvider>
      <Said />
    </PosterFormProvider>
  );
}

function Room({ opening, firstSight, offer }: Omit<StudioProps, "initial">) {
  const t = useTranslations("studio");
  const form = usePosterForm();
  const [tab, setTab] = useState<Tab>("words");
  const [wanted, setWanted] = useState<Ratio | null>(null);
  const ratios = useWatch({ control: form.control, name: "ratios" });
  // The ratio last pointed at, while it is chosen: a reset or an Undo may take it away.
  const shown = wanted && ratios.includes(wanted) ? wanted : (ratios[0] ?? "3:4");
  const kept = useSavedPoster(form, opening);
  const { selection } = useStudioState();
  useEffect(
    () => selection.subscribe(() => selection.get().from === "sheet" && setTab("words")),
    [selection],
  );
  // On a phone the sheet stays in sight above the card of the block that was taken up on it.
  const isInHand = useStore(selection, ({ id, from }) => id !== null && from === "sheet");
  const showError = useCallback((errors: FieldErrors<Poster>) => setTab(tabOf(errors)), []);
  const showResults = useCallback(() => setTab("proofs"), []);
  const events = { onInvalid: showError, onOrdered: showResults };
  const { state, make, forget } = useMake(form, offer.priceFen, events);
  // On a phone who looks at results has the whole screen for them.
  const isReading = tab === "proofs";
  const only = (own: Tab) => clsx(tab !== own && "max-lg:hidden", "max-lg:order-4 max-lg:px-3.5");
  return (
    <>
      <h1 className="sr-only">{t("heading")}</h1>
      <div className="max-lg:flex max-lg:flex-col max-lg:pb-32 lg:grid lg:h-[calc(100dvh-var(--above))] lg:grid-cols-[minmax(340px,392px)_minmax(0,1fr)_332px]">
        <div className="border-line bg-sheet max-lg:contents lg:flex lg:flex-col lg:gap-5 lg:overflow-y-auto lg:border-r lg:px-5 lg:py-4.5">
          <StudioNotes kept={kept} />
          <div className={only("words")}>
            <Part>
              <StarterChips onStart={() => form.clearErrors()} />
              <BareSwitch />
            </Part>
          </div>
          <div className={clsx(only("words"), "max-lg:order-5 max-lg:pt-4")}>
            <Part>
              <BlockList />
            </Part>
          </div>
          <div className={only("scene")}>
            <Part>
              <SceneFields />
            </Part>
          </div>
          <div className={only("keepOut")}>
            <Part>
              <KeepOutFields />
            </Part>
          </div>
          <div className={clsx(only("keepOut"), "max-lg:order-5 max-lg:pt-4")}>
            <Part>
              <PaintSwitches />
            </Part>
          </div>
        </div>
        <div className="min-w-0 max-lg:contents lg:flex lg:flex-col lg:items-center lg:gap-3 lg:overflow-y-auto lg:px-5 lg:py-4">
          <div className={clsx("w-full max-lg:order-2", isReading && "max-lg:hidden")}>
            <Part>
              <RatioPicker shown={shown} onShow={setWanted} />
            </Part>
          </div>
          <div
            className={clsx(
              "min-h-72 w-full max-lg:order-1 max-lg:pt-2 lg:flex-1",
              isReading && "max-lg:hidden",
              isInHand && "max-lg:sticky max-lg:top-0 max-lg:z-10 max-lg:bg-paper max-lg:shadow-md",
            )}
          >
            <Part>
              <Stage shown={shown} still={firstSight.sheet} />
            </Part>
          </div>
          <div className={clsx(only("prompt"), "w-full")}>
            <Part>
              <PromptPreview ratio={shown} first={firstSight.prompt} />
            </Part>
          </div>
        </div>
        <div className="border-line bg-sheet max-lg:contents lg:flex lg:min-h-0 lg:flex-col lg:border-l">
          <div
            className={clsx(
              only("proofs"),
              "lg:min-h-0 lg:flex-1 lg:overflow-y-auto lg:px-5 lg:py-4.5",
            )}
          >
            <Part>
              <BoardPanel usualSeconds={offer.usualSeconds} />
            </Part>
          </div>
          <div className="border-line border-t bg-sheet px-3.5 pt-2.5 max-lg:fixed max-lg:inset-x-0 max-lg:bottom-0 max-lg:z-20 lg:px-5 lg:py-3.5">
            <Part>
              {state.is === "offered" && (
                <Suspense>
                  <CacheOfferBar
                    offer={state.offer}
                    priceFen={offer.priceFen}
                    onChoose={state.choose}
                    onDismiss={forget}
                  />
                </Suspense>
              )}
              <MakeBar offer={offer} state={state} onMake={make} />
            </Part>
            <div className="lg:hidden">
              <PageLinks place="foot" />
            </div>
          </div>
        </div>
        <div className="max-lg:order-3 lg:hidden">
          <TabBar tab={tab} onTab={setTab} />
        </div>
      </div>
    </>
  );
}
