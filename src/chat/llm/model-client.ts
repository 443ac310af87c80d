import { Logger } from '@nestjs/common';
import { addToSpan, traced } from '../../tracing/traced.js';
import { generation } from '../trace/model-step.js';
import { beginStep } from '../trace/recorder.js';
import {
  type Completion,
  Completions,
  type Endpoint,
  type Said,
  type Tokens,
} from './completions.js';
import { withoutMarks } from './orders.js';
import { type Asked, FIRST, refusalOf, THINKING_TOKENS } from './parameters.js';

/** The model failed or its answer was empty. The message holds no secrets: it is stored and shown. */
export class ModelError extends Error {
  override name = 'ModelError';
}

/** What came back: its text is never empty. */
export type ModelAnswer = Pick<Completion, 'text' | 'cut'>;

/**
 * Asks one model of one OpenAI-compatible server. It remembers which parameters the model refused, and
 * whether it needs room for thoughts.
 */
export class ModelClient {
  private readonly logger = new Logger(ModelClient.name);
  private readonly completions: Completions;
  private parameters = FIRST;

  constructor(readonly endpoint: Endpoint) {
    this.completions = new Completions(endpoint);
  }

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
    const told = messages.map(({ role, text }) => ({ role, text: withoutMarks(text) }));
    beginStep()({ kind: 'prompt', messages: told });
    const accepted = async () => {
      const { tokens, raw: _, ...answer } = await this.accepted(told, signal);
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
  private async accepted(messages: Said[], signal: AbortSignal): Promise<Completion> {
    let asked = this.parameters;
    const refused: string[] = [];
    for (;;) {
      try {
        const answer = await this.request(messages, asked, signal);
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

  /** One request, which the trace of the answer shows. */
  private async request(messages: Said[], asked: Asked, signal: AbortSignal): Promise<Completion> {
    const { name } = this.endpoint;
    const ended = beginStep(generation(name, 'stopped'));
    try {
      const answer = await this.traced(() => this.completions.request(messages, asked, signal));
      const { raw, text, cut, tokens } = answer;
      const cleaned = text === raw ? null : text;
      const used = { input_tokens: tokens.input, output_tokens: tokens.output };
      ended(generation(name, 'answered', { raw, cleaned, cut, ...used }));
      return answer;
    } catch (error) {
      const stopped = signal.aborted;
      ended(
        generation(name, stopped ? 'stopped' : 'failed', stopped ? {} : { error: wording(error) }),
      );
      throw error;
    }
  }

  /** By OpenTelemetry's conventions for generative AI, without what was said. */
  private traced(request: () => Promise<Completion>): Promise<Completion> {
    const facts = { 'gen_ai.operation.name': 'chat', 'gen_ai.request.model': this.endpoint.name };
    return traced(`chat ${this.endpoint.name}`, { kind: 'client', facts }, async () => {
      const answer = await request();
      const { input, output } = answer.tokens;
      addToSpan({ 'gen_ai.usage.input_tokens': input, 'gen_ai.usage.output_tokens': output });
      return answer;
    });
  }

  private remember(accepted: Asked, refused: string[]): void {
    this.parameters = { ...accepted, tokens: this.parameters.tokens };
    const { name } = this.endpoint;
    this.logger.log(`The model ${name} refuses ${refused.join(', ')}: asked without from now on`);
  }

  /**
   * Whether thoughts took the room of an answer, wherever they are: it has fewer characters than the
   * limit has tokens. From then on there is more room.
   */
  private hasThoughtTooLong({ cut, text }: ModelAnswer): boolean {
    const { tokens } = this.parameters;
    if (!cut || tokens === THINKING_TOKENS || text.length >= tokens) return false;
    this.parameters = { ...this.parameters, tokens: THINKING_TOKENS };
    const { name } = this.endpoint;
    this.logger.log(`The model ${name} thinks: it may write ${THINKING_TOKENS} tokens from now on`);
    return true;
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
