import { Injectable } from '@nestjs/common';
import type { ChatOpenAI } from '@langchain/openai';
import { Env } from '../../env/env.js';
import { modelRequests, modelTokens, secondsSince } from '../../metrics.js';
import { withoutMarks } from './orders.js';
import type { ModelMessage } from '../conversation.js';

/** OpenAI's current small model; the model of another server must be named. */
const OPENAI_DEFAULT = 'gpt-5.4-mini';
/** Reasoning models, which refuse a temperature. */
const REASONING = /^(o\d|gpt-[5-9])/;

/** The model failed or its answer was empty. The message holds no secrets: it is stored and shown. */
export class ModelError extends Error {
  override name = 'ModelError';
}

interface Usage {
  input_tokens: number;
  output_tokens: number;
}

/** Any OpenAI-compatible chat model, through LangChain. */
@Injectable()
export class ChatModel {
  private readonly clients = new Map<string, Promise<ChatOpenAI>>();

  constructor(private readonly env: Env) {}

  /** Whether a model is configured. */
  get configured(): boolean {
    return !!(this.env.OPENAI_API_KEY || this.env.OPENAI_BASE_URL);
  }

  /**
   * The model's answer, which is never empty. Aborting `signal` closes the connection.
   * Throws `ModelError`, or the signal's reason when that aborts.
   */
  async answer(
    system: string,
    conversation: ModelMessage[],
    signal: AbortSignal,
    name = this.env.CHAT_MODEL ?? OPENAI_DEFAULT,
  ): Promise<string> {
    const messages = [{ role: 'system' as const, text: system }, ...conversation];
    try {
      const client = await this.client(name);
      const content = messages.map(({ role, text }) => ({ role, content: withoutMarks(text) }));
      const answer = await timed(() => client.invoke(content, { signal }), signal);
      return withoutThinking(answer.text);
    } catch (error) {
      signal.throwIfAborted();
      throw error instanceof ModelError ? error : new ModelError(wording(error), { cause: error });
    }
  }

  /** LangChain takes a second to load, so it is imported only at the first question. */
  private client(name: string): Promise<ChatOpenAI> {
    const known = this.clients.get(name);
    if (known) return known;
    const made = import('@langchain/openai').then(
      ({ ChatOpenAI }) =>
        new ChatOpenAI({
          model: name,
          // The client demands a key even where a local server takes none.
          apiKey: this.env.OPENAI_API_KEY ?? 'none',
          temperature: REASONING.test(name) ? undefined : 0,
          maxRetries: 1,
          configuration: { baseURL: this.env.OPENAI_BASE_URL },
        }),
    );
    this.clients.set(name, made);
    return made;
  }
}

/** Asks, and measures how long the model took and how many tokens it used. */
async function timed<T extends { usage_metadata?: Usage }>(
  ask: () => Promise<T>,
  signal: AbortSignal,
): Promise<T> {
  const start = performance.now();
  let answer = 'error';
  try {
    const message = await ask();
    answer = 'ok';
    modelTokens.inc({ kind: 'input' }, message.usage_metadata?.input_tokens ?? 0);
    modelTokens.inc({ kind: 'output' }, message.usage_metadata?.output_tokens ?? 0);
    return message;
  } finally {
    if (signal.aborted) answer = 'aborted';
    modelRequests.observe({ answer }, secondsSince(start));
  }
}

/** Removes the `<think>` part that some local models put before their answer. */
function withoutThinking(answer: string): string {
  const text = answer.replace(/^\s*<think>[\s\S]*?(<\/think>|$)/, '').trim();
  if (!text) throw new ModelError('model gave an empty answer');
  return text;
}

/** Describes an error without the server's own message, which may quote the key. */
function wording(error: unknown): string {
  const { status, code, cause, name } = error as {
    status?: number;
    code?: unknown;
    name?: string;
    cause?: { code?: unknown; cause?: { code?: unknown } };
  };
  if (typeof status === 'number') return `model HTTP ${status}`;
  const reason = cause?.cause?.code ?? cause?.code ?? code;
  return `model not reached (${typeof reason === 'string' ? reason : (name ?? 'unknown error')})`;
}
