/** One step of an alignment: positions in both lists; undefined where one has nothing. */
export interface Step {
  wanted: number | undefined;
  read: number | undefined;
}

export interface Alignment {
  cost: number;
  steps: Step[];
}

/** What it costs to read one thing for another: 0 for the same, at most 1. */
export type Cost<Wanted, Read> = (wanted: Wanted, read: Read) => number;

interface Ends {
  /** Wanted things before and after what was read cost nothing: a line is a part of its block. */
  isPart: boolean;
}

/**
 * The cheapest way to read one list for another, with its steps (Levenshtein, traced back). Ties go
 * to pairs over gaps, so that a wrong character is one substitution.
 */
export function align<Wanted, Read>(
  wanted: readonly Wanted[],
  read: readonly Read[],
  cost: Cost<Wanted, Read>,
  { isPart }: Ends = { isPart: false },
): Alignment {
  const columns = read.length + 1;
  const table = new Float64Array((wanted.length + 1) * columns);
  const at = (i: number, j: number) => table[i * columns + j] ?? 0;
  for (let j = 1; j < columns; j += 1) table[j] = j;
  for (const [i, one] of wanted.entries()) {
    table[(i + 1) * columns] = isPart ? 0 : i + 1;
    for (const [j, other] of read.entries()) {
      // Leaving what stands after the line is free.
      const skip = isPart && j === read.length - 1 ? 0 : 1;
      table[(i + 1) * columns + j + 1] = Math.min(
        at(i, j) + cost(one, other),
        at(i, j + 1) + skip,
        at(i + 1, j) + 1,
      );
    }
  }
  return { cost: at(wanted.length, read.length), steps: traceBack(wanted, read, cost, at, isPart) };
}

function traceBack<Wanted, Read>(
  wanted: readonly Wanted[],
  read: readonly Read[],
  cost: Cost<Wanted, Read>,
  at: (i: number, j: number) => number,
  isPart: boolean,
): Step[] {
  const steps: Step[] = [];
  let [i, j] = [wanted.length, read.length];
  while (i > 0 || j > 0) {
    const here = at(i, j);
    const [one, other] = [wanted[i - 1], read[j - 1]];
    const isPair =
      one !== undefined && other !== undefined && here === at(i - 1, j - 1) + cost(one, other);
    const skip = isPart && (j === read.length || j === 0) ? 0 : 1;
    if (isPair) {
      i -= 1;
      j -= 1;
      steps.push({ wanted: i, read: j });
    } else if (i > 0 && here === at(i - 1, j) + skip) {
      i -= 1;
      steps.push({ wanted: i, read: undefined });
    } else {
      j -= 1;
      steps.push({ wanted: undefined, read: j });
    }
  }
  return steps.reverse();
}
