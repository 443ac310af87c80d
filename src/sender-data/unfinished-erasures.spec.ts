import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { TraceRepository } from '../chat/trace/trace.repository.js';
import type { BotConfigService } from '../config/bot-config.service.js';
import type { ErasureStore } from './erasure.store.js';
import { UnfinishedErasures } from './unfinished-erasures.js';

const goOn = vi.fn<() => Promise<void>>();
const forget = vi.fn<(olderThanMs: number, most: number) => Promise<number>>();
let traceDays = 30;
let erasures: UnfinishedErasures;
let warn: ReturnType<typeof vi.spyOn>;
beforeEach(() => {
  vi.useFakeTimers();
  goOn.mockReset().mockResolvedValue(undefined);
  forget.mockReset().mockResolvedValue(0);
  erasures = new UnfinishedErasures(
    { goOn } as unknown as ErasureStore,
    { forget } as unknown as TraceRepository,
    { current: async () => ({ traceDays }) } as unknown as BotConfigService,
  );
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

test('what answers were made from goes once it is old, however much there is', async () => {
  forget.mockResolvedValueOnce(500).mockResolvedValueOnce(500).mockResolvedValueOnce(3);
  erasures.onApplicationBootstrap();
  await vi.advanceTimersByTimeAsync(0);
  expect(forget.mock.calls).toEqual(Array.from({ length: 3 }, () => [30 * 24 * 3_600_000, 500]));
  traceDays = 0;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(forget).toHaveBeenLastCalledWith(0, 500);
});
