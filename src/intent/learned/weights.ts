/** What a message may want as far as it is learned; `other` stands for all else. */
export const LEARNED = [
  'opt-out',
  'person',
  'complaint',
  'correction',
  'off-topic',
  'other',
] as const;

export type LearnedKind = Exclude<(typeof LEARNED)[number], 'other'>;

/** How much each feature speaks for each kind, and from which probability on a kind is believed. */
export interface Weights {
  believed: Record<LearnedKind, number>;
  /** In the order of `LEARNED`. */
  of: Map<string, number[]>;
}

/** The probability of each kind, in the order of `LEARNED` (a softmax over the features' mean weights). */
export function probabilities(features: Set<string>, of: Map<string, number[]>): number[] {
  const sums = LEARNED.map(() => 0);
  const share = 1 / Math.sqrt(features.size || 1);
  for (const feature of features) {
    const weights = of.get(feature);
    if (weights) for (const [at, weight] of weights.entries()) sums[at] += weight * share;
  }
  const highest = Math.max(...sums);
  const shares = sums.map((sum) => Math.exp(sum - highest));
  const all = shares.reduce((sum, one) => sum + one);
  return shares.map((one) => one / all);
}

/** Reads what `write` wrote. */
export function read(file: string): Weights {
  const [head, ...lines] = file.trimEnd().split('\n');
  const of = lines.map((line): [string, number[]] => {
    const [feature, ...weights] = line.split('\t');
    return [feature, weights.map((weight) => Number(weight) / SCALE)];
  });
  return { believed: JSON.parse(head) as Weights['believed'], of: new Map(of) };
}

/** A line for the thresholds, and one for each feature whose weights matter, in tenths. */
export function write({ believed, of }: Weights): string {
  const lines = [...of]
    .map(([feature, weights]) => [feature, ...weights.map((weight) => Math.round(weight * SCALE))])
    .filter(([, ...weights]) => weights.some((weight) => Math.abs(Number(weight)) >= LEAST))
    .map((line) => line.join('\t'));
  return `${[JSON.stringify(believed), ...lines.toSorted()].join('\n')}\n`;
}

const SCALE = 10;
/** What is nearer to nothing than this is left out. */
const LEAST = 4;
