import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type KeptVectors, VectorStore } from '../../src/knowledge/meaning/store/vector.store.js';

/** Words that mean the same get the same number in a vector; unknown ones get one by their letters. */
const MEANINGS = [
  'delivery shipping envío reparto',
  'dog dogs pet pets perro',
  'price cost precio',
  'open hours horario',
  'parking park cars',
];
const SIZE = 64;

/** A vector such as a model might give, by the words of a text. `shift` makes another model's. */
export function vectorOf(text: string, shift = 0): number[] {
  const vector = Array.from({ length: SIZE }, () => 0.3);
  for (const word of text.toLowerCase().match(/\p{L}{3,}/gu) ?? []) {
    const known = MEANINGS.findIndex((words) => words.split(' ').includes(word));
    const at =
      known >= 0 ? known : 8 + ([...word].reduce((sum, c) => sum * 31 + c.charCodeAt(0), 7) % 56);
    vector[(at + shift) % SIZE] += known >= 0 ? 4 : 1;
  }
  return vector;
}

/** What an endpoint for embeddings, or for reranking, was asked. */
export interface EmbeddingServer {
  /** For OPENAI_BASE_URL. */
  url: string;
  requests: { path: string; authorization?: string; body: Record<string, any> }[];
  /** What it answers; by default with vectors. A number is a status. */
  answer: (body: Record<string, any>) => unknown;
  close(): Promise<void>;
}

/** A server that gives vectors by `vectorOf`. */
export async function startEmbeddingServer(): Promise<EmbeddingServer> {
  const http: Server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => (text += chunk.toString()));
    request.on('end', () => {
      const { authorization } = request.headers;
      const body = JSON.parse(text) as Record<string, any>;
      server.requests.push({ path: request.url!, authorization, body });
      const answer = server.answer(body);
      if (answer === undefined) return;
      response.writeHead(typeof answer === 'number' ? answer : 200, {
        'Content-Type': 'application/json',
      });
      response.end(JSON.stringify(typeof answer === 'number' ? { error: {} } : answer));
    });
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const server: EmbeddingServer = {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}/v1`,
    requests: [],
    answer: ({ input }) => ({
      object: 'list',
      data: [input].flat().map((of: string) => ({ embedding: vectorOf(of) })),
    }),
    close: () => {
      http.closeAllConnections();
      return new Promise((resolve) => http.close(() => resolve()));
    },
  };
  return server;
}

/** Vectors in memory. */
export class MemoryVectors extends VectorStore {
  readonly kept = new Map<string, Map<string, Uint8Array>>();

  private of(model: string): Map<string, Uint8Array> {
    const known = this.kept.get(model) ?? new Map<string, Uint8Array>();
    this.kept.set(model, known);
    return known;
  }
  async models() {
    const all = [...this.kept].map(([model, { size: count }]) => ({ model, count }));
    return all.filter(({ count }) => count > 0);
  }
  async find(model: string, keys: string[]) {
    const of = this.of(model);
    return keys.flatMap((key) => (of.has(key) ? [{ key, bytes: of.get(key)! }] : []));
  }
  async keys(model: string) {
    return [...this.of(model).keys()];
  }
  async put(model: string, vectors: KeptVectors[]) {
    for (const { key, bytes } of vectors) this.of(model).set(key, bytes);
  }
  async remove(model: string, keys: string[]) {
    for (const key of keys) this.of(model).delete(key);
  }
  async clear(model: string) {
    this.kept.delete(model);
  }
}
