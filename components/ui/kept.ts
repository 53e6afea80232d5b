import { createStore } from "./store";

/** Things kept in this browser: what they are and where. Older installations have them by these names. */
export type KeptName = "verbatim.poster" | "verbatim.template" | "verbatim.guides";

/** Where a thing is kept: with this tab alone, through its reloads, or in the browser for the next one. */
type Place = "tab" | "browser";

/**
 * False once the browser has refused to keep something: site data is blocked, or its room is used
 * up. What was refused is remembered while the page lives, and gone with it.
 */
export const canKeep = createStore(true);

const remembered = new Map<string, string>();
const nameIn = (place: Place, name: KeptName) => `${place} ${name}`;

/** Browsers that block site data throw at the very name, so it is only ever said in here. */
const storageOf = (place: Place): Storage => (place === "tab" ? sessionStorage : localStorage);

/** What was kept; null when nothing was, or the browser will not say. Never throws. */
export function recall(place: Place, name: KeptName): string | null {
  const known = remembered.get(nameIn(place, name));
  if (known !== undefined) return known;
  try {
    return storageOf(place).getItem(name);
  } catch {
    if (place === "browser") canKeep.set(false);
    return null;
  }
}

/** Keeps a text, or says by `canKeep` that it could not. Never throws. */
export function keep(place: Place, name: KeptName, text: string): void {
  try {
    storageOf(place).setItem(name, text);
    remembered.delete(nameIn(place, name));
    // A tab's own copy ends with the tab: only the browser's makes the promise good, or breaks it.
    if (place === "browser") canKeep.set(true);
  } catch {
    remembered.set(nameIn(place, name), text);
    if (place === "browser") canKeep.set(false);
  }
}

/** Tells whenever another tab of this browser has kept that thing anew. Gives the way to stop. */
export function watchKept(name: KeptName, changed: () => void): () => void {
  const hear = ({ key }: StorageEvent) => {
    if (key === name) changed();
  };
  addEventListener("storage", hear);
  return () => removeEventListener("storage", hear);
}
