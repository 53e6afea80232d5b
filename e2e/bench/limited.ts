/** The promise's value, or an error with that sentence when it takes too long. */
export async function limited<Value>(
  promise: Promise<Value>,
  limitMs: number,
  sentence: string,
): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`${sentence} in ${limitMs / 1000} s`)), limitMs);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
