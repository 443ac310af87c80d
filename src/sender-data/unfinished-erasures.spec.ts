import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ErasureStore } from './erasure.store.js';
import { UnfinishedErasures } from './unfinished-erasures.js';

const goOn = vi.fn<() => Promise<void>>();
let erasures: UnfinishedErasures;
let warn: ReturnType<typeof vi.spyOn>;
beforeEach(() => {
  vi.useFakeTimers();
  goOn.mockReset().mockResolvedValue(undefined);
  erasures = new UnfinishedErasures({ goOn } as unknown as ErasureStore);
  warn = vi.spyOn(erasures['logger'], 'warn').mockReturnValue(undefined);
});
afterEach(() => {
  erasures.onModuleDestroy();
  vi.useRealTimers();
});

test('what a dead process began to erase is erased at the start, and looked for again', async () => {
  erasures.onApplicationBootstrap();
  expect(goOn).toHaveBeenCalledOnce();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(goOn).toHaveBeenCalledTimes(2);
});

test('while one look goes on no other begins', async () => {
  goOn.mockReturnValue(new Promise(() => undefined));
  erasures.onApplicationBootstrap();
  await vi.advanceTimersByTimeAsync(300_000);
  expect(goOn).toHaveBeenCalledOnce();
});

test('a store that is away is told of once, and asked again', async () => {
  goOn.mockRejectedValue(new Error('away'));
  erasures.onApplicationBootstrap();
  await vi.advanceTimersByTimeAsync(180_000);
  expect(goOn).toHaveBeenCalledTimes(4);
  expect(warn).toHaveBeenCalledExactlyOnceWith(
    'Erasing goes on in a minute: away. See that the store works.',
  );
});
