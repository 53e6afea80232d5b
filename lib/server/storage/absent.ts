import "server-only";

/**
 * What a look at the disk finds; undefined when nothing is there. Only ENOENT says so: a disk that
 * cannot be read, a process without handles or without permission has found nothing out, and throws.
 */
export async function orAbsent<Value>(looking: Promise<Value>): Promise<Value | undefined> {
  try {
    return await looking;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}
