import { startModelServer } from '../support/model-server.js';
import { growMongo, growSqlite } from './grown.js';
import { median, medians } from './load.js';
import { ledgerIn, startEmulator } from './emulator.js';
import { urlOf } from './process.js';
import { inRounds, type Place, startRecado } from './servers.js';
import { createdAfter } from './road.js';
import { SENDERS, signedWebhooks } from './webhooks.js';

export interface GrowthRow {
  store: string;
  /** Bytes that one message and its answer take in the store, indexes included. */
  bytesATurn: number;
  /** Milliseconds from a webhook's way out to Twilio's create: of new people, */
  newP50: number;
  /** of somebody with some forty messages, as many as the model is ever shown, */
  someP50: number;
  /** and of the one with many. */
  manyP50: number;
  /** Of `someP50`: both have the model read as much. */
  ratio: number;
}

/** So many messages does one sender have, answers included. */
const MANY = 100_000;

/** Whether somebody with 100,000 messages waits longer for an answer than somebody with a few. */
export async function measureGrowth(
  rounds: number,
  asked: number,
  place: (name: string) => Record<string, Place>,
): Promise<GrowthRow[]> {
  const measure = (store: string, one: Place) => compare(store, one, asked);
  return (await inRounds('growth', rounds, place, measure)).map(medians);
}

async function compare(store: string, place: Place, asked: number): Promise<GrowthRow> {
  const bytesATurn = await growOne(place, MANY / 2);
  const times = await atWorkOn(place, (answered) => byTurns(answered, asked));
  const [manyP50, someP50, newP50] = times.map(median);
  const ratio = manyP50 / someP50;
  return { store, bytesATurn, newP50, someP50, manyP50, ratio };
}

/** Has the first sender's turn made once, as any other, and then copied in the store so many times. */
async function growOne(place: Place, turns: number): Promise<number> {
  await atWorkOn(place, (answered) => answered(0));
  const grow = place.mongoUri ? growMongo(place.mongoUri, turns) : growSqlite(place, turns);
  return (await grow) / turns;
}

/** Milliseconds of the one with many messages, of one with some, and of one who is new each time. */
async function byTurns(
  answered: (n: number) => Promise<number>,
  asked: number,
): Promise<[number[], number[], number[]]> {
  const [many, some] = [(n: number) => n * SENDERS, (n: number) => 1 + n * SENDERS];
  for (let n = 1; n <= SOME; n++) await answered(some(n));
  const times: [number[], number[], number[]] = [[], [], []];
  for (let n = SOME + 1; n <= SOME + asked; n++)
    for (const [which, one] of [many(n), some(n), n].entries())
      times[which].push(await answered(one));
  return times;
}

/** So many messages, and their answers, fill what the model is shown of a conversation. */
const SOME = 20;

/** Runs Recado at work. `answered` sends the nth webhook and tells after how long it was answered. */
async function atWorkOn<T>(
  place: Place,
  use: (answered: (n: number) => Promise<number>) => Promise<T>,
): Promise<T> {
  const model = await startModelServer({ mode: 'echo' });
  const emulator = await startEmulator(place.directory, signedWebhooks(SENDERS));
  const { recado } = await startRecado(place, { emulator, model });
  const ledger = ledgerIn(place.directory);
  try {
    return await use((n) =>
      createdAfter(recado.port, ledger, signedWebhooks(1, { from: n, to: urlOf(recado) })[0]),
    );
  } finally {
    await recado.kill('SIGTERM');
    await Promise.all([emulator.kill(), model.close()]);
  }
}
