import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('../../node_modules/.cache/recado-eval/', import.meta.url));

/** A request in OpenAI's form for the vectors of texts. */
export interface EmbeddingsRequest {
  input: string | string[];
  [setting: string]: unknown;
}

interface Answered {
  status: number;
  said: string;
}

/** Keeps vectors by the whole request they answer: the model, the settings and the text. */
export class VectorCache {
  private readonly db: DatabaseSync;

  constructor() {
    mkdirSync(FOLDER, { recursive: true });
    this.db = new DatabaseSync(`${FOLDER}vectors.sqlite`);
    this.db.exec('PRAGMA busy_timeout = 10000; PRAGMA journal_mode = WAL');
    this.db.exec('CREATE TABLE IF NOT EXISTS vectors (key TEXT PRIMARY KEY, vector TEXT) STRICT');
  }

  /** The answer to a request; only texts that are new are asked for, by `ask`. */
  async answer(
    request: EmbeddingsRequest,
    ask: (body: string) => Promise<Answered>,
  ): Promise<Answered> {
    const { input, ...settings } = request;
    const single = typeof input === 'string';
    const texts = [input].flat();
    const keys = texts.map((text) => hash(JSON.stringify([settings, single, text])));
    const known = keys.map((key) => this.get(key));
    const unknown = texts.filter((_, at) => known[at] === undefined);
    if (unknown.length) {
      const wanted = { ...settings, input: single ? input : unknown };
      const answered = await ask(JSON.stringify(wanted));
      if (answered.status !== 200) return answered;
      const made = (JSON.parse(answered.said) as Body).data.map(({ embedding }) => embedding);
      for (const [at, key] of keys.entries())
        if (known[at] === undefined) this.put(key, (known[at] = made.shift()));
    }
    const data = known.map((embedding, index) => ({ object: 'embedding', index, embedding }));
    const usage = { prompt_tokens: 0, total_tokens: 0 };
    return { status: 200, said: JSON.stringify({ object: 'list', data, ...settings, usage }) };
  }

  close(): void {
    this.db.close();
  }

  private get(key: string): unknown {
    const row = this.db.prepare('SELECT vector FROM vectors WHERE key = ?').get(key);
    return row && JSON.parse(row.vector as string);
  }

  private put(key: string, vector: unknown): void {
    const insert = this.db.prepare('INSERT OR REPLACE INTO vectors VALUES (?, ?)');
    insert.run(key, JSON.stringify(vector));
  }
}

interface Body {
  data: { index: number; embedding: unknown }[];
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
