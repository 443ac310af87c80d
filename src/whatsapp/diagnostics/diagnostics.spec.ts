import { Logger } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startEdge } from '../../../test/support/twilio/edge.js';
import { Clock } from '../../clock.js';
import type { BotConfig } from '../../config/bot-config.js';
import { BotConfigService } from '../../config/bot-config.service.js';
import { Endpoints } from '../../config/endpoints.js';
import { ShownHolds } from '../../mailbox/holds/shown-holds.js';
import { FormerOptOuts } from '../../mailbox/consent/former-opt-outs.js';
import { SessionRepository } from '../../sessions/session.repository.js';
import { DiagnosticsController } from './diagnostics.controller.js';
import { DiagnosticsService } from './diagnostics.service.js';
import { AcceptedSignatures } from '../signature/accepted-signatures.js';
import { RefusedSignatures } from '../signature/refused-signatures.js';
import { NoAnswer, type TwilioAnswer } from '../sending/twilio-answer.js';
import { LinesService } from '../../lines/lines.service.js';
import { MessageLog } from '../sending/message-log.js';
import { WhatsAppRecords } from '../records/records.store.js';
import { TwilioClient, type TwilioCall } from '../sending/twilio.client.js';

const SID = `AC12${'0'.repeat(26)}cdef`;
const API = '/api/v1/whatsapp';
const AT = '1970-01-01T00:00:00.000Z';
const REFUSAL = { code: 20003, message: 'Authenticate', more_info: 'https://x/20003', status: 401 };

let app: NestExpressApplication;
let config: Partial<BotConfig>;
let answer: TwilioAnswer | Error;
let asked: (TwilioCall & { as: string })[];
let logged: string[];

beforeEach(async () => {
  [asked, logged] = [[], []];
  config = {
    twilioAccountSid: SID,
    twilioAuthToken: '0123456789abcdef',
    twilioWhatsappFrom: 'whatsapp:+14155238886',
  };
  answer = { status: 200, body: { sid: SID } };
  const ask = (as: string) => (_: unknown, call: TwilioCall) => {
    asked.push({ as, ...call });
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  };
  const webhookUrl = `https://bot.example.com${API}/webhook`;
  const endpoints = { twilioApiBase: 'https://api.twilio.com', webhookUrl };
  const records = { beginTest: () => undefined, endTest: async () => undefined };
  vi.spyOn(Logger.prototype, 'warn').mockImplementation((...words: unknown[]) => {
    logged.push(JSON.stringify(words));
  });
  app = await startEdge(
    [DiagnosticsController],
    [
      DiagnosticsService,
      AcceptedSignatures,
      RefusedSignatures,
      { provide: TwilioClient, useValue: { send: ask('sender'), sendAsAccount: ask('account') } },
      { provide: BotConfigService, useValue: { fresh: () => Promise.resolve(config) } },
      { provide: Endpoints, useValue: endpoints },
      { provide: SessionRepository, useValue: { conversations: () => Promise.resolve([]) } },
      { provide: ShownHolds, useValue: { all: () => Promise.resolve([]) } },
      { provide: Clock, useValue: { now: () => 0 } },
      { provide: WhatsAppRecords, useValue: records },
      { provide: LinesService, useValue: { unset: async () => ({ lines: [], messages: 0 }) } },
      { provide: FormerOptOuts, useValue: { knows: async () => false } },
      { provide: MessageLog, useValue: { latest: { at: 0, problem: 'HTTP 401' } } },
    ],
    'admin',
  );
});

afterEach(async () => {
  vi.restoreAllMocks();
  await app.close();
});

const get = (path: string) => request(app.getHttpServer()).get(API + path);

it('test asks the Accounts API by SID and token', async () => {
  const { body } = await get('/test').expect(200);
  expect(body).toEqual({ status: 'ok' });
  expect(asked).toMatchObject([{ as: 'account', method: 'get', path: '.json' }]);
});

it('test shows and logs what Twilio says', async () => {
  answer = { status: 401, body: REFUSAL };
  const { body } = await get('/test').expect(200);
  expect(body).toEqual({ status: 'error', message: 'HTTP 401', twilio: REFUSAL });
  expect(logged.join()).toMatch(/401.*Authenticate.*https:\/\/x\/20003/);
});

it('test says when nothing answers, and when there is nothing to ask with', async () => {
  answer = new NoAnswer(false, 'ECONNREFUSED');
  expect((await get('/test')).body).toEqual({
    status: 'error',
    message: 'no answer',
    twilio: 'ECONNREFUSED',
  });
  config = {};
  expect((await get('/test')).body).toMatchObject({
    status: 'error',
    message: 'not configured',
    twilio: expect.stringContaining('TWILIO_ACCOUNT_SID'),
  });
});

