import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../support/free-port.js';
import { load } from './load.js';
import { MeasuredProcess, urlOf } from './process.js';
import {
  ACCOUNT_SID,
  AUTH_TOKEN,
  BUSINESS,
  PATH,
  PUBLIC_URL,
  signedWebhooks,
  type Webhook,
} from './webhooks.js';

export const ADMIN_TOKEN = 'bench';
const CONNECTIONS = 50;
const BARE = new URL('./bare.ts', import.meta.url).pathname;
const MAIN = new URL('../../dist/main.js', import.meta.url).pathname;
/** What `npm start` gives to Node. */
const { scripts } = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
) as { scripts: { start: string } };
const OPTIONS = /node (--\S+(?: --\S+)*) dist/.exec(scripts.start)![1].split(' ');

/** Bare Express or node:http. */
export async function startBare(kind: 'express' | 'http'): Promise<MeasuredProcess> {
  const port = await freePort();
  const args = [BARE, kind, String(port), PUBLIC_URL + PATH, AUTH_TOKEN];
  const server = new MeasuredProcess(args, port);
  await server.answers('/', 600);
  return server;
}

/** Where Recado keeps its things. */
export interface Place {
  directory: string;
  mongoUri?: string;
}

/** Who takes the answers, who makes them, and how many workers there are: as many as by itself, if not said. */
export interface Work {
  emulator: MeasuredProcess;
  model: { url: string };
  workers?: number;
  /** Where Recado listens, where that must be known before: any port, if not said. */
  port?: number;
}

/** Recado, without workers unless there is work, and how long it took to be ready, in ms. */
export async function startRecado(
  { directory, mongoUri }: Place,
  work?: Work,
): Promise<{ recado: MeasuredProcess; readyMs: number }> {
  const port = work?.port ?? (await freePort());
  const all = {
    PORT: String(port),
    SIMULATOR: 'off',
    DATA_DIR: join(directory, 'data'),
    ...(mongoUri && { MONGODB_URI: mongoUri }),
    ADMIN_TOKEN,
    SECRET_KEY: Buffer.alloc(32, 7).toString('base64'),
    PUBLIC_URL,
    TWILIO_ACCOUNT_SID: ACCOUNT_SID,
    TWILIO_AUTH_TOKEN: AUTH_TOKEN,
    TWILIO_WHATSAPP_FROM: BUSINESS,
    WORKER_CONCURRENCY: '0',
    LOG_LEVEL: 'warn',
    LOG_FORMAT: 'json',
    // There it is called: by its webhooks, and for the status callbacks of what it sends.
    ...(work && { ...atWork(work), PUBLIC_URL: urlOf({ port }) }),
  };
  const recado = new MeasuredProcess([...OPTIONS, MAIN], port, all, directory);
  return { recado, readyMs: await recado.answers('/health/ready') };
}

/** The environment in which Recado works: this emulator in Twilio's place, this model, so many workers. */
function atWork({ emulator, model, workers }: Work): NodeJS.ProcessEnv {
  return {
    // An empty value is none: as many as by itself.
    WORKER_CONCURRENCY: `${workers ?? ''}`,
    TWILIO_API_BASE: urlOf(emulator),
    TWILIO_MESSAGING_API_BASE: urlOf(emulator),
    OPENAI_BASE_URL: model.url,
    CHAT_MODEL: 'echo',
    RATE_LIMIT_PER_MINUTE: '100000',
  };
}

/** Measures each store so many times, each time in a place of its own. */
export async function inRounds<Row>(
  name: string,
  rounds: number,
  place: (name: string) => Record<string, Place>,
  measure: (store: string, place: Place) => Promise<Row>,
): Promise<Row[][]> {
  const all: Row[][] = [];
  for (const store of Object.keys(place(name))) {
    const measured: Row[] = [];
    for (let n = 0; n < rounds; n++) {
      measured.push(await measure(store, place(`${name}_${n}`)[store]));
      console.log(`${name}: ${store}, round ${n + 1} of ${rounds}`);
    }
    all.push(measured);
  }
  return all;
}

/** Has so many people write, each once, while nobody works. Returns what they wrote. */
export async function accept(place: Place, people: number): Promise<Webhook[]> {
  const { recado } = await startRecado(place);
  const written = signedWebhooks(people);
  await load(recado.port, written, CONNECTIONS);
  await recado.kill('SIGTERM');
  return written;
}
