import { lazy, Suspense } from "react";
import { useBlockFindings, useSpotFindings } from "@/components/studio/findings";
import type { Finding, Spot } from "@/lib/poster/lint/finding";

// Wanted once something was noticed.
const NoteList = lazy(async () => ({ default: (await import("./note-list")).NoteList }));

/** Notes on a block, each beside what it concerns. */
export function BlockNotes({ id }: { id: string }) {
  return <Notes findings={useBlockFindings(id)} />;
}

/** Notes on a part of the poster. */
export function SpotNotes({ spot }: { spot: Spot }) {
  return <Notes findings={useSpotFindings(spot)} />;
}

function Notes({ findings }: { findings: Finding[] }) {
  if (findings.length === 0) return null;
  return (
    <Suspense>
      <NoteList findings={findings} />
    </Suspense>
  );
}
