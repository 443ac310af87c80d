import type { ChatOpenAI } from '@langchain/openai';
import { modelRequests, modelTokens, secondsSince } from '../../metrics.js';
import type { ModelMessage } from '../conversation.js';
import { withoutMarks } from './orders.js';

/** Reasoning models, which refuse a temperature. */
const REASONING = /^(o\d|gpt-[5-9])/;

/** The model failed or its answer was empty. The message holds no secrets: it is stored and shown. */
export class ModelError extends Error {
  override name = 'ModelError';
}

/** One model of one OpenAI-compatible server. */
export interface Endpoint {
  /** The address that `/chat/completions` is joined to; OpenAI's where there is none. */
  baseUrl?: string;
  key?: string;
  /** The model's name. */
  name: string;
}

/** What a model is told: its orders first, then what was said. */
export interface Said {
  role: 'system' | ModelMessage['role'];
  text: string;
}

/** What came back. */
export interface ModelAnswer {
  /** It may be empty. */
  text: string;
  /** Tokens; 0 where the server doesn't say. */
  usage: { input: number; output: number };
  /** Whether the answer ends where the limit of its tokens was reached. */
  cut: boolean;
}

/** Asks one model of one OpenAI-compatible server, through LangChain. */
export class ModelClient {
  private made?: Promise<ChatOpenAI>;

  constructor(readonly endpoint: Endpoint) {}

  /**
   * One answer to these messages. Aborting `signal` closes the connection. Throws a `ModelError`, whose
   * cause is the client's error, or the signal's reason when that aborts.
   */
  async ask(messages: Said[], signal: AbortSignal): Promise<ModelAnswer> {
    try {
      const client = await this.client();
      const content = messages.map(({ role, text }) => ({ role, content: withoutMarks(text) }));
      const ask = async () => read(await client.invoke(content, { signal }));
      return await timed(ask, signal, this.endpoint.name);
    } catch (error) {
      signal.throwIfAborted();
      throw error instanceof ModelError ? error : new ModelError(wording(error), { cause: error });
    }
  }

  /** LangChain takes a second to load, so it is imported only at the first question. */
  private client(): Promise<ChatOpenAI> {
    const { baseUrl, key, name } = this.endpoint;
    this.made ??= import('@langchain/openai').then(
      ({ ChatOpenAI }) =>
        new ChatOpenAI({
          model: name,
          // The client demands a key even where a local server takes none.
          apiKey: key ?? 'none',
          temperature: REASONING.test(name) ? undefined : 0,
          // Who asks decides whether to ask again (`SteadyClient`).
          maxRetries: 0,
          configuration: { baseURL: baseUrl },
        }),
    );
    return this.made;
  }
}

/** What LangChain makes of an answer. */
interface Completed {
  text: string;
  usage_metadata?: { input_tokens: number; output_tokens: number };
  response_metadata: object;
}

function read({ text, usage_metadata: usage, response_metadata: about }: Completed): ModelAnswer {
  return {
    text,
    usage: { input: usage?.input_tokens ?? 0, output: usage?.output_tokens ?? 0 },
    cut: 'finish_reason' in about && about.finish_reason === 'length',
  };
}

/** Asks, and measures how long the model took and how many tokens it used. */
async function timed(
  ask: () => Promise<ModelAnswer>,
  signal: AbortSignal,
  model: string,
): Promise<ModelAnswer> {
  const start = performance.now();
  let outcome = 'error';
  try {
    const answer = await ask();
    outcome = 'ok';
    modelTokens.inc({ kind: 'input', model }, answer.usage.input);
    modelTokens.inc({ kind: 'output', model }, answer.usage.output);
    return answer;
  } finally {
    if (signal.aborted) outcome = 'aborted';
    modelRequests.observe({ answer: outcome }, secondsSince(start));
  }
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
