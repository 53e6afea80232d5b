const storageKey = "verbatim.template";

/** The template the poster in hand was opened from to be changed. */
export interface Edited {
  id: string;
  name: string;
}

/** The template being changed in this browser; null when the poster in hand is a new one. */
export function editedTemplate(): Edited | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey) ?? "null");
    if (typeof kept !== "object" || kept === null) return null;
    const { id, name } = kept as Partial<Edited>;
    return typeof id === "string" && typeof name === "string" ? { id, name } : null;
  } catch {
    return null;
  }
}

/** Says which template is being changed; it outlives a reload, as the poster in hand does. */
export function setEdited(edited: Edited | null): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify(edited));
  } catch {
    // Without storage Save offers a new template only.
  }
}
