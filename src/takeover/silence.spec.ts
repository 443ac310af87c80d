import { expect, it, vi } from 'vitest';
import type { BotConfigService } from '../config/bot-config.service.js';
import { Env } from '../env/env.js';
import { Silence } from './silence.service.js';
import type { TakeoverStore } from './takeover.store.js';

function silence(minutes: number, giveBackSilent: TakeoverStore['giveBackSilent']) {
  const current = async () => ({ handoverSilenceMinutes: minutes });
  const config = { current } as unknown as BotConfigService;
  const service = new Silence(new Env(), config, { giveBackSilent } as TakeoverStore);
  const logger = service['logger'];
  const said = vi.spyOn(logger, 'log').mockReturnValue(undefined);
  const warned = vi.spyOn(logger, 'warn').mockReturnValue(undefined);
  return { service, said, warned };
}

it('gives back all that is silent for so many minutes, a hundred at once', async () => {
  const hundred = Array.from({ length: 100 }, (_, n) => `c${n}`);
  const pages = [hundred, hundred, ['last']];
  const store = vi.fn(async (_ms: number, _most: number) => pages.shift() ?? []);
  const { service, said } = silence(30, store);
  await Promise.all([service.look(), service.look()]);
  expect(store.mock.calls).toEqual([1, 2, 3].map(() => [30 * 60_000, 100]));
  expect(said).toHaveBeenCalledTimes(201);
});

it('looks for none where the setting is 0', async () => {
  const store = vi.fn(async () => []);
  await silence(0, store).service.look();
  expect(store).not.toHaveBeenCalled();
});

it('tells of a store that is away once, until it is back', async () => {
  let away = true;
  const { service, warned } = silence(1, async () => {
    if (away) throw new Error('no store');
    return [];
  });
  await service.look();
  await service.look();
  expect(warned).toHaveBeenCalledTimes(1);
  away = false;
  await service.look();
  away = true;
  await service.look();
  expect(warned).toHaveBeenCalledTimes(2);
});
