/**
 * Runs tasks in the order they come, at most `width` of them at once. What a task throws goes to
 * whoever brought it.
 */
export function newLane(width: number): (task: () => Promise<void>) => Promise<void> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (task) => {
    if (running >= width) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      await task();
    } finally {
      // Its place goes to the next, or is free.
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
