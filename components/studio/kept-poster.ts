import { followEdited, keepEdited } from "@/components/template/edited";
import { keep, recall, watchKept } from "@/components/ui/kept";
import { createStore, type Store } from "@/components/ui/store";
import type { Poster } from "@/lib/poster/schema";
import { writeKept } from "@/lib/poster/write-kept";

const name = "verbatim.poster";

/**
 * The unfinished poster, kept twice: with its tab, where it outlives a reload, and in the browser,
 * where the next tab finds it. Of several tabs only one may write the latter: whoever finds that
 * another has written since it last looked keeps its work to itself, and says so.
 */
export interface KeptPoster {
  /** Another tab has changed what the browser keeps, and this one has not said what to do. */
  isContested: Store<boolean>;
  /** The poster to open with; null when there is none, or none that can be read. */
  open: () => Promise<Poster | null>;
  /** Keeps the poster with the tab, and in the browser while that is not contested. */
  write: (poster: Poster) => void;
  /** Gives up this tab's poster for the other's; null when that cannot be read. */
  takeTheirs: () => Promise<Poster | null>;
  /** Puts this tab's poster in the place of the other's, which stays in that tab. */
  keepMine: (poster: Poster) => void;
  /** Watches the other tabs. Gives the way to stop. */
  watch: () => () => void;
}

/** The schema is dear, so it is fetched only where there is something to read. */
async function read(text: string | null): Promise<Poster | null> {
  return text === null ? null : (await import("@/lib/poster/read-kept")).readKept(text);
}

export function createKeptPoster(): KeptPoster {
  const isContested = createStore(false);
  /** The browser's text as this tab last read or wrote it. */
  let seen: string | null = null;

  const look = () => {
    const theirs = recall("browser", name);
    isContested.set(theirs !== null && theirs !== seen);
  };
  const keepMine = (poster: Poster) => {
    seen = writeKept(poster);
    keep("tab", name, seen);
    keep("browser", name, seen);
    isContested.set(false);
  };
  return {
    isContested,
    open: async () => {
      const own = recall("tab", name);
      const poster = await read(own);
      seen = poster ? own : recall("browser", name);
      look();
      return poster ?? read(seen);
    },
    write: (poster) => {
      look();
      if (isContested.get()) keep("tab", name, writeKept(poster));
      else keepMine(poster);
    },
    takeTheirs: async () => {
      const theirs = recall("browser", name);
      const poster = await read(theirs);
      seen = theirs;
      followEdited();
      isContested.set(false);
      return poster;
    },
    keepMine: (poster) => {
      keepMine(poster);
      keepEdited();
    },
    watch: () => watchKept(name, look),
  };
}
