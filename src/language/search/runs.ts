import { fold } from '../language.js';

/**
 * Runs of letters and digits, with the marks on them. SQLite's FTS5 cuts texts in the same places, told
 * `unicode61` and `categories 'L* N* Co M*'` (https://www.sqlite.org/fts5.html#unicode61_tokenizer).
 */
const RUN = /[\p{L}\p{N}\p{Co}\p{M}]*[\p{L}\p{N}\p{Co}][\p{L}\p{N}\p{Co}\p{M}]*/gu;

/** More of a word tells it from no other. */
const MOST_CHARACTERS = 64;

/** Returns the words of a text as somebody finds them who reads it: whole, and in any language. */
export function runsOf(text: string): string[] {
  return text.match(RUN) ?? [];
}

/** Returns the words of a text, each once, at most `most`, in small letters and without accents. */
export function foldedRuns(text: string, most: number): string[] {
  const found = new Set<string>();
  for (const run of runsOf(fold(text.toLowerCase()))) {
    if (found.size === most) break;
    found.add(shortened(run));
  }
  return [...found];
}

function shortened(run: string): string {
  return run.length <= MOST_CHARACTERS ? run : run.slice(0, MOST_CHARACTERS).toWellFormed();
}
