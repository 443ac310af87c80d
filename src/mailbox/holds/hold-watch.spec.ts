import { Subject } from 'rxjs';
import { afterEach, expect, test, vi } from 'vitest';
import { MemoryHolds } from '../../../test/support/stores/memory/holds.js';
import type { BotConfigService } from '../../config/bot-config.service.js';
import { Env } from '../../env/env.js';
import { Signals } from '../queue/signals.js';
import { Holds } from './holds.js';
import { HoldWatch } from './hold-watch.service.js';

let watch: HoldWatch;

afterEach(async () => {
  await watch.onModuleDestroy();
  vi.useRealTimers();
});

/** A node in which the store wakes so many mailboxes at each look, and then none. */
function node(woken: number[], WORKER_CONCURRENCY = 8) {
  vi.useFakeTimers();
  const [store, signals, changes] = [new MemoryHolds(), new Signals(), new Subject<void>()];
  const holds = new Holds(store);
  vi.spyOn(holds['logger'], 'error').mockReturnValue(undefined);
  const tend = vi.spyOn(store, 'tend');
  tend.mockImplementation(async () => ({
    holds: await store.all(),
    woken: woken.shift() ?? 0,
  }));
  const tryNow = vi.spyOn(store, 'tryNow');
  const env = Object.assign(new Env(), { WORKER_CONCURRENCY });
  const config = { changes } as unknown as BotConfigService;
  watch = new HoldWatch(env, config, holds, store, signals);
  watch.onApplicationBootstrap();
  return {
    store,
    holds,
    changes,
    tend,
    tryNow,
    pass: (ms: number) => vi.advanceTimersByTimeAsync(ms),
  };
}

test('a start and a change are tried at once: either may have mended the account', async () => {
  const { tryNow, changes, pass } = node([]);
  await pass(1);
  expect(tryNow).toHaveBeenCalledTimes(1);
  changes.next();
  await pass(1);
  expect(tryNow).toHaveBeenCalledTimes(2);
});

test('and again while the store is away, or has more to wake', async () => {
  const { tryNow, changes, pass } = node([]);
  await pass(1);
  tryNow.mockRejectedValueOnce(new Error('away'));
  changes.next();
  await pass(1);
  expect(tryNow).toHaveBeenCalledTimes(2);
  tryNow.mockResolvedValueOnce(true).mockResolvedValueOnce(true);
  await pass(1000);
  expect(tryNow).toHaveBeenCalledTimes(5);
  await pass(3000);
  expect(tryNow).toHaveBeenCalledTimes(5);
});

test('it looks once a second, and goes on while it wakes somebody', async () => {
  const { tend, pass } = node([200, 200, 7]);
  await pass(1);
  expect(tend).toHaveBeenCalledTimes(4);
  await pass(3000);
  expect(tend).toHaveBeenCalledTimes(7);
});

test('it sees a hold that another node made', async () => {
  const { store, holds, pass } = node([]);
  await pass(1);
  const error = { code: 20003, message: 'Authenticate' };
  await store.hold({ error, heardBy: 'answer', tryInMs: 0, again: false });
  expect(await holds.keeping({ conversationId: 'a' })).toBeUndefined();
  await pass(1000);
  expect(await holds.keeping({ conversationId: 'a' })).toMatchObject({ code: 20003 });
});

test('a node that only accepts reads, and wakes nobody', async () => {
  const { tend, tryNow, changes, pass } = node([1], 0);
  changes.next();
  await pass(3000);
  expect([tend.mock.calls, tryNow.mock.calls]).toEqual([[], []]);
});
