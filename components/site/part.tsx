"use client";

import { Component, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { explain } from "./ask-server";
import { reloadPage } from "./reload-page";

/** Shown anew twice within so long, a part does not merely stand on foreign ground; milliseconds. */
const settledMs = 2000;

interface PartProps {
  children: ReactNode;
}

interface PartState {
  tripped: { error: unknown } | null;
  /** How often it was begun anew; a new number makes all of its elements anew. */
  round: number;
}

/**
 * A part of a page that falls alone: the others go on, what was written is kept above it, and one
 * press shows it again. A browser's translation or an extension may take away elements under the
 * page's hands; then the part shows itself again unasked, with elements of its own.
 */
export class Part extends Component<PartProps, PartState> {
  override state: PartState = { tripped: null, round: 0 };
  private shownAnewAt = Number.NEGATIVE_INFINITY;

  static getDerivedStateFromError(error: unknown): Partial<PartState> {
    return { tripped: { error } };
  }

  override componentDidCatch(error: unknown): void {
    const isForeign = error instanceof DOMException && error.name === "NotFoundError";
    if (isForeign && performance.now() - this.shownAnewAt > settledMs) this.showAgain();
    else if (error instanceof Error && error.name === "ChunkLoadError") void explain(error);
  }

  private readonly showAgain = (): void => {
    this.shownAnewAt = performance.now();
    this.setState(({ round }) => ({ tripped: null, round: round + 1 }));
  };

  override render(): ReactNode {
    const { tripped, round } = this.state;
    // An element of its own, and another once it has tripped: what is within may be gone already, this
    // one is there to be taken away.
    return (
      <div key={tripped ? -1 : round} className="contents">
        {tripped ? <Tripped error={tripped.error} onAgain={this.showAgain} /> : this.props.children}
      </div>
    );
  }
}

function Tripped({ error, onAgain }: { error: unknown; onAgain: () => void }) {
  const t = useTranslations();
  // A part that was not fetched is not fetched again by this page.
  const isMissing = error instanceof Error && error.name === "ChunkLoadError";
  return (
    <div className="flex w-full flex-col items-start gap-2 p-3.5">
      <Notice tone="warn" role="alert">
        {t("part.tripped")}
      </Notice>
      <Button onClick={isMissing ? reloadPage : onAgain}>
        {t(isMissing ? "connection.reload" : "part.again")}
      </Button>
    </div>
  );
}
