import MiniSearch from 'minisearch';
import snowball from 'snowball-stemmers';
import { fold, guessLanguage, wordsOf } from '../../../src/language/language.js';
import type { ModelProxy } from '../model-proxy.js';
import { PLACES, placeOf, type Ranking, ranking } from './ranking.js';
import type { Context, Question } from './squad.js';

/** Passages whose vectors are asked for at once. */
const BATCH = 16;

/**
 * BM25 alone: MiniSearch with its own settings on the passages' texts, with Snowball's stemmer for the
 * file's language where we have one. No synonyms, typos, headings or weights.
 */
export function bm25(contexts: Context[], questions: Question[]): Ranking {
  const stem = stemmerFor(contexts);
  const mini = new MiniSearch<Context>({
    idField: 'name',
    fields: ['text'],
    processTerm: (word) => stem(word.toLowerCase()),
  });
  mini.addAll(contexts);
  return ranking(
    questions.map(({ text, context }) => {
      const found = mini.search(text).slice(0, PLACES);
      return placeOf(
        context.name,
        found.map(({ id }) => id as string),
      );
    }),
  );
}

function stemmerFor(contexts: Context[]): (word: string) => string {
  const language = guessLanguage(
    contexts
      .slice(0, 20)
      .map(({ text }) => text)
      .join('\n'),
  );
  const algorithm = language && wordsOf(language).search.stemmer;
  if (!algorithm) return fold;
  const stemmer = snowball.newStemmer(algorithm);
  return (word) => fold(stemmer.stem(word));
}

/** Plain vector search: the cosine of the question's vector and each whole passage's. */
export async function vectors(
  contexts: Context[],
  questions: Question[],
  proxy: ModelProxy,
  model: string,
): Promise<Ranking> {
  const [query, passage] = /e5/i.test(model) ? ['query: ', 'passage: '] : ['', ''];
  const made: number[][] = [];
  for (let at = 0; at < contexts.length; at += BATCH) {
    const batch = contexts.slice(at, at + BATCH).map(({ text }) => passage + text);
    made.push(...(await proxy.embed(model, batch)).map(unit));
  }
  const places: (number | undefined)[] = [];
  for (const { text, context } of questions) {
    const asked = unit((await proxy.embed(model, query + text))[0]);
    const scored = contexts.map(({ name }, at) => ({ name, score: product(asked, made[at]) }));
    const found = scored.sort((a, b) => b.score - a.score).slice(0, PLACES);
    places.push(
      placeOf(
        context.name,
        found.map(({ name }) => name),
      ),
    );
  }
  return ranking(places);
}

function unit(vector: number[]): number[] {
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}

function product(a: number[], b: number[]): number {
  return a.reduce((sum, value, at) => sum + value * b[at], 0);
}
