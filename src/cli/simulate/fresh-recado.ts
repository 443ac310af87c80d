import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Env } from '../../env/env.js';
import { environmentWith } from '../../env/read-env.js';
import type { DocumentPage } from '../../knowledge/documents/document.dto.js';
import { EmbeddingModel } from '../../knowledge/meaning/embedding-model.js';
import type { Scenario } from '../../scenarios/scenario.js';
import { KnowledgeClient } from '../ingest/knowledge.client.js';
import { NotNow } from '../reach.js';
import { beginningAt } from './moved-time.js';
import { RecadoClient } from './recado.client.js';

const MAIN = fileURLToPath(new URL('../../main.js', import.meta.url));
const DOCUMENTS = '/api/v1/knowledge/documents?limit=200';
const LISTENS = /listens on (http:\/\/[^"\s]+)/;
/** Milliseconds between two looks at how many vectors are made. */
const LOOK_EACH_MS = 200;

/** What a Recado of its own has from ours: the models, and what of the business isn't in a scenario. */
const OURS = [
  'OPENAI_API_KEY',
  'OPENAI_BASE_URL',
  'CHAT_MODEL',
  'EMBEDDING_MODEL',
  'TRANSCRIPTION_MODEL',
  'VISION_MODEL',
  'FALLBACK_CHAT_MODEL',
  'FALLBACK_OPENAI_BASE_URL',
  'FALLBACK_OPENAI_API_KEY',
  'RERANK_URL',
  'RERANK_MODEL',
  'RERANK_API_KEY',
  'LLM_TIMEOUT_MS',
  'MAX_INBOUND_CHARS',
  'TIME_ZONE',
] as const;

/** A Recado that lives for one scenario: a process of its own, with a store that goes with it. */
export class FreshRecado {
  private output = '';
  private readonly directory = mkdtempSync(join(tmpdir(), 'recado-simulate-'));
  private readonly process: ChildProcess;
  private readonly token = randomBytes(24).toString('base64url');
  private readonly ended: Promise<unknown>;

  private constructor(env: Env, now?: number) {
    this.process = spawn(process.execPath, [...beginningAt(now), MAIN], {
      cwd: this.directory,
      env: environmentWith({ ...oursIn(env), ...this.settings }),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.ended = once(this.process, 'close');
    for (const stream of [this.process.stdout!, this.process.stderr!])
      stream.on('data', (chunk) => (this.output = (this.output + chunk).slice(-20_000)));
  }

  /** Starts one, and returns what a scenario wants of it once it is there. Throws a `NotNow`. */
  static async start(env: Env, scenario: Scenario): Promise<[FreshRecado, RecadoClient]> {
    if (!scenario.documents.length) throw new NotNow(`${scenario.name} ${NO_DOCUMENTS}`);
    const recado = new FreshRecado(env, scenario.now);
    try {
      const url = await recado.listens();
      const client = new RecadoClient({ url, token: recado.token, where: '--fresh' });
      await recado.learn(client, scenario, new EmbeddingModel(env).name !== undefined);
      return [recado, client];
    } catch (error) {
      await recado.end();
      throw error;
    }
  }

  /** Ends it, and takes away all that it kept. */
  async end(): Promise<void> {
    this.process.kill();
    await this.ended;
    rmSync(this.directory, { recursive: true, force: true, maxRetries: 3 });
  }

  private get settings() {
    return {
      HOST: '127.0.0.1',
      PORT: '0',
      SIMULATOR: 'on',
      DATA_DIR: join(this.directory, 'data'),
      ADMIN_TOKEN: this.token,
      LOG_FORMAT: 'json',
      // It is asked much faster than people ask.
      RATE_LIMIT_PER_MINUTE: '1000000',
    };
  }

  private async listens(): Promise<string> {
    const said = new Promise<string>((resolve) => {
      this.process.stdout!.on('data', () => {
        const url = LISTENS.exec(this.output)?.[1];
        if (url) resolve(url);
      });
    });
    const ended = this.ended.then(() => {
      throw new NotNow(`No Recado of its own could be started:\n${this.output.trim()}`);
    });
    return Promise.race([said, ended]);
  }

  /** Puts the scenario's documents in the place of the samples, and changes the settings. */
  private async learn(client: RecadoClient, scenario: Scenario, vectors: boolean): Promise<void> {
    const { url, token } = client.recado;
    const knowledge = new KnowledgeClient(url, token);
    for (const { id } of (await client.ask<DocumentPage>('GET', DOCUMENTS)).items)
      await knowledge.remove(id);
    for (const path of scenario.documents) await knowledge.put({ name: basename(path), path });
    if (Object.keys(scenario.config).length)
      await client.ask('PUT', '/api/v1/bot/config', scenario.config);
    if (vectors) await this.vectorsMade(client);
  }

  private async vectorsMade(client: RecadoClient): Promise<void> {
    let wanted = 0;
    let cursor: string | null = null;
    do {
      const path: string = cursor ? `${DOCUMENTS}&cursor=${encodeURIComponent(cursor)}` : DOCUMENTS;
      const page: DocumentPage = await client.ask<DocumentPage>('GET', path);
      wanted += page.items.reduce((sum, { chunks }) => sum + chunks, 0);
      cursor = page.next_cursor;
    } while (cursor);
    for (let made = 0; made < wanted; await pause(LOOK_EACH_MS)) {
      const metrics = await client.ask<string>('GET', '/metrics');
      made = Number(/^recado_embeddings\{of="embedded"\} (\d+)$/m.exec(metrics)?.[1]);
    }
  }
}

const NO_DOCUMENTS =
  'names no documents: write `documents: FOLDER`, or play it without --fresh, against the Recado ' +
  'that runs.';

function oursIn(env: Env): Record<string, string> {
  const given = OURS.filter((name) => env[name] !== undefined);
  return Object.fromEntries(given.map((name) => [name, String(env[name])]));
}
