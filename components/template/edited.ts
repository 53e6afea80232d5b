import { keep, recall } from "@/components/ui/kept";

const name = "verbatim.template";

/** The template the poster in hand was opened from to be changed. */
export interface Edited {
  id: string;
  name: string;
}

/** The template being changed in this tab; null when the poster in hand is a new one. */
export function editedTemplate(): Edited | null {
  try {
    const kept: unknown = JSON.parse(recall("tab", name) ?? recall("browser", name) ?? "null");
    if (typeof kept !== "object" || kept === null) return null;
    const { id, name: called } = kept as Partial<Edited>;
    return typeof id === "string" && typeof called === "string" ? { id, name: called } : null;
  } catch {
    return null;
  }
}

/** Says which template is being changed; it outlives a reload, as the poster in hand does. */
export function setEdited(edited: Edited | null): void {
  const text = JSON.stringify(edited);
  keep("tab", name, text);
  keep("browser", name, text);
}

/** The browser's next tab goes on with this tab's template. */
export const keepEdited = (): void => setEdited(editedTemplate());

/** This tab goes on with the template of the tab that kept one last. */
export const followEdited = (): void => keep("tab", name, recall("browser", name) ?? "null");
