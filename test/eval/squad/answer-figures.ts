import { shareOf } from '../figures.js';
import { holdsReference, MOST_WORDS, unsupportedNumbers, wordCount } from './comparing.js';
import { isRefusal } from '../../../src/rehearsals/answer.js';
import type { ModelProxy } from '../model-proxy.js';
import { each, withoutTheirArticles } from './search-figures.js';
import type { Context, Question } from './squad.js';
import type { SquadBot } from './squad-bot.js';

/** What is told to the model when nothing of Recado but its search is used. */
const BARE = 'Answer from these passages, in one to three sentences.';
const BARE_PASSAGES = 3;

/** An answer of a model. */
interface Written {
  text: string;
  passages: string[];
  refused: boolean;
  fellBack: boolean;
  seconds: number;
  tokens: number;
}

/** Shares of the sampled questions; per answer: seconds and tokens. */
export interface AnswerFigures {
  /** In at most 60 words. */
  holds_reference: number;
  longer_than_60_words: number;
  /** A number that neither its passages nor the question have. */
  unsupported_number: number;
  refused: number;
  fell_back: number;
  seconds: number;
  tokens: number;
}

/** The model's answers as Recado has them made, beside those to a bare prompt. */
export async function answerFigures(
  bot: SquadBot,
  contexts: Context[],
  sample: Question[],
  proxy: ModelProxy,
  model: string,
) {
  const answers = await each(sample, 'answered', (question) => recado(bot, question, proxy));
  const bare = await each(sample, 'answered to a bare prompt', (question) =>
    barePrompt(bot, question, proxy, model),
  );
  const removed = await withoutTheirArticles(bot, contexts, sample, (question) =>
    recado(bot, question, proxy),
  );
  return {
    answers: {
      ...figures(sample, answers),
      removed_refused: shareOf(removed, (one) => one.refused),
    },
    bare_prompt: figures(sample, bare),
  };
}

function figures(sample: Question[], answers: Written[]): AnswerFigures {
  const share = (is: (one: Written, question: Question) => boolean) =>
    shareOf(answers, (one, at) => is(one, sample[at]));
  const mean = (of: (one: Written) => number) =>
    Math.round((10 * answers.reduce((sum, one) => sum + of(one), 0)) / answers.length) / 10;
  const long = ({ text }: Written) => wordCount(text) > MOST_WORDS;
  return {
    holds_reference: share(
      (one, { references }) => !long(one) && !one.fellBack && holdsReference(one.text, references),
    ),
    longer_than_60_words: share(long),
    unsupported_number: share(
      ({ text, passages }, question) =>
        unsupportedNumbers(text, question.text, ...passages).length > 0,
    ),
    refused: share(({ refused }) => refused),
    fell_back: share(({ fellBack }) => fellBack),
    seconds: mean(({ seconds }) => seconds),
    tokens: Math.round(mean(({ tokens }) => tokens)),
  };
}

async function recado(bot: SquadBot, { text }: Question, proxy: ModelProxy): Promise<Written> {
  return timed(proxy, async () => {
    const answer = await bot.app.ask(text);
    return {
      text: answer.answer,
      passages: answer.sources.map(({ quote }) => quote),
      refused: isRefusal({ ...answer, text: answer.answer }),
      fellBack: answer.mode === 'fallback',
    };
  });
}

async function barePrompt(
  bot: SquadBot,
  { text }: Question,
  proxy: ModelProxy,
  model: string,
): Promise<Written> {
  const found = (await bot.search(text)).slice(0, BARE_PASSAGES);
  const passages = found.map((passage) => passage.text);
  const system = [BARE, ...passages].join('\n\n');
  return timed(proxy, async () => {
    const answer = await proxy.complete(model, system, text);
    return { text: answer, passages, refused: false, fellBack: false };
  });
}

async function timed(
  proxy: ModelProxy,
  ask: () => Promise<Omit<Written, 'seconds' | 'tokens'>>,
): Promise<Written> {
  const [before, started] = [proxy.tokens, performance.now()];
  const answer = await ask();
  const seconds = (performance.now() - started) / 1000;
  return { ...answer, seconds, tokens: proxy.tokens - before };
}
