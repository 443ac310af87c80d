import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { VectorCache, type EmbeddingsRequest } from './vector-cache.js';

/** What an operator sets for the models; all else is as it is after the first start. */
const NAMES = [
  'OPENAI_API_KEY',
  'OPENAI_BASE_URL',
  'CHAT_MODEL',
  'EMBEDDING_MODEL',
  'RERANK_URL',
  'RERANK_MODEL',
  'RERANK_API_KEY',
  'LLM_TIMEOUT_MS',
];

/**
 * Stands between the app and the models' server: it keeps the vectors that were made, so that a
 * second run asks for none, and counts the tokens of the answers.
 */
export class ModelProxy {
  /** Tokens that chat models have read and written. */
  tokens = 0;
  private readonly server: Server;
  private readonly upstream: string;
  private readonly vectors = new VectorCache();

  private constructor(upstream: string) {
    this.upstream = upstream;
    this.server = createServer((request, response) => {
      this.answer(request, response).catch((error: Error) => {
        if (!response.headersSent) response.writeHead(502);
        response.end(JSON.stringify({ error: { message: error.message } }));
      });
    });
  }

  /** Listens for what the environment names; where it names no server, nobody will ask. */
  static async start(): Promise<ModelProxy> {
    const proxy = new ModelProxy(process.env.OPENAI_BASE_URL ?? 'https://api.openai.com/v1');
    await once(proxy.server.listen(0, '127.0.0.1'), 'listening');
    return proxy;
  }

  /** The environment's variables for the models, with this in the server's place. */
  get env(): NodeJS.ProcessEnv {
    const given = Object.fromEntries(NAMES.map((name) => [name, process.env[name]]));
    const { OPENAI_BASE_URL: base, OPENAI_API_KEY: key } = given;
    return base || key ? { ...given, OPENAI_BASE_URL: this.url } : given;
  }

  /** With the path that the app would add to an address without one. */
  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/v1`;
  }

  /** A chat model's text to a system message and a question. */
  async complete(model: string, system: string, question: string): Promise<string> {
    const messages = [
      { role: 'system', content: system },
      { role: 'user', content: question },
    ];
    const answer = await this.post<Completion>('/chat/completions', { model, messages });
    return answer.choices[0].message.content;
  }

  /** The vector of a question, or those of passages: models of the e5 family tell them apart. */
  async embed(model: string, input: string | string[]): Promise<number[][]> {
    const answer = await this.post<Vectors>('/embeddings', { model, input });
    return answer.data.map(({ embedding }) => embedding);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    this.vectors.close();
  }

  private async post<T>(path: string, body: object): Promise<T> {
    const key = process.env.OPENAI_API_KEY ?? 'none';
    const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${key}` };
    const response = await fetch(this.url + path, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // Whoever gave up must not keep a slow model busy.
    const gone = new AbortController();
    response.on('close', () => gone.abort());
    const ask = (body: string) => this.forward(request, body, gone.signal);
    const body = await text(request);
    const { status, said } = request.url!.endsWith('/embeddings')
      ? await this.vectors.answer(JSON.parse(body) as EmbeddingsRequest, ask)
      : await ask(body);
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(said);
  }

  private async forward(
    { url, method, headers }: IncomingMessage,
    body: string,
    gone: AbortSignal,
  ) {
    const path = url!.replace(/^\/v1(?=\/)/, '');
    const response = await fetch(this.upstream.replace(/\/$/, '') + path, {
      method,
      headers: {
        'Content-Type': 'application/json',
        ...(headers.authorization && { Authorization: headers.authorization }),
      },
      signal: gone,
      ...(body && { body }),
    });
    const said = await response.text();
    if (response.ok && url!.endsWith('/chat/completions'))
      this.tokens += (JSON.parse(said) as Completion).usage?.total_tokens ?? 0;
    return { status: response.status, said };
  }
}

interface Completion {
  choices: { message: { content: string } }[];
  usage?: { total_tokens: number };
}

interface Vectors {
  data: { embedding: number[] }[];
}
