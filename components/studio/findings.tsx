"use client";

import { replaceEqualDeep } from "@tanstack/react-query";
import { createContext, type ReactNode, use, useEffect, useState } from "react";
import { whenIdle } from "@/components/ui/when-idle";
import type { CharacterTables } from "@/lib/poster/lint/characters";
import type { Finding, Mend, Spot } from "@/lib/poster/lint/finding";
import type { Records } from "@/lib/poster/lint/records";
import type { Poster } from "@/lib/poster/schema";
import { usePoster, usePosterForm } from "./poster-form";

/** Findings by what they are beside: a block's id, or a part of the poster. */
interface Noticed {
  blocks: Record<string, Finding[]>;
  spots: Partial<Record<Spot, Finding[]>>;
}

const nothing: Noticed = { blocks: {}, spots: {} };
const none: Finding[] = [];
const NoticedContext = createContext(nothing);

let tables: CharacterTables | undefined;
let records: Records | undefined;
let loading: Promise<void> | undefined;

async function loadCharacters(): Promise<void> {
  const [{ loadTables }, { loadRecords }] = await Promise.all([
    import("@/lib/poster/lint/tables"),
    import("@/lib/proof/queries"),
  ]);
  [tables, records] = await Promise.all([loadTables(), loadRecords()]);
}

/** The linter, and what is known of characters once a poster has Chinese words; the page is drawn without. */
async function loadLinter(poster: Poster) {
  const linter = import("@/lib/poster/lint/lint");
  const isChinese = poster.blocks.some(({ text }) => /\p{Script=Han}/u.test(text));
  if (!tables && isChinese) {
    loading ??= loadCharacters().finally(() => {
      loading = undefined;
    });
    await loading;
  }
  return linter;
}

function group(findings: readonly Finding[]): Noticed {
  const noticed: Noticed = { blocks: {}, spots: {} };
  for (const finding of findings) {
    const { at } = finding;
    if ("block" in at) noticed.blocks[at.block] = [...(noticed.blocks[at.block] ?? []), finding];
    else noticed.spots[at.spot] = [...(noticed.spots[at.spot] ?? []), finding];
  }
  return noticed;
}

interface FindingsProviderProps {
  /** The poster on the page is our own example: there is nothing to notice until it is touched. */
  isExample: boolean;
  children: ReactNode;
}

/** Reads the poster over whenever it rests, and tells each part of the page what was noticed there. */
export function FindingsProvider({ isExample, children }: FindingsProviderProps) {
  const poster = usePoster();
  const [first] = useState(poster);
  const [noticed, setNoticed] = useState(nothing);
  const isUntouched = isExample && poster === first;
  useEffect(() => {
    if (isUntouched) return;
    let isOld = false;
    whenIdle(() => {
      if (isOld) return;
      void loadLinter(poster).then(({ lint }) => {
        // What did not change keeps its identity, so that nothing is drawn again for it.
        if (!isOld)
          setNoticed((before) => replaceEqualDeep(before, group(lint(poster, tables, records))));
      });
    });
    return () => {
      isOld = true;
    };
  }, [poster, isUntouched]);
  return <NoticedContext value={noticed}>{children}</NoticedContext>;
}

/** What was noticed about a block. */
export const useBlockFindings = (id: string): Finding[] => use(NoticedContext).blocks[id] ?? none;

/** What was noticed about a part of the poster. */
export const useSpotFindings = (spot: Spot): Finding[] => use(NoticedContext).spots[spot] ?? none;

/** Puts a finding right in the form. */
export function useMend(): (mend: Mend) => void {
  const { getValues, reset } = usePosterForm();
  return (mend) => {
    void import("@/lib/poster/lint/mend").then(({ applyMend }) => {
      reset(applyMend(structuredClone(getValues()), mend, tables));
    });
  };
}
