const VOCABULARY = 50_000;
const SYLLABLES = 'ba de fi go lu ma ne pi ro su ta ve zo ka li mu no ra sel tor vin pan'.split(
  ' ',
);

/** Makes texts of so many words, as often as Zipf says: the n-th word comes once for n of the first. */
export function zipfWords(random: () => number): (count: number) => string {
  const whole = Math.log(VOCABULARY + 1);
  const word = () => nameOf(Math.floor(Math.exp(random() * whole)));
  return (count) => Array.from({ length: count }, word).join(' ');
}

function nameOf(rank: number): string {
  let [rest, name] = [rank + 400, ''];
  for (; rest > 0; rest = Math.floor(rest / SYLLABLES.length))
    name += SYLLABLES[rest % SYLLABLES.length];
  return name;
}

/** The value below which such a part of the values lies. */
export function quantile(values: number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
}
