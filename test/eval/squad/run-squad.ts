import { basename } from 'node:path';
import { answerFigures } from './answer-figures.js';
import { bm25, vectors } from './baselines.js';
import { ModelProxy } from '../model-proxy.js';
import { searchFigures } from './search-figures.js';
import { shuffled } from '../../support/seeded.js';
import { half, readSquad } from './squad.js';
import { SquadBot } from './squad-bot.js';

export interface SquadOptions {
  file: string;
  /** Only the questions about every second article. */
  half?: 'a' | 'b';
  /** How many questions a model answers, and what they are chosen by. */
  sample: number;
  seed: number;
}

/** Measures search and answers on a file in SQuAD's form, and prints the figures as one JSON line. */
export async function runSquad({ file, half: which, sample, seed }: SquadOptions): Promise<void> {
  const squad = readSquad(file);
  const { contexts } = squad;
  const questions = which ? half(squad, which) : squad.questions;
  await using proxy = await ModelProxy.start();
  const { EMBEDDING_MODEL: embedding, CHAT_MODEL: chat } = proxy.env;
  console.error(`${contexts.length} documents, ${questions.length} questions`);
  const baselines = {
    bm25: bm25(contexts, questions),
    ...(embedding && { vectors: await vectors(contexts, questions, proxy, embedding) }),
  };
  const found = await extractive(proxy, squad.contexts, questions);
  const answered =
    chat && (await generated(proxy, chat, contexts, shuffled(questions, seed).slice(0, sample)));
  console.log(
    JSON.stringify({
      file: basename(file),
      documents: contexts.length,
      questions: questions.length,
      ...(which && { half: which }),
      ...(embedding && { embedding_model: embedding }),
      ...found,
      baselines,
      ...(answered && { chat_model: chat, sample, seed, ...answered }),
    }),
  );
}

type Questions = ReturnType<typeof half>;
type Contexts = ReturnType<typeof readSquad>['contexts'];

/** Without the model, even where there is one. */
async function extractive(proxy: ModelProxy, contexts: Contexts, questions: Questions) {
  await using bot = await SquadBot.start(proxy.env, contexts);
  bot.app.leaveModelOut();
  return await searchFigures(bot, contexts, questions);
}

async function generated(proxy: ModelProxy, model: string, contexts: Contexts, sample: Questions) {
  await using bot = await SquadBot.start(proxy.env, contexts);
  return await answerFigures(bot, contexts, sample, proxy, model);
}
