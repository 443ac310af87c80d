import type { Lexicon } from './lexicon.js';

/** From this length on a word may have two mistakes. */
const LONG = 8;
/** Words of so few letters are too near to others: only their letters' order is mended. */
const BRIEF = 4;

/**
 * The word of the lexicon that a misspelt one stands for: a letter is missing, doubled or stands in
 * its neighbour's place, or is one that people confuse. Any other letter makes another word
 * ("sundae" is no Sunday). Undefined where none or several come as near.
 */
export function respelt(word: string, { spelt, confused }: Lexicon): string | undefined {
  if (word.length < BRIEF) return undefined;
  let best: { word: string; distance: number } | undefined;
  for (const candidate of spelt) {
    const most = candidate.length >= LONG ? 2 : 1;
    const lengthens = candidate.length === BRIEF || word.length === BRIEF ? 0 : most;
    if (
      Math.abs(candidate.length - word.length) > lengthens ||
      !beginsAlike(word, candidate, confused)
    )
      continue;
    const distance = distanceOf(word, candidate, confused);
    if (distance <= most && (!best || distance < best.distance))
      best = { word: candidate, distance };
  }
  return best?.word;
}

/** Hardly anybody misses a word's first letter altogether; and most of the lexicon is passed over. */
function beginsAlike(one: string, other: string, confused: Set<string>): boolean {
  const [a, b] = [one[0], other[0]];
  return a === b || one[1] === b || a === other[1] || confused.has(a + b);
}

/** The least number of such mistakes between two words (Damerau's, without free substitutions). */
function distanceOf(one: string, other: string, confused: Set<string>): number {
  const rows = [Array.from({ length: other.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const [a, b] = [one[i - 1], other[j - 1]];
      const swap = a === b ? 0 : confused.has(a + b) ? 1 : 2;
      let least = Math.min(rows[i - 1][j] + 1, row[j - 1] + 1, rows[i - 1][j - 1] + swap);
      if (i > 1 && j > 1 && a === other[j - 2] && one[i - 2] === b)
        least = Math.min(least, rows[i - 2][j - 2] + 1);
      row.push(least);
    }
    rows.push(row);
  }
  return rows[one.length][other.length];
}
