import { Logger } from '@nestjs/common';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { BotConfigService } from '../config/bot-config.service.js';
import { Env } from '../env/env.js';
import { StorageError } from '../storage/storage.error.js';
import { LogTrouble } from '../whatsapp/sending/message-log.js';
import type { BackfillService } from './backfill.service.js';
import { ReconciliationService } from './reconciliation.service.js';
import type { ReconciliationStore } from './reconciliation.store.js';
import type { SendsService } from './sends/sends.service.js';

const SECOND = 1000;
let leads: () => Promise<boolean>;
let rounds: { sends: number; backfill: number; forgotten: number; resigned: number };
let trouble: Error | undefined;
let more: boolean;
let endless: boolean;
let logged: string[];
let service: ReconciliationService;

beforeEach(() => {
  vi.useFakeTimers();
  [leads, trouble, more, logged] = [async () => true, undefined, false, []];
  endless = false;
  rounds = { sends: 0, backfill: 0, forgotten: 0, resigned: 0 };
  for (const level of ['log', 'warn', 'error'] as const)
    vi.spyOn(Logger.prototype, level).mockImplementation((words: unknown) => {
      logged.push(String(words));
    });
  service = serviceOf(new Env());
});
afterEach(async () => {
  await service.onModuleDestroy();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

function serviceOf(env: Env): ReconciliationService {
  const store = { lead: () => leads(), resign: async () => void rounds.resigned++ };
  const sends = {
    round: async (_: unknown, mayGoOn: () => boolean) => {
      rounds.sends++;
      if (trouble) throw trouble;
      if (!endless) return;
      while (mayGoOn()) await new Promise((done) => setTimeout(done, SECOND));
    },
  };
  const backfill = {
    round: async () => (rounds.backfill++, more),
    forget: () => void rounds.forgotten++,
  };
  const config = {
    twilioAccountSid: 'AC1',
    twilioAuthToken: 'x',
    twilioWhatsappFrom: 'whatsapp:+14155238886',
  };
  return new ReconciliationService(
    store as unknown as ReconciliationStore,
    sends as unknown as SendsService,
    backfill as unknown as BackfillService,
    { current: async () => config } as unknown as BotConfigService,
    env,
  );
}

it('looks for sends all the time, and for missed messages at the start and once a minute', async () => {
  service.onApplicationBootstrap();
  await vi.advanceTimersByTimeAsync(SECOND);
  expect(rounds).toMatchObject({ sends: 1, backfill: 1 });
  await vi.advanceTimersByTimeAsync(50 * SECOND);
  expect(rounds.sends).toBeGreaterThan(20);
  expect(rounds.backfill).toBe(1);
  await vi.advanceTimersByTimeAsync(15 * SECOND);
  expect(rounds.backfill).toBe(2);
});

it('goes on at its pace when the clock is set back by an hour, also after trouble', async () => {
  trouble = new LogTrouble('HTTP 500');
  service.onApplicationBootstrap();
  await vi.advanceTimersByTimeAsync(SECOND);
  const { now } = Date;
  vi.spyOn(Date, 'now').mockImplementation(() => now() - 3600 * SECOND);
  trouble = undefined;
  await vi.advanceTimersByTimeAsync(50 * SECOND);
  expect(rounds.sends).toBeGreaterThan(10);
  expect(rounds.backfill).toBe(1);
  vi.spyOn(Date, 'now').mockImplementation(() => now() - 7200 * SECOND);
  await vi.advanceTimersByTimeAsync(90 * SECOND);
  expect(rounds.backfill).toBe(3);
});

it('goes on at once with what one round could not end', async () => {
  more = true;
  service.onApplicationBootstrap();
  await vi.advanceTimersByTimeAsync(10 * SECOND);
  expect(rounds.backfill).toBeGreaterThan(3);
});

it('leaves it to another process that leads, and to no process that only accepts', async () => {
  leads = async () => false;
  service.onApplicationBootstrap();
  await vi.advanceTimersByTimeAsync(60 * SECOND);
  expect(rounds).toMatchObject({ sends: 0, backfill: 0 });
  expect(rounds.forgotten).toBeGreaterThan(0);
  leads = async () => true;
  serviceOf(Object.assign(new Env(), { WORKER_CONCURRENCY: 0 })).onApplicationBootstrap();
  await service.onModuleDestroy();
  await vi.advanceTimersByTimeAsync(60 * SECOND);
  expect(rounds).toMatchObject({ sends: 0, resigned: 1 });
});

it('begins no request more in a round once it is to stop, and ends a long round by itself', async () => {
  endless = true;
  service.onApplicationBootstrap();
  await vi.advanceTimersByTimeAsync(13 * SECOND);
  expect(rounds.sends).toBe(2);
  let stopped = false;
  void service.onModuleDestroy().then(() => (stopped = true));
  await vi.advanceTimersByTimeAsync(SECOND);
  expect([stopped, rounds.resigned]).toEqual([true, 1]);
});

it('asks ever more seldom while Twilio refuses, and says so once, and when it works again', async () => {
  trouble = new LogTrouble('HTTP 401');
  service.onApplicationBootstrap();
  await vi.advanceTimersByTimeAsync(3600 * SECOND);
  expect(rounds.sends).toBeLessThan(15);
  expect(logged).toEqual([expect.stringContaining('HTTP 401')]);
  trouble = undefined;
  await vi.advanceTimersByTimeAsync(1000 * SECOND);
  expect(rounds.backfill).toBeGreaterThan(0);
  expect(logged.slice(1)).toEqual([expect.stringContaining('can be read again')]);
});

it('waits as long as Twilio wants', async () => {
  trouble = new LogTrouble('HTTP 429', 600 * SECOND);
  service.onApplicationBootstrap();
  await vi.advanceTimersByTimeAsync(590 * SECOND);
  expect(rounds.sends).toBe(1);
});

it('goes on when the store is back, and leaves it to the worker to tell of it', async () => {
  leads = () => Promise.reject(new StorageError('away'));
  service.onApplicationBootstrap();
  await vi.advanceTimersByTimeAsync(10 * SECOND);
  leads = async () => true;
  await vi.advanceTimersByTimeAsync(5 * SECOND);
  expect(rounds.sends).toBeGreaterThan(0);
  expect(logged).toEqual([]);
});
