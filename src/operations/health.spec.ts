import type { INestApplication } from '@nestjs/common';
import { TerminusModule } from '@nestjs/terminus';
import { Test } from '@nestjs/testing';
import request from 'supertest';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { SystemClock } from '../clock.js';
import { ProblemFilter } from '../http/edge/problem.filter.js';
import { Routes } from '../http/edge/routes.js';
import { KnowledgeService } from '../knowledge/knowledge.service.js';
import { Storage } from '../storage/storage.js';
import { HealthController } from './health.controller.js';
import { Readiness } from './readiness.js';
import { MeaningService } from '../knowledge/meaning/meaning.service.js';
import { ShownHolds } from '../mailbox/holds/shown-holds.js';
import { Worker } from '../mailbox/worker/worker.js';

const storage = { check: vi.fn<() => Promise<void>>() };
const worker = { active: true };
const knowledge = { isEmpty: vi.fn<() => Promise<boolean>>() };
const meaning = { progress: undefined as object | undefined };
let holds: object[];
let app: INestApplication;

beforeEach(async () => {
  storage.check.mockReset().mockResolvedValue();
  worker.active = true;
  holds = [];
  knowledge.isEmpty.mockReset().mockResolvedValue(false);
  const module = await Test.createTestingModule({
    imports: [TerminusModule.forRoot({ logger: false })],
    controllers: [HealthController],
    providers: [
      Readiness,
      { provide: Storage, useValue: storage },
      { provide: Worker, useValue: worker },
      { provide: KnowledgeService, useValue: knowledge },
      { provide: MeaningService, useValue: meaning },
      { provide: ShownHolds, useValue: { all: () => Promise.resolve(holds) } },
    ],
  }).compile();
  app = module.createNestApplication({ logger: false });
  app.useGlobalFilters(new ProblemFilter(new SystemClock(), Routes.of(app)));
  await app.init();
});
afterEach(() => app.close());

const get = (path: string) => request(app.getHttpServer()).get(path);

it('is ready while the store can be written and the worker runs', async () => {
  const { body } = await get('/health/ready').expect(200).expect('Cache-Control', 'no-store');
  expect(body).toMatchObject({ status: 'ok', details: { store: { status: 'up' } } });
  expect(body.details.documents).toEqual({ status: 'up' });
});

it('is ready while Twilio refuses the account, and says so without Twilio’s words', async () => {
  expect((await get('/health/ready').expect(200)).body.details.twilio).toEqual({ status: 'up' });
  vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 2000);
  holds = [{ since: 0, code: 20003, message: 'Authenticate', tryAt: 0, refusals: 1 }];
  const { body, text } = await get('/health/ready').expect(200);
  expect(body.details.twilio).toEqual({
    status: 'up',
    message: expect.stringMatching(/refuses the account since 1970-01-01T.*20003.*failures/),
  });
  expect(text).not.toContain('Authenticate');
  vi.restoreAllMocks();
});

it('is ready while Twilio refuses lines, and does not say which', async () => {
  const hold = { since: 0, code: 63007, message: 'none', tryAt: 0, refusals: 1 };
  holds = ['+15005550001', '+15005550006'].map((line) => ({ ...hold, line }));
  const { twilio } = (await get('/health/ready').expect(200)).body.details;
  const message = /^refuses 2 lines since 1970-01-01T\S+, code 63007; see \S+ \S+$/;
  expect(twilio).toEqual({ status: 'up', message: expect.stringMatching(message) });
});

it('is not ready without the store, says so without telling where it is, and lives', async () => {
  storage.check.mockRejectedValue(new Error('no primary at db.internal'));
  const { body, text } = await get('/health/ready')
    .expect(503)
    .expect('Content-Type', /problem/);
  expect(body).toMatchObject({ status: 503, detail: 'store cannot be written now' });
  expect(text).not.toContain('db.internal');
  expect(knowledge.isEmpty).not.toHaveBeenCalled();
  await get('/health/live').expect(200, { status: 'ok' });
});

const documents = async () => (await get('/health/ready')).body.details.documents;

it('is ready without documents, and says how to add some', async () => {
  knowledge.isEmpty.mockResolvedValue(true);
  const message = expect.stringMatching(/^none yet.*recado ingest PATH/);
  expect(await documents()).toEqual({ status: 'up', message });
});

it('is ready where documents cannot be looked for', async () => {
  knowledge.isEmpty.mockRejectedValue(new Error('away'));
  expect(await documents()).toEqual({ status: 'up' });
});

it('is not ready without the worker', async () => {
  worker.active = false;
  const { body } = await get('/health/ready').expect(503);
  expect(body.detail).toBe('worker is not running');
});

it('writes once a second at most, however often it is asked', async () => {
  await Promise.all(Array.from({ length: 10 }, () => get('/health/ready').expect(200)));
  expect(storage.check).toHaveBeenCalledTimes(1);
  expect(knowledge.isEmpty).toHaveBeenCalledTimes(1);
});

it('says how many passages have vectors, where a model is named', async () => {
  meaning.progress = { model: 'small', serving: 'small', passages: 7, embedded: 3 };
  const { body } = await get('/health/ready').expect(200);
  expect(body.details.embeddings).toEqual({ status: 'up', passages: 7, embedded: 3 });
});
