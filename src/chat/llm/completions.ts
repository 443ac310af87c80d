import type { ChatOpenAICompletions } from '@langchain/openai';
import { modelRequests, modelTokens, secondsSince } from '../../metrics.js';
import type { ModelMessage } from '../conversation.js';
import { clean } from '../../model-output/clean.js';
import { endedWhole } from '../../model-output/whole.js';
import { type Asked, fieldsOf } from './parameters.js';

/** One model of one OpenAI-compatible server. */
export interface Endpoint {
  /** The address that `/chat/completions` is joined to; OpenAI's where there is none. */
  baseUrl?: string;
  key?: string;
  /** The model's name. */
  name: string;
}

/** What a model is told: its orders first, then what was said; without the marks of a template. */
export interface Said {
  role: 'system' | ModelMessage['role'];
  text: string;
}

/** Tokens of one request; 0 where the server doesn't say. */
export interface Tokens {
  input: number;
  output: number;
}

/** The answer to one request. */
export interface Completion {
  /** What a customer may read of it. It may be empty. */
  text: string;
  /** As the model wrote it. */
  raw: string;
  /** Whether the limit of tokens was reached: the text ends at its last whole sentence, with a mark. */
  cut: boolean;
  tokens: Tokens;
}

/** Requests to one model, through LangChain. */
export class Completions {
  private readonly clients = new Map<string, Promise<ChatOpenAICompletions>>();

  constructor(private readonly endpoint: Endpoint) {}

  /** Sends one request, and measures it. Throws the client's error. */
  async request(messages: Said[], asked: Asked, signal: AbortSignal): Promise<Completion> {
    const client = await this.client(fieldsOf(asked));
    const content = messages.map(({ role, text }) => ({ role, content: text }));
    const most = asked.limit && asked.tokens;
    const invoke = async () => read(await client.invoke(content, { signal }), most);
    return timed(invoke, signal, this.endpoint.name);
  }

  private client(fields: Record<string, number>): Promise<ChatOpenAICompletions> {
    const key = JSON.stringify(fields);
    const client = this.clients.get(key) ?? clientOf(this.endpoint, fields);
    this.clients.set(key, client);
    return client;
  }
}

/**
 * LangChain takes a second to load, so it is imported only at the first question. It guesses by a
 * model's name which parameters it takes: ours are set last.
 */
async function clientOf({ baseUrl, key, name }: Endpoint, fields: Record<string, number>) {
  const { ChatOpenAICompletions: OfOpenAI } = await import('@langchain/openai');
  return new (class extends OfOpenAI {
    override invocationParams(...about: Parameters<ChatOpenAICompletions['invocationParams']>) {
      const none = { temperature: undefined, max_tokens: undefined };
      const params = super.invocationParams(...about);
      return { ...params, ...none, max_completion_tokens: undefined, ...fields };
    }
  })({
    model: name,
    // The client demands a key even where a local server takes none.
    apiKey: key ?? 'none',
    // Who asks decides whether to ask again (`SteadyClient`).
    maxRetries: 0,
    configuration: { baseURL: baseUrl },
  });
}

/** What LangChain makes of an answer. Thoughts in fields of their own are in none of these. */
interface Heard {
  text: string;
  usage_metadata?: { input_tokens: number; output_tokens: number };
  response_metadata: object;
}

/** Some servers say "stop" whatever stopped the model: then the tokens tell. `most` is their limit. */
function read({ text, usage_metadata: used, response_metadata: about }: Heard, most?: number) {
  const tokens = { input: used?.input_tokens ?? 0, output: used?.output_tokens ?? 0 };
  const said = 'finish_reason' in about ? about.finish_reason : undefined;
  const cut = said === 'length' || said === 'model_length' || tokens.output === most;
  const answer = clean(text);
  return { text: cut ? endedWhole(answer) : answer, raw: text, cut, tokens };
}

/** Asks, and measures how long the model took and how many tokens it used. */
async function timed(
  ask: () => Promise<Completion>,
  signal: AbortSignal,
  model: string,
): Promise<Completion> {
  const start = performance.now();
  let outcome = 'error';
  try {
    const answer = await ask();
    outcome = 'ok';
    modelTokens.inc({ kind: 'input', model }, answer.tokens.input);
    modelTokens.inc({ kind: 'output', model }, answer.tokens.output);
    return answer;
  } finally {
    if (signal.aborted) outcome = 'aborted';
    modelRequests.observe({ answer: outcome }, secondsSince(start));
  }
}
