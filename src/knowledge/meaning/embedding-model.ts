import { Injectable, Logger } from '@nestjs/common';
import type { OpenAIEmbeddings } from '@langchain/openai';
import { Env } from '../../env/env.js';
import { Circuit } from './circuit.js';
import { prefixesOf } from './prefixes.js';
import { shorten, type Vectors } from './vectors.js';

/** OpenAI's current small model; the model of another server must be named. */
const OPENAI_DEFAULT = 'text-embedding-3-small';
/** Milliseconds that a question's embedding may take: then words alone must do. */
const QUESTION_MS = 2000;
/** Milliseconds for a batch of texts. A small model on a busy CPU takes seconds for each. */
const BATCH_MS = 120_000;
/** Questions whose vectors are kept: one is searched for alone and with the one before it. */
const REMEMBERED = 200;

/** Any OpenAI-compatible embedding model, through LangChain. */
@Injectable()
export class EmbeddingModel {
  private readonly logger = new Logger(EmbeddingModel.name);
  private readonly circuit = new Circuit(QUESTION_MS);
  private readonly clients = new Map<string, Promise<OpenAIEmbeddings>>();
  private readonly remembered = new Map<string, Vectors>();

  constructor(private readonly env: Env) {}

  /** The model's name; undefined when there is none, and words alone are searched for. */
  get name(): string | undefined {
    const { EMBEDDING_MODEL, OPENAI_BASE_URL, OPENAI_API_KEY } = this.env;
    return EMBEDDING_MODEL ?? (OPENAI_API_KEY && !OPENAI_BASE_URL ? OPENAI_DEFAULT : undefined);
  }

  /** The vectors of texts of documents. Throws the client's error, or a `RangeError` for bad vectors. */
  async documents(texts: string[], model: string): Promise<Vectors> {
    const client = await this.client(model, BATCH_MS);
    const { passage } = prefixesOf(model);
    return shorten(await client.embedDocuments(texts.map((text) => passage + text)));
  }

  /**
   * The vector of a question; undefined when there is none in time, or the server kept failing and
   * isn't asked for a while. It never throws.
   */
  async question(text: string, model: string): Promise<Vectors | undefined> {
    const key = `${model}\n${text}`;
    const known = this.remembered.get(key);
    if (known) return known;
    try {
      const vector = await this.circuit.ask(() => this.embedded(text, model));
      if (vector) this.remember(key, vector);
      return vector;
    } catch (error) {
      this.logger.warn(`A question was searched by its words alone: ${wording(error)}`);
      return undefined;
    }
  }

  /** LangChain gives a single text as a string, and several as a list: servers tell them apart by it. */
  private async embedded(text: string, model: string): Promise<Vectors> {
    const client = await this.client(model, QUESTION_MS);
    return shorten([await client.embedQuery(prefixesOf(model).query + text)]);
  }

  private remember(key: string, vector: Vectors): void {
    this.remembered.set(key, vector);
    if (this.remembered.size > REMEMBERED)
      this.remembered.delete(this.remembered.keys().next().value!);
  }

  /** LangChain takes a second to load, so it is imported only when a model is named. */
  private client(model: string, timeout: number): Promise<OpenAIEmbeddings> {
    const key = `${model} ${timeout}`;
    const known = this.clients.get(key);
    if (known) return known;
    const made = import('@langchain/openai').then(
      ({ OpenAIEmbeddings }) =>
        new OpenAIEmbeddings({
          model,
          // The client demands a key even where a local server takes none.
          apiKey: this.env.OPENAI_API_KEY ?? 'none',
          maxRetries: 0,
          timeout,
          // Not all servers know base64.
          encodingFormat: 'float',
          configuration: { baseURL: this.env.OPENAI_BASE_URL },
        }),
    );
    this.clients.set(key, made);
    return made;
  }
}

/** Describes an error without the server's own message, which may quote the key or the text. */
export function wording(error: unknown): string {
  const { status, name, message } = error as { status?: number } & Error;
  if (typeof status === 'number') return `the embedding model gave HTTP ${status}`;
  if (name === 'TooSlow' || name === 'RangeError') return `the embedding model: ${message}`;
  return `the embedding model is not reached (${reasonOf(error) ?? name})`;
}

function reasonOf(error: unknown): string | undefined {
  const { code, cause } = error as { code?: unknown; cause?: unknown };
  if (typeof code === 'string') return code;
  return cause instanceof Error ? reasonOf(cause) : undefined;
}
