/** A share as it is printed: three digits. */
export function rounded(share: number): number {
  return Math.round(share * 1000) / 1000;
}

/** The share of all for which something is so; 0 of none. */
export function shareOf<T>(all: T[], is: (one: T, at: number) => boolean): number {
  return all.length ? rounded(all.filter(is).length / all.length) : 0;
}

/** The value that 95 of 100 don't exceed, to a tenth. */
export function p95(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return Math.round((sorted[Math.floor(0.95 * sorted.length)] ?? 0) * 10) / 10;
}
