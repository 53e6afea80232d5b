const longestWaitMs = 500;

/** Runs what nobody waits for when the page has a moment; soon in browsers that cannot tell. */
export function whenIdle(run: () => void): void {
  if (typeof requestIdleCallback === "function") {
    requestIdleCallback(run, { timeout: longestWaitMs });
  } else setTimeout(run, longestWaitMs / 10);
}
