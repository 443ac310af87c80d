/** How many times were in each class, by the class's number: durations that need little room. */
export type Histogram = Record<number, number>;

/** Each class is an eighth of an octave wide, so that a figure drawn from it is within 5 %. */
export const CLASSES_PER_OCTAVE = 8;

/** The class of a duration. `ms`: milliseconds; what is shorter than one counts as one. */
export function classOf(ms: number): number {
  return Math.round(Math.log2(Math.max(1, ms)) * CLASSES_PER_OCTAVE);
}

/** Adds the counts of `more` to `all`. */
export function add(all: Histogram, more: Histogram): void {
  for (const [at, count] of Object.entries(more)) all[Number(at)] = (all[Number(at)] ?? 0) + count;
}

/** The duration in milliseconds that a share of all stays below or at; null of none. */
export function percentile(histogram: Histogram, share: number): number | null {
  const classes = Object.entries(histogram).map(([at, count]) => [Number(at), count] as const);
  const wanted = share * classes.reduce((sum, [, count]) => sum + count, 0);
  let seen = 0;
  for (const [at, count] of classes.sort(([a], [b]) => a - b)) {
    seen += count;
    if (seen >= wanted) return Math.round(2 ** (at / CLASSES_PER_OCTAVE));
  }
  return null;
}
