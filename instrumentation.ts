/** Runs once when the server starts. Node code lives in its own file: this one is also built for the edge. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { startServer } = await import("./lib/job/start");
  await startServer();
}
