import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { wordsIn } from '../../src/intent/learned/features.js';
import { languages, wordsOf } from '../../src/language/language.js';
import { LEARNED } from '../../src/intent/learned/weights.js';

/** A sentence, and the place of what it wants in `LEARNED`. */
export interface Example {
  text: string;
  kind: number;
}

const OTHER = LEARNED.indexOf('other');

/** What customers call the things of many trades: asked for by a word alone, it is nothing else. */
export function tradeWords(): Example[] {
  const groups = languages.map((language) => wordsOf(language).search.synonyms ?? '').join('\n');
  const terms = groups.split(/[,>\n]/).map((term) => term.replace('*', '').trim());
  return [...new Set(terms)].filter(Boolean).map((text) => ({ text, kind: OTHER }));
}

/**
 * The sentences of a folder to learn from, each once: a line is the kind, a tab and the text. A kind
 * that isn't learned is one of the others. `without` has the words of sentences that are for measuring.
 */
export function sentencesIn(folder: string, without: Set<string>): Example[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.tsv'));
  const seen = new Set(without);
  const lines = files
    .toSorted()
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'));
  return lines.filter(Boolean).flatMap((line) => {
    const [kind, text] = line.split('\t');
    if (seen.has(keyOf(text))) return [];
    seen.add(keyOf(text));
    const place = LEARNED.indexOf(kind as (typeof LEARNED)[number]);
    return [{ text, kind: place < 0 ? OTHER : place }];
  });
}

/** By which two sentences are the same. */
export function keyOf(text: string): string {
  return wordsIn(text).join(' ');
}
