import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock.js';
import type { BotConfig } from '../../config/bot-config.js';
import { Env } from '../../env/env.js';
import { modelCosts } from '../../metrics.js';
import type { ModelMessage } from '../conversation.js';
import { generation } from '../trace/model-step.js';
import { beginStep } from '../trace/recorder.js';
import { Prices } from '../usage/prices.js';
import type { Spending } from '../usage/usage.js';
import type { Endpoint, Tokens } from './completions.js';
import { ModelClient, ModelError } from './model-client.js';
import { SteadyClient, type Time } from './steady/steady-client.js';

/** OpenAI's current small model; the model of another server must be named. */
const OPENAI_DEFAULT = 'gpt-5.4-mini';
/** The most that the first of two models gets of an answer's time. */
const FIRST_SHARE = 0.6;

/** How an answer is asked for. */
export interface Call {
  /** Milliseconds for it. */
  ms: number;
  config: Pick<BotConfig, 'chatModel' | 'llmTimeoutMs'>;
  /** Takes what the answer costs, also where there is none. */
  spending: Spending;
}

/** Any OpenAI-compatible chat model, and a second one for when the first one fails. */
@Injectable()
export class ChatModel {
  private readonly clients = new Map<string, SteadyClient>();
  private readonly prices: Prices;

  constructor(
    private readonly env: Env,
    private readonly clock: Clock,
  ) {
    this.prices = new Prices(env.MODEL_PRICES);
  }

  /** Whether a model is configured. */
  get configured(): boolean {
    return !!(this.env.OPENAI_API_KEY || this.env.OPENAI_BASE_URL);
  }

  /** Whether the first model isn't asked for a while, because it failed several times in a row. */
  isResting(config: Call['config']): boolean {
    return !this.client(firstOf(this.env, config)).admits;
  }

  /**
   * The model's answer, which is never empty; the second one's where the first one fails, is empty or is
   * late. Aborting `signal` closes the connection. Throws `ModelError`, or the signal's reason when that
   * aborts.
   */
  async answer(
    system: string,
    conversation: ModelMessage[],
    signal: AbortSignal,
    call: Call,
  ): Promise<string> {
    const messages = [{ role: 'system' as const, text: system }, ...conversation];
    const ends = performance.now() + call.ms;
    let failure: ModelError | undefined;
    const admitted = this.clientsFor(call).filter(isAdmitted);
    for (const [at, client] of admitted.entries()) {
      const left = Math.max(0, ends - performance.now());
      const time = timeOf(left, at < admitted.length - 1, signal, call);
      try {
        const used = (tokens: Tokens) => this.count(tokens, client.name, call);
        return (await client.ask(messages, time, used)).text;
      } catch (error) {
        if (signal.aborted || !(error instanceof ModelError)) throw error;
        failure = error;
      }
    }
    throw failure ?? new ModelError('model is not asked for a while: it failed several times');
  }

  private count({ input, output }: Tokens, model: string, { spending }: Call): void {
    const tokens = { inputTokens: input, outputTokens: output };
    const cost = this.prices.cost(model, tokens);
    spending.add({ model, ...tokens, cost });
    if (cost) modelCosts.inc({ model }, cost);
  }

  /** The models, in the order in which they are asked. */
  private clientsFor({ config }: Call): SteadyClient[] {
    const { env } = this;
    const first = this.client(firstOf(env, config));
    const second = env.FALLBACK_CHAT_MODEL && this.client(fallbackOf(env, env.FALLBACK_CHAT_MODEL));
    return second && second !== first ? [first, second] : [first];
  }

  private client(endpoint: Endpoint): SteadyClient {
    const id = JSON.stringify(endpoint);
    const known = this.clients.get(id);
    if (known) return known;
    const client = new SteadyClient(new ModelClient(endpoint), this.clock);
    this.clients.set(id, client);
    return client;
  }
}

/** Whether a model is asked now: one that failed again and again is skipped for a while. */
function isAdmitted({ admits, name }: SteadyClient): boolean {
  if (!admits) beginStep()(generation(name, 'skipped'));
  return admits;
}

/** The model that is asked first. */
export function firstOf(env: Env, { chatModel }: Pick<BotConfig, 'chatModel'>): Endpoint {
  const { OPENAI_API_KEY: key, OPENAI_BASE_URL: baseUrl } = env;
  return { baseUrl, key, name: chatModel ?? env.CHAT_MODEL ?? OPENAI_DEFAULT };
}

/** The second model's server. The first one's key is for no other server than its own. */
export function fallbackOf(env: Env, name: string): Endpoint {
  const { FALLBACK_OPENAI_BASE_URL: other, FALLBACK_OPENAI_API_KEY: key } = env;
  if (other && other !== env.OPENAI_BASE_URL) return { baseUrl: other, key, name };
  return { baseUrl: env.OPENAI_BASE_URL, key: key ?? env.OPENAI_API_KEY, name };
}

function timeOf(left: number, isShare: boolean, signal: AbortSignal, call: Call): Time {
  const ms = isShare ? left * FIRST_SHARE : left;
  return { signal, ms, wholeMs: call.config.llmTimeoutMs, isShare };
}
