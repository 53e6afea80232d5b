const isTree = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

/**
 * A copy of `after` in which all that is as it was in `before` is the very same object, so that
 * whoever looks at identity sees only what changed. Nothing of `after` itself is in the copy, for a
 * form goes on writing to its own. Both are plain data.
 */
export function share<Value>(before: Value | undefined, after: Value): Value {
  if (!isTree(after)) return after;
  const isList = Array.isArray(after);
  const known = isTree(before) && Array.isArray(before) === isList ? before : undefined;
  const keys = Object.keys(after);
  const copy: Record<string, unknown> = isList ? ([] as never) : {};
  let isSame = known !== undefined && Object.keys(known).length === keys.length;
  for (const key of keys) {
    const part = share(known?.[key], after[key]);
    copy[key] = part;
    isSame &&= Object.is(part, known?.[key]) && part !== undefined;
  }
  return (isSame ? known : copy) as Value;
}
