/** From these lengths on, a word is taken for a misspelling with one slip, and with two. */
const ONE_SLIP = 5;
const TWO_SLIPS = 9;

/** In shorter words, a letter for another makes another word: "clade" is no "clase". */
const CONFUSION = 4;

/** Letters that people take for one another, by the sound or by the place on a keyboard. */
const CONFUSED = new Set(
  [
    ...'bv sz sc cz ck kq gj ly yi ei mn ou ph wv xs'.split(' '),
    ...['qwertyuiop', 'asdfghjkl', 'zxcvbnm'].flatMap((row) =>
      Array.from(row.slice(1), (key, at) => row[at] + key),
    ),
  ].flatMap((pair) => [pair, pair[1] + pair[0]]),
);

/** How many slips a word may have; never one in a number, nor in a word with digits. */
export function slipsAllowed(word: string): number {
  if (word.length < ONE_SLIP || !/^\p{L}+$/u.test(word)) return 0;
  return word.length < TWO_SLIPS ? 1 : 2;
}

/**
 * By how many slips `written` differs from `meant`, undefined where by more than `allowed`. A slip is
 * a letter too many or too few, two neighbours swapped, or a letter that is easily taken for another;
 * any other wrong letter counts as two. The first sound is right, or swapped with the second.
 */
export function slips(written: string, meant: string, allowed: number): number | undefined {
  if (Math.abs(written.length - meant.length) > allowed) return undefined;
  if (!beginnings(written).includes(beginning(meant))) return undefined;
  if (unlike(letters(written), letters(meant)) > 2 * allowed) return undefined;
  const counted = distance(written, meant, allowed);
  return counted <= allowed ? counted : undefined;
}

/** Which letters a word has, one bit each: most words are told apart by them, at little cost. */
function letters(word: string): number {
  let bits = 0;
  for (let at = 0; at < word.length; at++) bits |= 1 << (word.charCodeAt(at) & 31);
  return bits;
}

function unlike(a: number, b: number): number {
  let count = 0;
  for (let bits = a ^ b; bits; bits &= bits - 1) count++;
  return count;
}

/** The first sound: "ora" is "hora", "baso" is "vaso", "kilo" is "quilo". */
export function beginning(word: string): string {
  const first = word[word.startsWith('h') ? 1 : 0] ?? '';
  return SOUNDS[first] ?? first;
}
const SOUNDS: Record<string, string> = { v: 'b', k: 'c', q: 'c', z: 's' };

/** What a misspelt word may have meant to begin with: its first two letters may be swapped. */
export function beginnings(written: string): string[] {
  return [beginning(written), beginning(written.slice(1))];
}

/** The rows of the matrix, used again for each pair of words. */
let [before, row, next] = [new Uint8Array(64), new Uint8Array(64), new Uint8Array(64)];

/** The edit distance of Damerau, with the weights above; anything over `allowed` where it is more. */
function distance(a: string, b: string, allowed: number): number {
  if (b.length >= row.length || a.length >= row.length) return Infinity;
  for (let j = 0; j <= b.length; j++) row[j] = j;
  for (let i = 1; i <= a.length; i++) {
    let least = (next[0] = i);
    for (let j = 1; j <= b.length; j++) {
      const x = a[i - 1];
      const y = b[j - 1];
      const wrong = x === y ? 0 : a.length >= CONFUSION && CONFUSED.has(x + y) ? 1 : 2;
      let best = Math.min(row[j - 1] + wrong, row[j] + 1, next[j - 1] + 1);
      const swap = i > 1 && j > 1 && x !== y && x === b[j - 2] && a[i - 2] === y;
      if (swap) best = Math.min(best, before[j - 2] + 1);
      next[j] = best;
      if (best < least) least = best;
    }
    if (least > allowed + 1) return Infinity;
    [before, row, next] = [row, next, before];
  }
  return row[b.length];
}
