const UNITS: [unit: string, ms: number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
];

/** How long something takes, with two digits or three: `340 ms`, `1.2 sec`, `3 min`. */
export function lasting(ms: number, locale: string): string {
  const [unit, size] = UNITS.find(([, of]) => ms >= of) ?? ['millisecond', 1];
  const value = ms / size;
  const maximumFractionDigits = value < 10 && size > 1 ? 1 : 0;
  const options = { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits } as const;
  return value.toLocaleString(locale, options);
}
