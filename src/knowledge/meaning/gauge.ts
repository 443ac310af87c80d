import { cosine, type Vectors } from './vectors.js';

/** The least spread that is believed: a model that gives the same to all texts can't be gauged. */
const LEAST_SPREAD = 0.001;

/** Of the cosines with what is unrelated, the one that a question's finds are compared with. */
const NEAR = 0.75;

/**
 * What a model's cosines mean, by its vectors of sentences that have nothing to do with each other
 * (`UNRELATED`). Cosines can't be compared between models: with multilingual-e5-small unrelated texts
 * have 0.75 to 0.8.
 */
export class Gauge {
  readonly unrelated: Vectors;
  /** How far the cosines of unrelated texts lie apart: their standard deviation. */
  private readonly spread: number;

  constructor(unrelated: Vectors) {
    this.unrelated = unrelated;
    this.spread = Math.max(LEAST_SPREAD, deviation(unrelated));
  }

  /**
   * How cosines with this question are to be read: in spreads above the cosines that it has with
   * unrelated texts. The upper quarter of those: texts in the question's own language are nearer.
   */
  of(question: Vectors): (cosine: number) => number {
    const base = quantile(cosines(question, this.unrelated), NEAR);
    return (found) => (found - base) / this.spread;
  }

  /** The mean of the unrelated vectors, around which those of a model lie. */
  get mean(): Float32Array {
    const { count, size, factors, numbers } = this.unrelated;
    return Float32Array.from({ length: size }, (_, n) => {
      let sum = 0;
      for (let at = 0; at < count; at++) sum += factors[at] * numbers[at * size + n];
      return sum / count;
    });
  }
}

/** Around each text's own median: some texts are nearer to everything than others. */
function deviation(unrelated: Vectors): number {
  const { size, factors, numbers, count } = unrelated;
  const apart = Array.from({ length: count }, (_, at) => {
    const own = numbers.subarray(at * size, (at + 1) * size);
    const one = { count: 1, size, factors: factors.subarray(at, at + 1), numbers: own };
    // Two sentences that follow each other say the same in two languages.
    const others = cosines(one, unrelated).filter((_, other) => other >> 1 !== at >> 1);
    const middle = quantile(others, 0.5);
    return others.map((found) => found - middle);
  }).flat();
  const mean = apart.reduce((sum, one) => sum + one, 0) / apart.length;
  return Math.sqrt(apart.reduce((sum, one) => sum + (one - mean) ** 2, 0) / apart.length);
}

function cosines(one: Vectors, others: Vectors): number[] {
  return Array.from({ length: others.count }, (_, at) => cosine(one, others, at));
}

function quantile(values: number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * part;
  const [low, high] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return low + (high - low) * (at % 1);
}
