import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { draftOf, inbound } from '../../../../test/support/stores/mailboxes.js';
import { open as openFixture } from '../../../../test/support/stores/sqlite.fixture.js';
import { open as openIntake } from '../../../mailbox/intake/intake.sqlite.js';
import { open as openOutbox } from '../../../mailbox/outbox/outbox.sqlite.js';
import { open as openQueue } from '../../../mailbox/queue/queue.sqlite.js';
import type { Claim } from '../../../mailbox/queue/queue.store.js';
import { open as openTurns } from '../../../mailbox/turns/turn.sqlite.js';
import { Sqlite } from '../sqlite.js';
import { StoreClock } from './store-clock.js';

const HOUR = 3_600_000;
let directory: string;
let sqlite: Sqlite;
let stores: Awaited<ReturnType<typeof openStores>>;

async function openStores() {
  sqlite = await Sqlite.open(join(directory, 'recado.sqlite'));
  return {
    clock: await openFixture(sqlite),
    intake: await openIntake(sqlite),
    queue: await openQueue(sqlite),
    turns: await openTurns(sqlite),
    outbox: await openOutbox(sqlite),
  };
}

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'recado-'));
  stores = await openStores();
});
afterEach(async () => {
  await sqlite.close();
  rmSync(directory, { recursive: true });
});

const claimed = async () => (await stores.queue.claim(10, 60_000)).map((c) => c.conversationId);

/** A mailbox that is due again in so many milliseconds. */
async function dueIn(ms: number): Promise<string> {
  const { conversationId } = await stores.intake.accept(inbound());
  const claims = await stores.queue.claim(10, 60_000);
  for (const claim of claims) await stores.queue.release(claim, { dueInMs: ms, crashes: 0 });
  return conversationId;
}

test('a clock that is set back by an hour delays no mailbox by an hour', async () => {
  const { clock, intake } = stores;
  const later = await dueIn(20_000);
  const leased = (await intake.accept(inbound())).conversationId;
  expect(await claimed()).toEqual([leased]);
  const now = (await intake.accept(inbound())).conversationId;
  await clock.setTime(-HOUR);
  expect(await claimed()).toEqual([now]);
  await clock.setTime(-HOUR + 21_000);
  expect(await claimed()).toEqual([later]);
  await clock.setTime(-HOUR + 61_000);
  expect(await claimed()).toContain(leased);
});

test('attempts wait no longer for their callback, and for the next try', async () => {
  const { clock, intake, queue, turns, outbox } = stores;
  const claims: Claim[] = [];
  for (let n = 0; n < 2; n++) {
    await intake.accept(inbound());
    const [claim] = await queue.claim(1, 60_000);
    const draft = draftOf((await turns.open(claim))!.waiting);
    await turns.answer(claim, draft);
    const attempt = `attempt-${n}`;
    await outbox.begin(claim, draft.parts[0].id, attempt, 60_000);
    const error = { message: 'busy' };
    if (n) await outbox.record(claim, attempt, { kind: 'retry', error } as never);
    claims.push(claim);
  }
  const look = async () => {
    const works = await Promise.all(claims.map((claim) => turns.open(claim)));
    const [sending, pending] = works.map((work) => ({ ...work!.turn!.parts[0], now: work!.now }));
    return { age: sending.now - sending.attemptedAt!, wait: pending.retryAt! - pending.now };
  };
  const before = await look();
  await clock.setTime(-HOUR);
  const after = await look();
  expect(after.age - before.age).toBeLessThan(5000);
  expect(after.age).toBeGreaterThanOrEqual(0);
  expect(after.wait).toBeLessThanOrEqual(before.wait);
  expect(after.wait).toBeGreaterThanOrEqual(0);
});

test('a clock that was an hour ahead, and is right after a restart, delays nobody', async () => {
  await stores.clock.setTime(HOUR);
  const id = await dueIn(20_000);
  await sqlite.close();
  stores = await openStores();
  expect(await claimed()).toEqual([]);
  await stores.clock.setTime(21_000);
  expect(await claimed()).toEqual([id]);
});

test('a round that is undone and run again has moved the times once', async () => {
  const { clock } = stores;
  const id = await dueIn(7_300_000);
  await clock.setTime(-HOUR);
  const failing = clock.putAndFail('a', '1').catch(() => undefined);
  const [due] = await Promise.all([claimed(), failing]);
  expect(due).toEqual([]);
  await clock.setTime(-HOUR + 7_200_000);
  expect(await claimed()).toEqual([]);
  await clock.setTime(-HOUR + 7_310_000);
  expect(await claimed()).toEqual([id]);
});

test('a clock that is set forward, or corrected by little, moves nothing', () => {
  const clock = new StoreClock();
  let [wall, steady] = [1000, 1000];
  clock.wall = () => wall;
  clock.steady = () => steady;
  clock.setBackBy();
  const after = (wallMs: number, steadyMs: number) => {
    wall += wallMs;
    steady += steadyMs;
    return clock.setBackBy();
  };
  expect(after(60_000, 60_000)).toBe(0);
  expect(after(59_500, 60_000)).toBe(0);
  // Set forward, or the machine slept.
  expect(after(HOUR, 10)).toBe(0);
  expect(after(-HOUR, 10)).toBe(HOUR + 10);
  expect(after(10, 10)).toBe(0);
});
