/** Numbers from 0 to below 1 that are the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** All of them in an order that depends on the seed. */
export function shuffled<T>(all: readonly T[], seed: number): T[] {
  const random = seeded(seed);
  const order = all.map((one) => [random(), one] as const);
  return order.sort(([a], [b]) => a - b).map(([, one]) => one);
}
