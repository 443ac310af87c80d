import { ENOUGH } from '../../../src/knowledge/search/passage.js';
import { p95, shareOf } from '../figures.js';
import { holdsReference } from './comparing.js';
import { isRefusal } from '../../../src/rehearsals/answer.js';
import { placeOf, ranking, type Ranking } from './ranking.js';
import type { Context, Question } from './squad.js';
import type { SquadBot } from './squad-bot.js';

/** What the search finds, and what is answered from it without a model; shares of the questions. */
export interface SearchFigures {
  search: Ranking & { p95_ms: number };
  extractive: {
    /** The first source's quote holds a reference. */
    holds_reference: number;
    /** All that is quoted, as the sender reads it, holds one. */
    answer_holds_reference: number;
    answerable_refused: number;
    /** Of the questions about an article that was removed. */
    removed_refused: number;
  };
  /** The same by the search alone: no passage is relevant enough for a prompt. */
  no_evidence: { answerable: number; removed: number };
}

/** Asks each question, and again while the article that it is about is removed. */
export async function searchFigures(
  bot: SquadBot,
  contexts: Context[],
  questions: Question[],
): Promise<SearchFigures> {
  const found = await each(questions, 'asked', (question) => findings(bot, question));
  const removed = await withoutTheirArticles(bot, contexts, questions, (question) =>
    findings(bot, question),
  );
  return {
    search: {
      ...ranking(found.map(({ place }) => place)),
      p95_ms: p95(found.map(({ ms }) => ms)),
    },
    extractive: {
      holds_reference: shareOf(found, (one) => one.quoteHolds),
      answer_holds_reference: shareOf(found, (one) => one.answerHolds),
      answerable_refused: shareOf(found, (one) => one.refused),
      removed_refused: shareOf(removed, (one) => one.refused),
    },
    no_evidence: {
      answerable: shareOf(found, (one) => !one.evidence),
      removed: shareOf(removed, (one) => !one.evidence),
    },
  };
}

interface Findings {
  place?: number;
  ms: number;
  evidence: boolean;
  quoteHolds: boolean;
  answerHolds: boolean;
  refused: boolean;
}

async function findings(bot: SquadBot, { text, references, context }: Question): Promise<Findings> {
  const started = performance.now();
  const found = await bot.search(text);
  const ms = performance.now() - started;
  const ids = found.map(({ documentId }) => documentId);
  const answer = await bot.app.ask(text);
  const quote = answer.sources[0]?.quote;
  return {
    place: placeOf(bot.idOf(context), ids),
    ms,
    evidence: found.some(({ relevance }) => relevance >= ENOUGH),
    quoteHolds: quote !== undefined && holdsReference(quote, references),
    answerHolds: quote !== undefined && holdsReference(bot.app.asSent(answer.answer), references),
    refused: isRefusal({ ...answer, text: answer.answer }),
  };
}

/**
 * Asks the questions about an article while that article alone is removed: everything else that
 * might be taken for an answer is there.
 */
export async function withoutTheirArticles<T>(
  bot: SquadBot,
  contexts: Context[],
  questions: Question[],
  ask: (question: Question) => Promise<T>,
): Promise<T[]> {
  const articles = [...new Set(questions.map(({ context }) => context.article))];
  const answers = await each(articles, 'articles removed', async (article) => {
    const of = contexts.filter((context) => context.article === article);
    await bot.remove(of);
    const asked: T[] = [];
    for (const question of questions.filter(({ context }) => context.article === article))
      asked.push(await ask(question));
    await bot.put(of);
    return asked;
  });
  return answers.flat();
}

/** One after the other, with a line of progress now and then. */
export async function each<A, B>(
  all: A[],
  what: string,
  make: (one: A) => Promise<B>,
): Promise<B[]> {
  const made: B[] = [];
  let said = Date.now();
  for (const one of all) {
    made.push(await make(one));
    if (Date.now() - said < 5000 && made.length < all.length) continue;
    console.error(`${made.length} of ${all.length} ${what}`);
    said = Date.now();
  }
  return made;
}
