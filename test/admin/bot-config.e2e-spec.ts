import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createApp } from '../../src/app.setup.js';
import { fieldNames } from '../../src/config/fields.js';
import { Env } from '../../src/env/env.js';

const ADMIN_TOKEN = 'a-token-for-tests';
const SID = `AC${'0'.repeat(32)}`;
const TOKEN = 'aaaabbbbccccdddd1111222233334444';

let app: NestExpressApplication;
let directory: string;
const call = (method: 'get' | 'put') => {
  const api = request(app.getHttpServer());
  return api[method]('/api/v1/bot/config').set('Authorization', `Bearer ${ADMIN_TOKEN}`);
};

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'recado-'));
  const given = { DATA_DIR: directory, SIMULATOR: 'off', LOG_LEVEL: 'silent', ADMIN_TOKEN };
  app = await createApp(Object.assign(new Env(), given, { TWILIO_ACCOUNT_SID: SID }));
  await app.init();
});
afterAll(async () => {
  await app.close();
  rmSync(directory, { recursive: true });
});

it('wants the admin token', async () => {
  const { status } = await request(app.getHttpServer()).put('/api/v1/bot/config').send({});
  expect(status).toBe(401);
});

it('changes the fields given, and shows secrets masked', async () => {
  const { body } = await call('put').send({ twilio_auth_token: TOKEN, language: 'es' });
  expect(body).toMatchObject({
    twilio_account_sid: SID,
    twilio_auth_token: '••••••4444',
    language: 'es',
    sources: {
      twilio_account_sid: 'environment',
      twilio_auth_token: 'stored',
      bot_name: 'default',
    },
  });
  const again = await call('put').send({ twilio_auth_token: '••••••4444' });
  expect(again.body).toEqual(body);
  expect((await call('get')).body).toEqual(body);
});

it('takes back every field of its own answer', async () => {
  const { sources, simulator, ...fields } = (await call('get')).body;
  expect(simulator).toBe(false);
  const { status, body } = await call('put').send(fields);
  expect(status).toBe(200);
  expect(Object.keys(body.sources)).toEqual(Object.keys(sources));
});

it('refuses what it does not know or cannot use, field by field', async () => {
  const wrong = {
    twilio_account_sid: 'AC1',
    twilio_auth_token: '',
    twilio_shared_keys: 'k1=one,k1=two',
    twilio_whatsapp_from: '+15005550006',
    twilio_api_base: 'https://example.com',
    bot_name: ' ',
    system_prompt: 'a\u0000b',
    language: 'fr',
    time_zone: 'Madrid',
    opening_hours: 'Mo-Fr 9-14',
    chat_model: 7,
    llm_timeout_ms: '500',
    rate_limit_per_minute: 0,
  };
  const { status, body } = await call('put').send(wrong);
  expect(status).toBe(400);
  const fields = body.errors.map(({ field }: { field: string }) => field).sort();
  expect(fields).toEqual(Object.keys(wrong).sort());
  for (const { message } of body.errors) expect(message).toMatch(/^(must|is not)/);
});

const NO_SECRETS = [
  ['cut short', TOKEN.slice(1)],
  ['with a space at its end', `${TOKEN.slice(1)} `],
  ['in two halves', `${TOKEN.slice(0, 16)} ${TOKEN.slice(16)}`],
  ['in quotes', `"${TOKEN.slice(2)}"`],
  ["an account's SID in its place", SID],
  ["a key's SID in its place", `SK${'0'.repeat(32)}`],
  ['masked by a screen of Twilio', '•'.repeat(32)],
  ['masked with stars', '*'.repeat(28) + TOKEN.slice(-4)],
  ['masked, and more', `••••••4444${TOKEN}`],
  ['a sample', 'your_auth_token'],
];

it.each(NO_SECRETS)('takes no secret of Twilio that cannot be one: %s', async (_, value) => {
  for (const field of ['twilio_auth_token', 'twilio_api_key_secret']) {
    const { status, body } = await call('put').send({ [field]: value });
    expect([field, status]).toEqual([field, 400]);
    expect(body.detail).toMatch(new RegExp(`^${field} must be .*32`));
    expect(JSON.stringify(body)).not.toContain(value.slice(0, 8));
  }
});

it('takes any that may be one, and its mask', async () => {
  for (const twilio_auth_token of ['f'.repeat(32), 'AbCdEfGh'.repeat(4), TOKEN, '••••••4444']) {
    const { status, body } = await call('put').send({ twilio_auth_token });
    expect([twilio_auth_token, status, body.twilio_auth_token]).toEqual([
      twilio_auth_token,
      200,
      `••••••${twilio_auth_token.slice(-4)}`,
    ]);
  }
});

it('takes texts with line breaks, and gives the environment back its say', async () => {
  const { body } = await call('put').send({ system_prompt: 'Sé amable.\nY breve. 😀' });
  expect(body.system_prompt).toBe('Sé amable.\nY breve. 😀');
  const back = await call('put').send({ system_prompt: null, twilio_account_sid: null });
  expect(back.body.sources.system_prompt).toBe('default');
  expect(back.body.twilio_account_sid).toBe(SID);
});

it('leaves health and the API description to anybody, and nothing else', async () => {
  const status = async (path: string) => (await request(app.getHttpServer()).get(path)).status;
  for (const path of ['/health/live', '/health/ready', '/docs-json'])
    expect([path, await status(path)]).toEqual([path, 200]);
  for (const path of ['/api/v1/bot/config', '/api/v1/failures', '/api/v1/whatsapp/diag'])
    expect([path, await status(path)]).toEqual([path, 401]);
  for (const path of ['/nowhere', '/simulator/control/messages'])
    expect([path, await status(path)]).toEqual([path, 404]);
});

it('is described at /docs-json', async () => {
  const { body } = await request(app.getHttpServer()).get('/docs-json');
  const { properties } = body.components.schemas.BotConfigUpdate;
  expect(Object.keys(properties)).toEqual(fieldNames);
  expect(properties.twilio_auth_token.description).toMatch(/masked/);
});
