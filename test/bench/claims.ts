import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { QueueStore } from '../../src/mailbox/queue/queue.store.js';
import { median } from './load.js';
import { allDueOnMongo, allDueOnSqlite, seedMongo, seedSqlite, type Stored } from './seeds.js';
import type { Place } from './servers.js';

/** About what a process claims at once while it works: as many as have ended meanwhile. */
const CLAIMED = 8;
const TIMES = 60;

export interface ClaimRow {
  store: string;
  messages: number;
  due: number;
  /** Milliseconds for a claim of 8 mailboxes. */
  ms: number;
  /** Against the smallest store, measured by turns with it. */
  ratio: number;
}

interface Filled extends Stored {
  queue: QueueStore;
  allDue(): Promise<void>;
  close(): Promise<void>;
}

/** Claims by turns on stores of several sizes; then on the largest with 100,000 mailboxes due. */
export async function measureClaims(
  sizes: number[],
  place: (name: string) => Record<string, Place>,
): Promise<ClaimRow[]> {
  const rows: ClaimRow[] = [];
  for (const store of Object.keys(place('claims'))) {
    const filled: Filled[] = [];
    for (const [n, messages] of sizes.entries()) {
      const mailboxes = n === sizes.length - 1 ? 100_000 : Math.max(100, messages / 10);
      filled.push(await fill(place(`claims_${messages}`)[store], { messages, mailboxes }));
      console.log(`claims: ${store} holds ${messages} messages`);
    }
    rows.push(...(await byTurns(store, filled, 100)));
    const [smallest, largest] = [filled[0], filled.at(-1)!];
    await largest.allDue();
    rows.push((await byTurns(store, [smallest, largest], largest.mailboxes))[1]);
    for (const { close } of filled) await close();
  }
  return rows;
}

async function byTurns(store: string, filled: Filled[], due: number): Promise<ClaimRow[]> {
  const times: number[][] = filled.map(() => []);
  for (let n = 0; n < TIMES; n++) {
    for (const [which, { queue }] of filled.entries()) {
      times[which].push(await claimOnce(queue));
    }
  }
  const smallest = median(times[0]);
  return filled.map(({ messages }, which) => {
    const ms = median(times[which]);
    return { store, messages, due, ms, ratio: ms / smallest };
  });
}

async function claimOnce(queue: QueueStore): Promise<number> {
  const began = performance.now();
  const claims = await queue.claim(CLAIMED, 60_000);
  const took = performance.now() - began;
  if (claims.length !== CLAIMED) throw new Error(`${claims.length} mailboxes were claimed`);
  await Promise.all(claims.map((c) => queue.release(c, { dueInMs: 0, crashes: 0 })));
  return took;
}

function fill(place: Place, stored: Stored): Promise<Filled> {
  return place.mongoUri ? fillMongo(place.mongoUri, stored) : fillSqlite(place.directory, stored);
}

async function fillSqlite(directory: string, stored: Stored): Promise<Filled> {
  mkdirSync(join(directory, 'data'));
  const file = join(directory, 'data', 'recado.sqlite');
  const { Sqlite } = await built<typeof import('../../src/storage/sqlite/sqlite.js')>(
    'storage/sqlite/sqlite.js',
  );
  const { open } = await built<typeof import('../../src/mailbox/queue/queue.sqlite.js')>(
    'mailbox/queue/queue.sqlite.js',
  );
  const sqlite = await Sqlite.open(file);
  const queue = await open(sqlite);
  seedSqlite(file, stored);
  const allDue = async () => allDueOnSqlite(file);
  return { ...stored, queue, allDue, close: () => sqlite.close() };
}

async function fillMongo(uri: string, stored: Stored): Promise<Filled> {
  const { Mongo } =
    await built<typeof import('../../src/storage/mongo/mongo.js')>('storage/mongo/mongo.js');
  const { Collections } = await built<typeof import('../../src/storage/mongo/collections.js')>(
    'storage/mongo/collections.js',
  );
  const { open } = await built<typeof import('../../src/mailbox/queue/queue.mongo.js')>(
    'mailbox/queue/queue.mongo.js',
  );
  const mongo = await Mongo.open(uri);
  const queue = open(await Collections.open(mongo));
  await seedMongo(mongo.connection, stored);
  const allDue = () => allDueOnMongo(mongo.connection);
  return { ...stored, queue, allDue, close: () => mongo.close() };
}

/** As `nest build` made it: decorators don't run from the source. */
function built<T>(file: string): Promise<T> {
  return import(new URL(`../../dist/${file}`, import.meta.url).href) as Promise<T>;
}
