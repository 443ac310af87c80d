import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createApp, listen } from '../../src/app.setup.js';
import { readEnv } from '../../src/env/read-env.js';

const ADMIN_TOKEN = 'an-admin-token-for-tests';
let app: NestExpressApplication;
let directory: string;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'recado-'));
  const env = readEnv('/dev/null', {
    DATA_DIR: directory,
    PORT: '0',
    LOG_LEVEL: 'silent',
    ADMIN_TOKEN,
    SIMULATOR: 'on',
    SIMULATOR_SHARED_KEY: 'webhooks_sharedkey_1=its-secret',
  });
  app = await createApp(env);
  app.useLogger(false);
  await listen(app, env);
});
afterAll(async () => {
  await app.close();
  rmSync(directory, { recursive: true });
});

const write = (more: object) =>
  request(app.getHttpServer())
    .post('/simulator/control/messages')
    .auth(ADMIN_TOKEN, { type: 'bearer' })
    .send({ from: 'whatsapp:+12025550123', body: 'Hello', ...more })
    .expect(200);

it.each([true, false])('takes what its own simulator signs, by its SharedKey: %s', async (by) => {
  expect((await write({ shared_key: by })).body).toMatchObject({ status: 200, attempts: 1 });
});
