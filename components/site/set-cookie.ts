const yearSeconds = 31_536_000;

/** Keeps a choice of the reader where the server sees it too; a browser that takes no cookies forgets it. */
export function setCookie(name: "lang" | "theme" | "tz", value: string): void {
  try {
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing on plain http
    document.cookie = `${name}=${encodeURIComponent(value)}; path=/; max-age=${yearSeconds}; samesite=lax`;
  } catch {
    // In a sandboxed frame the very name throws.
  }
}
