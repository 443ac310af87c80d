import type { Vectors } from './vectors.js';

const BITS = 32;

/**
 * The signs of vectors around a model's mean, a bit for each number. That two vectors are near is
 * seen by them at a fortieth of the cost: those with the most equal signs are then compared in full.
 */
export class Signs {
  private bits = new Int32Array(0);
  private readonly mean: Float32Array;
  private readonly words: number;

  constructor(mean: Float32Array) {
    this.mean = mean;
    this.words = Math.ceil(mean.length / BITS);
  }

  /** Keeps the signs of the first of some vectors in a place. */
  set(place: number, vectors: Vectors): void {
    const end = (place + 1) * this.words;
    if (end > this.bits.length) {
      const larger = new Int32Array(Math.max(end, 2 * this.bits.length));
      larger.set(this.bits);
      this.bits = larger;
    }
    this.bits.set(this.of(vectors), place * this.words);
  }

  /** Of `places` places, those `most` or a few more that differ least from a question. */
  nearest(question: Vectors, places: number, most: number): number[] {
    const asked = this.of(question);
    const { bits, words } = this;
    const differing = new Uint16Array(places);
    const counts = new Uint32Array(words * BITS + 1);
    for (let place = 0, from = 0; place < places; place++) {
      let sum = 0;
      for (let n = 0; n < words; n++, from++) sum += ones(asked[n] ^ bits[from]);
      differing[place] = sum;
      counts[sum]++;
    }
    let [limit, within] = [0, counts[0]];
    while (within < most && limit < counts.length - 1) within += counts[++limit];
    const found: number[] = [];
    for (let place = 0; place < places; place++) if (differing[place] <= limit) found.push(place);
    return found;
  }

  private of({ factors, numbers }: Vectors): Int32Array {
    const bits = new Int32Array(this.words);
    this.mean.forEach((mean, n) => {
      if (factors[0] * numbers[n] > mean) bits[n >> 5] |= 1 << (n & 31);
    });
    return bits;
  }
}

/** How many bits of a number are 1. */
function ones(of: number): number {
  let x = of - ((of >>> 1) & 0x55555555);
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
  return Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
