import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { SystemClock } from '../../clock.js';
import type { Env } from '../../env/env.js';
import { StorageError } from '../../storage/storage.error.js';
import type { VisitService } from './visit/visit.service.js';
import { claimable } from '../queue/crashes.js';
import type { Claim, QueueStore, Release } from '../queue/queue.store.js';
import { Signals } from '../queue/signals.js';
import { Worker } from './worker.js';

/** Plays the queue with a list of due mailboxes: these tests are about the worker's decisions. */
class Due {
  due: Claim[] = [];
  released: (Release & { conversationId: string })[] = [];
  failRelease = false;
  looks = 0;

  async claim(limit: number, _: number, idle: boolean): Promise<Claim[]> {
    this.looks++;
    const claims = claimable(this.due.slice(0, limit), idle);
    this.due = this.due.filter((one) => !claims.includes(one));
    return claims;
  }

  async release({ conversationId }: Claim, release: Release): Promise<void> {
    if (this.failRelease) throw new StorageError('away');
    this.released.push({ conversationId, ...release });
  }

  async renew(): Promise<boolean> {
    return true;
  }
}

const claim = (conversationId: string, crashes = 0): Claim => ({
  conversationId,
  token: 1,
  crashes,
});

let due: Due;
let signals: Signals;
let worker: Worker;
let attend: (claim: Claim, signal: AbortSignal) => Promise<void>;
let attended: string[];
let givenUp: string[];

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  due = new Due();
  signals = new Signals();
  attended = [];
  givenUp = [];
  attend = async () => undefined;
  worker = new Worker(
    { WORKER_CONCURRENCY: 4 } as Env,
    due as unknown as QueueStore,
    {
      visit: (c: Claim, s: AbortSignal) => (attended.push(c.conversationId), attend(c, s)),
      giveUp: async (c: Claim) => void givenUp.push(c.conversationId),
    } as unknown as VisitService,
    signals,
    new SystemClock(),
  );
  vi.spyOn(worker['logger'], 'error').mockReturnValue(undefined);
  worker.onApplicationBootstrap();
});
afterEach(async () => {
  await worker.onModuleDestroy();
  vi.useRealTimers();
});

const wake = (...claims: Claim[]) => {
  due.due.push(...claims);
  signals.wake();
};

test('works on as many mailboxes at once as it may', async () => {
  const ends: (() => void)[] = [];
  attend = () => new Promise((resolve) => ends.push(resolve));
  wake(...['a', 'b', 'c', 'd', 'e'].map((id) => claim(id)));
  await expect.poll(() => attended).toEqual(['a', 'b', 'c', 'd']);
  ends[0]();
  await expect.poll(() => attended).toContain('e');
  for (const end of ends) end();
});

describe('a mailbox that may kill the process', () => {
  test('is claimed and worked on alone: who is before it first, who is behind it afterwards', async () => {
    const ends = new Map<string, () => void>();
    attend = ({ conversationId }) => new Promise((resolve) => ends.set(conversationId, resolve));
    wake(claim('a', 1), claim('bad', 2), claim('c'));
    await expect.poll(() => attended).toEqual(['a']);
    const looks = due.looks;
    signals.wake();
    await expect.poll(() => due.looks).toBeGreaterThan(looks);
    expect(due.due.map(({ conversationId }) => conversationId)).toEqual(['bad', 'c']);
    ends.get('a')!();
    await expect.poll(() => attended).toEqual(['a', 'bad']);
    signals.wake();
    expect(due.due.map(({ conversationId }) => conversationId)).toEqual(['c']);
    ends.get('bad')!();
    await expect.poll(() => attended).toEqual(['a', 'bad', 'c']);
    ends.get('c')!();
    expect(due.released).toEqual([]);
  });

  test('goes back unblamed, to its place, when the worker stops before it', async () => {
    let claimed!: (claims: Claim[]) => void;
    due.claim = () => new Promise((resolve) => (claimed = resolve));
    signals.wake();
    await expect.poll(() => claimed).toBeDefined();
    const stopped = worker.onModuleDestroy();
    claimed([claim('bad', 2)]);
    await stopped;
    expect(attended).toEqual([]);
    expect(due.released).toEqual([{ conversationId: 'bad', dueInMs: 'as-before' }]);
  });
});

describe('an exception', () => {
  test('is no crash: the mailbox is tried again later', async () => {
    attend = () => Promise.reject(new Error('bug'));
    wake(claim('a', 1));
    await expect.poll(() => due.released).toHaveLength(1);
    expect(due.released[0].crashes).toBeUndefined();
    expect(due.released[0].dueInMs).toBeGreaterThan(0);
  });

  test('does not stop the worker when the store is away at that moment', async () => {
    attend = ({ conversationId }) =>
      conversationId === 'a' ? Promise.reject(new Error('bug')) : Promise.resolve();
    due.failRelease = true;
    wake(claim('a'));
    await expect.poll(() => vi.mocked(worker['logger'].error).mock.calls).toHaveLength(1);
    due.failRelease = false;
    wake(claim('d'));
    await expect.poll(() => attended).toEqual(['a', 'd']);
    await expect.poll(() => due.released).toMatchObject([{ conversationId: 'a' }]);
  });

  test('that comes every time ends with the work given up', async () => {
    attend = () => Promise.reject(new Error('bug'));
    for (let n = 1; n <= 8; n++) {
      wake(claim('a'));
      await expect.poll(() => due.released).toHaveLength(n);
    }
    expect(givenUp).toEqual([]);
    wake(claim('a'));
    await expect.poll(() => givenUp).toEqual(['a']);
  });

  test('of the store proves nothing against a message, but is tried more and more seldom', async () => {
    attend = () => Promise.reject(new StorageError('away'));
    for (let n = 1; n <= 12; n++) {
      wake(claim('a'));
      await expect.poll(() => due.released).toHaveLength(n);
    }
    expect(givenUp).toEqual([]);
    const waits = due.released.map(({ dueInMs }) => dueInMs!);
    expect(waits[0]).toBeLessThanOrEqual(1000);
    for (const wait of waits.slice(5)) {
      expect(wait).toBeGreaterThanOrEqual(16_000);
      expect(wait).toBeLessThanOrEqual(32_000);
    }
    const complaints = vi.mocked(worker['logger'].error).mock.calls;
    expect(complaints).toHaveLength(10);
    expect(complaints[0][0]).toMatch(/^Conversation a: worked on again later: away\. See that /);
  });
});

test('stopping aborts what is generated, and waits for it', async () => {
  attend = (_, signal) =>
    new Promise((resolve) => signal.addEventListener('abort', () => resolve()));
  wake(claim('a'));
  await expect.poll(() => attended).toEqual(['a']);
  await worker.onModuleDestroy();
  wake(claim('b'));
  expect(attended).toEqual(['a']);
});
