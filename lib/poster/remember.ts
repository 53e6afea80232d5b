/**
 * A pure function of a string that keeps its answers: layout asks for the same few strings
 * thousands of times at each keystroke. Forgets all when it knows `most`.
 */
export function remember<Answer>(
  answer: (text: string) => Answer,
  most = 5000,
): (text: string) => Answer {
  const known = new Map<string, Answer>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    if (known.size >= most) known.clear();
    const fresh = answer(text);
    known.set(text, fresh);
    return fresh;
  };
}
