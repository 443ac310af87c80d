import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { SessionRepository } from '../../sessions/session.repository.js';
import { FormerRows } from './former-rows.js';
import type { InboxStore } from './inbox.store.js';

const complete = vi.fn<() => Promise<void>>();
const unite = vi.fn<(after?: string) => Promise<string | null>>();
let rows: FormerRows;
let warn: ReturnType<typeof vi.spyOn>;
beforeEach(() => {
  vi.useFakeTimers();
  complete.mockReset().mockResolvedValue(undefined);
  unite.mockReset().mockResolvedValueOnce('+521').mockResolvedValue(null);
  rows = new FormerRows(
    { complete } as unknown as InboxStore,
    { unite } as unknown as SessionRepository,
  );
  warn = vi.spyOn(rows['logger'], 'warn').mockReturnValue(undefined);
});
afterEach(() => {
  rows.onModuleDestroy();
  vi.useRealTimers();
});

test('what a former version made is completed at the start, once', async () => {
  rows.onApplicationBootstrap();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(complete).toHaveBeenCalledOnce();
  expect(unite.mock.calls).toEqual([[], ['+521']]);
});

test('a store that is away is told of once, and asked again until it is there', async () => {
  complete.mockRejectedValueOnce(new Error('away')).mockRejectedValueOnce(new Error('away'));
  rows.onApplicationBootstrap();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(complete).toHaveBeenCalledTimes(3);
  expect(warn).toHaveBeenCalledExactlyOnceWith(
    'The inbox is completed later: away. See that the store works.',
  );
});

test('who ends asks no more', async () => {
  complete.mockRejectedValue(new Error('away'));
  rows.onApplicationBootstrap();
  await vi.advanceTimersByTimeAsync(1);
  rows.onModuleDestroy();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(complete).toHaveBeenCalledOnce();
});
