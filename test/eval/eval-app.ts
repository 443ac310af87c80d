import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Channel } from '../../src/mailbox/outbox/channel.js';
import type { ChatModel } from '../../src/chat/llm/chat-model.js';
import type { ChatAnswer } from '../../src/chat/api/chat.dto.js';
import type { Clock } from '../../src/clock.js';
import type { Passage } from '../../src/knowledge/search/passage.js';
import type { KnowledgeService } from '../../src/knowledge/knowledge.service.js';

const ADMIN_TOKEN = 'a-token-for-eval';

/** Milliseconds until the vectors must be made, and between two looks at them. */
const VECTORS_MS = 20 * 60_000;
const LOOK_MS = 100;

const DOCUMENTS = '/api/v1/knowledge/documents';

interface Upload {
  /** The file's, which is the document's identity. */
  name: string;
  bytes: string | Buffer<ArrayBuffer>;
  title?: string;
}

type Parts = Pick<
  Awaited<ReturnType<typeof builtParts>>,
  'Channel' | 'ChatModel' | 'Clock' | 'KnowledgeService'
>;

/** The app that was built, in this process, on an empty store, without Twilio. */
export class EvalApp {
  private readonly app: NestExpressApplication;
  private readonly directory: string;
  private embeddings = false;
  /** How many passages each document has. */
  private readonly passages = new Map<string, number>();
  private readonly channel: Channel;
  private readonly clock: Clock;
  private readonly model: ChatModel;
  private readonly knowledge: KnowledgeService;

  private constructor(app: NestExpressApplication, directory: string, parts: Parts) {
    this.app = app;
    this.directory = directory;
    this.channel = app.get<Channel>(parts.Channel, { strict: false });
    this.clock = app.get<Clock>(parts.Clock, { strict: false });
    this.model = app.get<ChatModel>(parts.ChatModel, { strict: false });
    this.knowledge = app.get<KnowledgeService>(parts.KnowledgeService, { strict: false });
  }

  /**
   * `models` holds the variables of the environment that name the models. Where they name no chat
   * model, answers are made without one, though its server may be there for vectors.
   */
  static async start(models: NodeJS.ProcessEnv): Promise<EvalApp> {
    const { createApp, listen, readEnv, ...parts } = await builtParts();
    const directory = mkdtempSync(join(tmpdir(), 'recado-eval-'));
    const named = {
      ...models,
      CHAT_MODEL: models.CHAT_MODEL ?? (models.OPENAI_BASE_URL && 'none'),
    };
    const env = readEnv('/dev/null', { ...settings(directory), ...named });
    const app = await createApp(env);
    app.useLogger(false);
    await listen(app, env);
    const started = new EvalApp(app, directory, parts);
    started.embeddings = !!models.EMBEDDING_MODEL;
    if (!models.CHAT_MODEL) started.leaveModelOut();
    return started;
  }

  /** From now on the app's time goes on from this one; without one it is the machine's. */
  setTime(from = Date.now()): void {
    const offset = from - Date.now();
    this.clock.now = () => Date.now() + offset;
  }

  /** From now on answers are made without the model, whatever the environment says. */
  leaveModelOut(): void {
    Object.defineProperty(this.model, 'configured', { value: false });
  }

  /** Uploads a document as an operator does, and returns its id. */
  async upload({ name, bytes, title }: Upload): Promise<string> {
    const form = new FormData();
    form.append('file', new Blob([bytes]), name);
    if (title) form.append('title', title);
    const { id, chunks } = await this.call<{ id: string; chunks: number }>('POST', DOCUMENTS, form);
    this.passages.set(id, chunks);
    return id;
  }

  async remove(document: string): Promise<void> {
    await this.call('DELETE', `${DOCUMENTS}/${document}`);
    this.passages.delete(document);
  }

  search(question: string, limit: number): Promise<Passage[]> {
    return this.knowledge.search(question, limit);
  }

  /** Waits until all passages have vectors; without an embedding model not at all. */
  async vectorsMade(): Promise<void> {
    if (!this.embeddings) return;
    const all = [...this.passages.values()].reduce((sum, chunks) => sum + chunks, 0);
    for (const until = Date.now() + VECTORS_MS; ; await setTimeout(LOOK_MS)) {
      const metrics = await this.call<string>('GET', '/metrics');
      const made = Number(/^recado_embeddings\{of="embedded"\} (\d+)$/m.exec(metrics)?.[1]);
      if (made === all) return;
      if (Date.now() > until) throw new Error(`Only ${made} of ${all} passages have vectors`);
    }
  }

  configure(changes: object): Promise<unknown> {
    return this.call('PUT', '/api/v1/bot/config', changes);
  }

  ask(text: string, conversation_id?: string): Promise<ChatAnswer & { handover?: true }> {
    return this.call('POST', '/api/v1/chat', { text, conversation_id });
  }

  /** What the sender of a message gets as its answer: its parts, joined. */
  asSent(answer: string): string {
    return this.channel.parts(answer).join('\n\n');
  }

  async close(): Promise<void> {
    await this.app.close();
    rmSync(this.directory, { recursive: true });
  }

  private async call<T>(method: string, path: string, body?: object): Promise<T> {
    const address = await this.app.getUrl();
    const json = body && !(body instanceof FormData);
    const response = await fetch(address + path, {
      method,
      headers: {
        Authorization: `Bearer ${ADMIN_TOKEN}`,
        ...(json && { 'Content-Type': 'application/json' }),
      },
      body: json ? JSON.stringify(body) : body,
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    const isJson = response.headers.get('content-type')?.includes('json');
    return (isJson ? JSON.parse(text) : text) as T;
  }
}

function settings(directory: string): NodeJS.ProcessEnv {
  return {
    PORT: '0',
    SIMULATOR: 'off',
    DATA_DIR: directory,
    ADMIN_TOKEN,
    SECRET_KEY: Buffer.alloc(32, 7).toString('base64'),
    LOG_LEVEL: 'warn',
  };
}

/** Parts of the app as `nest build` left them, for Node can't read the decorators of its sources. */
async function builtParts() {
  const [setup, environment, clock, channel, model, knowledge] = await Promise.all([
    built<typeof import('../../src/app.setup.js')>('app.setup'),
    built<typeof import('../../src/env/read-env.js')>('env/read-env'),
    built<typeof import('../../src/clock.js')>('clock'),
    built<typeof import('../../src/mailbox/outbox/channel.js')>('mailbox/outbox/channel'),
    built<typeof import('../../src/chat/llm/chat-model.js')>('chat/llm/chat-model'),
    built<typeof import('../../src/knowledge/knowledge.service.js')>('knowledge/knowledge.service'),
  ]);
  return { ...setup, ...environment, ...clock, ...channel, ...model, ...knowledge };
}

function built<T>(path: string): Promise<T> {
  return import(new URL(`../../dist/${path}.js`, import.meta.url).href);
}
