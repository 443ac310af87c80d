import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Scenario, Turn } from '../../../src/scenarios/scenario.js';
import { EvalApp } from '../eval-app.js';
import type { Given } from '../../../src/rehearsals/answer.js';
import { type Mark, mark } from '../../../src/rehearsals/marking.js';
import { shuffled } from '../../support/seeded.js';

/** A turn that was played, and its answer's mark. */
export interface Played extends Mark {
  turn: Turn;
  /** What its sender had asked before. */
  before: string[];
  given: Given;
  ms: number;
}

/** Only so many turns, chosen by a seed; whole conversations, so that follow-ups follow. */
export interface Sample {
  turns: number;
  seed: number;
}

/** Plays sets, one after the other. Those of one business in one configuration share an app. */
export class Players {
  private readonly models: NodeJS.ProcessEnv;
  private app?: EvalApp;
  private business = '';

  /** `models` holds the variables of the environment that name the models. */
  constructor(models: NodeJS.ProcessEnv) {
    this.models = models;
  }

  /** Plays all conversations of a set, each turn by turn. */
  async play(set: Scenario, sample?: Sample): Promise<Played[]> {
    const app = await this.appFor(set);
    const played: Played[] = [];
    for (const { turns } of sample ? sampled(set, sample) : set.conversations) {
      app.setTime(set.now);
      played.push(...(await converse(app, turns)));
    }
    return played;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.app?.close();
  }

  private async appFor({ documents, config }: Scenario): Promise<EvalApp> {
    const business = JSON.stringify([documents, config]);
    if (this.app && this.business === business) return this.app;
    await this.app?.close();
    this.app = await EvalApp.start(this.models);
    this.business = business;
    for (const file of documents)
      await this.app.upload({ name: basename(file), bytes: readFileSync(file) });
    await this.app.vectorsMade();
    // Each answer is marked: two in a row that say nothing may both be wanted.
    await this.app.configure({ handover_unsure: 0, ...config });
    return this.app;
  }
}

/** Whoever was handed over, though it wasn't wanted, gets no more answers from the bot. */
const SILENCE: Given = { text: '', mode: 'fallback', sources: [] };

async function converse(app: EvalApp, turns: Turn[]): Promise<Played[]> {
  const played: Played[] = [];
  let conversation: string | undefined;
  async function asked(text: string): Promise<Given> {
    const answer = await app.ask(text, conversation);
    const { mode, sources, handover } = answer;
    conversation = answer.conversation_id;
    return { text: app.asSent(answer.answer), mode, sources, handover };
  }
  for (const turn of turns) {
    const started = performance.now();
    const given = played.some(({ handedOver }) => handedOver) ? SILENCE : await asked(turn.ask);
    const ms = performance.now() - started;
    const before = played.map(({ turn }) => turn.ask);
    played.push({ turn, before, given, ms, ...mark(turn, given) });
  }
  return played;
}

function sampled({ conversations }: Scenario, { turns, seed }: Sample) {
  const chosen: Scenario['conversations'] = [];
  let count = 0;
  for (const conversation of shuffled(conversations, seed)) {
    if (count >= turns) break;
    chosen.push(conversation);
    count += conversation.turns.length;
  }
  return chosen;
}
