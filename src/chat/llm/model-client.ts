import { Logger } from '@nestjs/common';
import type { ChatOpenAICompletions } from '@langchain/openai';
import { modelRequests, modelTokens, secondsSince } from '../../metrics.js';
import type { ModelMessage } from '../conversation.js';
import { withoutMarks } from './orders.js';
import { clean } from './output/clean.js';
import { endedWhole } from './output/whole.js';
import { fieldsOf, FIRST, type Asked, refusalOf, THINKING_TOKENS } from './parameters.js';

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

/** Tokens of one request; 0 where the server doesn't say. */
export interface Tokens {
  input: number;
  output: number;
}

/** What came back. */
export interface ModelAnswer {
  /** What a customer may read, which is never empty. */
  text: string;
  /** Whether the limit of tokens was reached: the text ends at its last whole sentence, with a mark. */
  cut: boolean;
}

/**
 * Asks one model of one OpenAI-compatible server, through LangChain. It remembers which parameters the
 * model refused, and whether it needs room for thoughts.
 */
export class ModelClient {
  private readonly logger = new Logger(ModelClient.name);
  private readonly made = new Map<string, Promise<ChatOpenAICompletions>>();
  private parameters = FIRST;

  constructor(readonly endpoint: Endpoint) {}

  /**
   * One answer to these messages. A model whose thoughts took the room of its answer is asked once more,
   * with more room. `used` is told what each request used, also where the answer is of no use. Aborting
   * `signal` closes the connection. Throws a `ModelError`, whose cause is the client's error, or the
   * signal's reason when that aborts.
   */
  async ask(
    messages: Said[],
    signal: AbortSignal,
    used: (tokens: Tokens) => void = () => undefined,
  ): Promise<ModelAnswer> {
    const accepted = async () => {
      const { tokens, ...answer } = await this.accepted(messages, signal);
      used(tokens);
      return answer;
    };
    try {
      const first = await accepted();
      const again = this.hasThoughtTooLong(first) && !first.text;
      const answer = again ? await accepted() : first;
      if (!answer.text) throw new ModelError('model gave an empty answer');
      return answer;
    } catch (error) {
      signal.throwIfAborted();
      throw error instanceof ModelError ? error : new ModelError(wording(error), { cause: error });
    }
  }

  /** Asks anew as long as the server refuses a parameter, without that. */
  private async accepted(messages: Said[], signal: AbortSignal): Promise<Heard> {
    let asked = this.parameters;
    const refused: string[] = [];
    for (;;) {
      try {
        const answer = await this.once(messages, asked, signal);
        if (refused.length) this.remember(asked, refused);
        return answer;
      } catch (error) {
        const refusal = signal.aborted ? undefined : refusalOf(error, asked);
        if (!refusal) throw error;
        asked = refusal.instead;
        if (refusal.always) refused.push(refusal.field);
      }
    }
  }

  private remember(accepted: Asked, refused: string[]): void {
    this.parameters = { ...accepted, tokens: this.parameters.tokens };
    this.logger.log(
      `The model ${this.endpoint.name} refuses ${refused.join(', ')}: asked without from now on`,
    );
  }

  /**
   * Whether thoughts took the room of an answer, wherever they are: it has fewer characters than the
   * limit has tokens. From then on there is more room.
   */
  private hasThoughtTooLong({ cut, text }: ModelAnswer): boolean {
    const { tokens } = this.parameters;
    if (!cut || tokens === THINKING_TOKENS || text.length >= tokens) return false;
    this.parameters = { ...this.parameters, tokens: THINKING_TOKENS };
    return true;
  }

  private async once(messages: Said[], asked: Asked, signal: AbortSignal) {
    const client = await this.client(fieldsOf(asked));
    const content = messages.map(({ role, text }) => ({ role, content: withoutMarks(text) }));
    const invoke = () => client.invoke(content, { signal });
    return timed(async () => read(await invoke(), asked.tokens), signal, this.endpoint.name);
  }

  private client(fields: Record<string, number>): Promise<ChatOpenAICompletions> {
    const key = JSON.stringify(fields);
    const made = this.made.get(key) ?? clientOf(this.endpoint, fields);
    this.made.set(key, made);
    return made;
  }
}

/**
 * LangChain takes a second to load, so it is imported only at the first question. It guesses by a
 * model's name which parameters it takes: ours are set last.
 */
async function clientOf({ baseUrl, key, name }: Endpoint, fields: Record<string, number>) {
  const { ChatOpenAICompletions: Completions } = await import('@langchain/openai');
  return new (class extends Completions {
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

/** The answer of one request: it may be empty. */
type Heard = ModelAnswer & { tokens: Tokens };

/** What LangChain makes of an answer. Thoughts in fields of their own are in none of these. */
interface Completed {
  text: string;
  usage_metadata?: { input_tokens: number; output_tokens: number };
  response_metadata: object;
}

function read({ text, usage_metadata: used, response_metadata: about }: Completed, most: number) {
  const tokens = { input: used?.input_tokens ?? 0, output: used?.output_tokens ?? 0 };
  const limited = 'finish_reason' in about && about.finish_reason === 'length';
  const cut = limited || tokens.output >= most;
  const answer = clean(text);
  return { text: cut ? endedWhole(answer) : answer, tokens, cut };
}

/** Asks, and measures how long the model took and how many tokens it used. */
async function timed(
  ask: () => Promise<Heard>,
  signal: AbortSignal,
  model: string,
): Promise<Heard> {
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

/** Describes an error without the server's own message, which may quote the key. */
function wording(error: unknown): string {
  const { status, code, cause, name } = error as {
    status?: number;
    code?: unknown;
    name?: string;
    cause?: { status?: number; code?: unknown; cause?: { code?: unknown } };
  };
  if (typeof (status ?? cause?.status) === 'number') return `model HTTP ${status ?? cause?.status}`;
  const reason = cause?.cause?.code ?? cause?.code ?? code;
  return `model not reached (${typeof reason === 'string' ? reason : (name ?? 'unknown error')})`;
}