it('diag tells the ids of keys, never a secret, and who signed last', async () => {
  config.twilioSharedKeys = 'k1=first-secret,k2=second-secret';
  app.get(AcceptedSignatures).add('SharedKey k1');
  const { body, text } = await get('/diag').expect(200);
  const last_webhook = { at: AT, signed_with: 'SharedKey k1' };
  expect(body).toMatchObject({ shared_keys: ['k1', 'k2'], last_webhook });
  expect(text).not.toMatch(/(first|second)-secret/);
});

it('diag masks, and lists the refused signatures', async () => {
  app.get(RefusedSignatures).add('https://bot.example.com/x', 'wrong');
  const answered = await get('/diag').expect(200);
  expect(answered.body).toEqual({
    loaded: true,
    sid: 'AC12…cdef',
    token: '••••••••ef',
    from: 'whatsapp:+14155238886',
    api_base: 'https://api.twilio.com',
    webhook_url: `https://bot.example.com${API}/webhook`,
    status_callback_url: null,
    account_hold: null,
    message_log: { at: AT, problem: 'HTTP 401' },
    refused_signatures: [{ at: AT, url: 'https://bot.example.com/x', reason: 'wrong', hint: null }],
  });
  config = {};
  expect((await get('/diag')).body).toMatchObject({ loaded: false, sid: null, token: null });
});

const ACCOUNT = { twilioAccountSid: SID, twilioAuthToken: 'a-token' };
const SERVICE = { twilioMessagingServiceSid: `MG${'0'.repeat(32)}` };

it.each([
  [{}, ['TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN', 'TWILIO_WHATSAPP_FROM']],
  [{ twilioAccountSid: SID }, ['TWILIO_AUTH_TOKEN', 'TWILIO_WHATSAPP_FROM']],
  [ACCOUNT, ['TWILIO_WHATSAPP_FROM']],
  [SERVICE, ['TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN']],
  [{ ...ACCOUNT, ...SERVICE }, undefined],
])('diag names what is missing (%#)', async (known, missing) => {
  config = known;
  const { body } = await get('/diag').expect(200);
  expect(body.missing).toEqual(missing);
});

it.each(['get', 'post'] as const)(
  'send-test sends by %s, and shows what Twilio says',
  async (how) => {
    answer = { status: 201, body: { sid: 'SM1' } };
    const path = `${API}/send-test?to=whatsapp:+15005550006&text=Hi`;
    const { body } = await request(app.getHttpServer())[how](path).expect(200);
    expect(body).toEqual({ status: 'ok', twilio: { ok: true, status: 201, body: { sid: 'SM1' } } });
    const form = { To: 'whatsapp:+15005550006', Body: 'Hi', From: 'whatsapp:+14155238886' };
    expect(asked).toMatchObject([{ as: 'sender', method: 'post', path: '/Messages.json', form }]);
  },
);

it('send-test sends nothing by HEAD', async () => {
  const path = `${API}/send-test?to=whatsapp:+15005550006&text=Hi`;
  const { headers } = await request(app.getHttpServer()).head(path).expect(405);
  expect(headers.allow).toBe('GET, POST');
  expect(headers['content-type']).toMatch(/^application\/problem\+json/);
  expect(asked).toEqual([]);
  await request(app.getHttpServer()).head(`${API}/diag`).expect(200);
});

it('send-test has a text of its own, and takes %2B as well', async () => {
  await get('/send-test?to=whatsapp%3A%2B15005550006').expect(200);
  const Body = expect.stringContaining('Recado');
  expect(asked[0].form).toMatchObject({ To: 'whatsapp:+15005550006', Body });
});

it.each([
  ['', 'to must look like whatsapp:+15005550006'],
  ['?to=15005550006', 'to must look like whatsapp:+15005550006'],
  ['?to=sms:+15005550006', 'to must look like whatsapp:+15005550006'],
  [`?to=whatsapp:+15005550006&text=${'a'.repeat(1601)}`, 'text must have 1600 characters at most'],
  ['?to=whatsapp:+15005550006&text=', 'text must not be empty'],
  ['?to=whatsapp:+15005550006&text=a&text=b', 'text must be a text'],
])('send-test%s is 400', async (query, detail) => {
  const { body } = await get(`/send-test${query}`).expect(400);
  expect(body.detail).toBe(detail);
  expect(asked).toEqual([]);
});
