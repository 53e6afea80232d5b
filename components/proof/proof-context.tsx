"use client";

import { useQuery } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import type { Block } from "@/lib/poster/schema";
import { proofQuery } from "@/lib/proof/queries";
import type { ProofView } from "@/lib/proof/schema";

/** What the picture and the panel beside it share. */
interface ProofShared {
  picture: { id: string; width: number; height: number };
  blocks: readonly Block[];
  view: ProofView;
  /** The block that is looked at. */
  chosen: string | null;
  choose: (blockId: string | null) => void;
  isMarked: boolean;
  setMarked: (isMarked: boolean) => void;
}

const Shared = createContext<ProofShared | null>(null);

/** The proof of the picture on this page, kept up to date while it is read. */
export function useProof(): ProofShared {
  const shared = useContext(Shared);
  if (!shared) throw new Error("no proof around");
  return shared;
}

interface ProofProviderProps {
  picture: ProofShared["picture"];
  blocks: readonly Block[];
  initial: ProofView;
  children: ReactNode;
}

/** Holds the proof for the picture and its panel. */
export function ProofProvider({ picture, blocks, initial, children }: ProofProviderProps) {
  const { data } = useQuery({ ...proofQuery(picture.id), initialData: initial });
  const [chosen, choose] = useState<string | null>(null);
  const [isMarked, setMarked] = useState(true);
  const shared = useMemo(
    () => ({ picture, blocks, view: data, chosen, choose, isMarked, setMarked }),
    [picture, blocks, data, chosen, isMarked],
  );
  return <Shared value={shared}>{children}</Shared>;
}
