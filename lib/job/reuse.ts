/** A picture of a request: stored, or on its way in a job. */
export type Match = { hash: string } & ({ imageId: string } | { jobId: string });

/**
 * Gives each job a picture of exactly its request, each picture to one job only: an order for four
 * wants four pictures. In the order found; undefined where the job must be painted.
 */
export function matchUp(
  jobs: readonly { request_hash: string }[],
  found: readonly Match[],
): (Match | undefined)[] {
  const free = [...found];
  return jobs.map(({ request_hash }) => {
    const at = free.findIndex(({ hash }) => hash === request_hash && hash !== "");
    return at < 0 ? undefined : free.splice(at, 1)[0];
  });
}
