import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../support/free-port.js';
import { load } from './load.js';
import { MeasuredProcess } from './process.js';
import { ACCOUNT_SID, AUTH_TOKEN, BUSINESS, PATH, PUBLIC_URL, signedWebhooks } from './webhooks.js';

const CONNECTIONS = 50;
const BARE = new URL('./bare.ts', import.meta.url).pathname;
const MAIN = new URL('../../dist/main.js', import.meta.url).pathname;
/** What `npm start` gives to Node. */
const { scripts } = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
) as { scripts: { start: string } };
const OPTIONS = /node (--\S+(?: --\S+)*) dist/.exec(scripts.start)![1].split(' ');
const EMULATOR = new URL('../../dist/simulator/main.js', import.meta.url).pathname;

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

/** Recado, without workers unless `env` says otherwise, and how long it took to be ready, in ms. */
export async function startRecado(
  { directory, mongoUri }: Place,
  env: NodeJS.ProcessEnv = {},
): Promise<{ recado: MeasuredProcess; readyMs: number }> {
  const port = await freePort();
  const all = {
    PORT: String(port),
    SIMULATOR: 'off',
    DATA_DIR: join(directory, 'data'),
    ...(mongoUri && { MONGODB_URI: mongoUri }),
    ADMIN_TOKEN: 'bench',
    SECRET_KEY: Buffer.alloc(32, 7).toString('base64'),
    PUBLIC_URL,
    TWILIO_ACCOUNT_SID: ACCOUNT_SID,
    TWILIO_AUTH_TOKEN: AUTH_TOKEN,
    TWILIO_WHATSAPP_FROM: BUSINESS,
    WORKER_CONCURRENCY: '0',
    LOG_LEVEL: 'warn',
    LOG_FORMAT: 'json',
    ...env,
  };
  const recado = new MeasuredProcess([...OPTIONS, MAIN], port, all, directory);
  return { recado, readyMs: await recado.answers('/health/ready') };
}

/** The environment in which Recado works: this emulator in Twilio's place, this model, so many workers. */
export function atWork(
  emulator: MeasuredProcess,
  model: { url: string },
  workers?: number,
): NodeJS.ProcessEnv {
  const twilio = `http://127.0.0.1:${emulator.port}`;
  return {
    // An empty value is none: as many as by itself.
    WORKER_CONCURRENCY: `${workers ?? ''}`,
    TWILIO_API_BASE: twilio,
    TWILIO_MESSAGING_API_BASE: twilio,
    OPENAI_BASE_URL: model.url,
    CHAT_MODEL: 'echo',
    RATE_LIMIT_PER_MINUTE: '100000',
  };
}

/** When each message was made, by the emulator's ledger, in milliseconds since 1970. */
export function createsIn(ledger: string): number[] {
  const lines = readFileSync(ledger, 'utf8').split('\n').filter(Boolean);
  return lines
    .map((line) => JSON.parse(line) as { event: string; created_at: string })
    .flatMap(({ event, created_at }) => (event === 'created' ? [Date.parse(created_at)] : []));
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

/** Has so many people write, each once, while nobody works. */
export async function accept(place: Place, people: number): Promise<void> {
  const { recado } = await startRecado(place);
  await load(recado.port, signedWebhooks(people), CONNECTIONS);
  await recado.kill('SIGTERM');
}

/** Twilio's place, taken by the emulator; it keeps a ledger. */
export async function startEmulator(directory: string): Promise<MeasuredProcess> {
  const port = await freePort();
  const env = {
    SIMULATOR_PORT: String(port),
    SIMULATOR_LEDGER: join(directory, 'ledger.jsonl'),
    SIMULATOR_ACCOUNT_SID: ACCOUNT_SID,
    SIMULATOR_AUTH_TOKEN: AUTH_TOKEN,
  };
  const emulator = new MeasuredProcess([EMULATOR], port, env, directory);
  await emulator.answers('/control/faults');
  return emulator;
}
