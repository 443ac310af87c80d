import { Logger } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import request from 'supertest';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Clock } from '../clock.js';
import type { BotConfig } from '../config/bot-config.js';
import { BotConfigService } from '../config/bot-config.service.js';
import { Endpoints } from '../config/endpoints.js';
import { Env } from '../env.js';
import { useHttp } from '../http/use-http.js';
import type { Accepted, Inbound, StatusUpdate } from '../mailbox/inbound.js';
import { MailboxService } from '../mailbox/mailbox.service.js';
import { StorageError } from '../storage/storage.error.js';
import { RefusedSignatures } from './refused-signatures.js';
import { SignatureGuard } from './signature.guard.js';
import { StatusController } from './status.controller.js';
import { WebhookController } from './webhook.controller.js';
import { WebhookService } from './webhook.service.js';

const SID = `AC${'1'.repeat(32)}`;
const TOKEN = 'the-token';
const PUBLIC = 'https://bot.example.com';
const WEBHOOK = '/api/v1/whatsapp/webhook';
const STATUS = '/api/v1/whatsapp/status';
const CONVERSATION = 'c0c0c0c0-0000-4000-8000-000000000001';
const FORM = { From: 'whatsapp:+15005550006', Body: 'Hola 👋', AccountSid: SID };

let app: NestExpressApplication;
let config: Partial<BotConfig>;
/** What a reading of the store gives; `config` is what this node believes. */
let stored: Partial<BotConfig>;
let readings: number;
let now: number;
let endpoints: { publicUrl: string };
let env: Env;
let accepted: Inbound[];
let updates: StatusUpdate[];
let accept: (inbound: Inbound) => Promise<Accepted>;
let answerTo: (to: Accepted, waitMs: number, signal?: AbortSignal) => Promise<string | null>;
let logged: string[];

beforeEach(async () => {
  config = stored = { twilioAccountSid: SID, twilioAuthToken: TOKEN };
  [readings, now, accepted, updates, logged] = [0, 1_000_000, [], [], []];
  endpoints = { publicUrl: PUBLIC };
  env = Object.assign(new Env(), { WEBHOOK_REPLY_WAIT_MS: 1234 });
  accept = ({ id }) =>
    Promise.resolve({ conversationId: CONVERSATION, messageId: id, duplicate: false });
  answerTo = () => Promise.resolve('Buenos días');
  vi.spyOn(Logger.prototype, 'warn').mockImplementation((...words: unknown[]) => {
    logged.push(JSON.stringify(words));
  });
  const mailbox = {
    accept: (inbound: Inbound) => (accepted.push(inbound), accept(inbound)),
    answerTo: (to: Accepted, waitMs: number, signal?: AbortSignal) => answerTo(to, waitMs, signal),
    delivered: (update: StatusUpdate) => Promise.resolve(void updates.push(update)),
  };
  const settings = {
    current: () => Promise.resolve(config),
    fresh: () => (readings++, Promise.resolve(stored)),
  };
  const module = await Test.createTestingModule({
    controllers: [WebhookController, StatusController],
    providers: [
      WebhookService,
      SignatureGuard,
      RefusedSignatures,
      { provide: MailboxService, useValue: mailbox },
      { provide: BotConfigService, useValue: settings },
      { provide: Endpoints, useValue: endpoints },
      { provide: Env, useValue: env },
      { provide: Clock, useValue: { now: () => now } },
    ],
  }).compile();
  app = module.createNestApplication<NestExpressApplication>({ bodyParser: false, logger: false });
  useHttp(app);
  await app.listen(0, '127.0.0.1');
});

afterEach(async () => {
  vi.restoreAllMocks();
  await app.close();
});

interface Sent {
  form?: Record<string, string | string[]>;
  path?: string;
  url?: string;
  token?: string;
  signature?: string | null;
  headers?: Record<string, string>;
}

/** A request as Twilio makes it, signed by Twilio's own helper. */
function post({ form = FORM, path = WEBHOOK, url, token = TOKEN, ...rest }: Sent = {}) {
  const signature = getExpectedTwilioSignature(token, url ?? PUBLIC + path, form);
  const call = request(app.getHttpServer()).post(path).type('form');
  for (const [name, value] of Object.entries(rest.headers ?? {})) void call.set(name, value);
  if (rest.signature !== null) void call.set('X-Twilio-Signature', rest.signature ?? signature);
  const pairs = Object.entries(form).flatMap(([n, v]) =>
    [v].flat().map((one): [string, string] => [n, one]),
  );
  return call.send(new URLSearchParams(pairs).toString());
}

describe('the signature', () => {
  it('lets in what Twilio signed', async () => {
    await post().expect(200);
    expect(accepted).toHaveLength(1);
    expect(readings).toBe(0);
  });

  it('covers every field as it came: unknown, empty, repeated, padded, dangerous', async () => {
    const odd = { ...FORM, Body: '  Hola \r\n ', Unknown: '', Twice: ['b', 'a', 'b'], 'x[0]': 'é' };
    await post({ form: Object.assign(JSON.parse('{"__proto__":"p"}'), odd) }).expect(200);
  });

  it('covers the query', async () => {
    const path = `${STATUS}?attempt=1&x=%27%20+`;
    await post({ path, form: { MessageSid: 'SM1', MessageStatus: 'sent' } }).expect(204);
    const url = `${PUBLIC}${STATUS}?attempt=2`;
    await post({ path, url, form: { MessageSid: 'SM1', MessageStatus: 'sent' } }).expect(403);
  });

  it.each([
    ['none', { signature: null }],
    ['an empty one', { signature: '' }],
    ['nonsense', { signature: 'é'.normalize('NFD').slice(0, 1).repeat(28) }],
    ['one by another token', { token: 'another' }],
    ['one for another address', { url: `https://evil.example.com${WEBHOOK}` }],
    ['one for another path', { url: PUBLIC + STATUS }],
    ['one for the bare path', { url: `http://127.0.0.1${WEBHOOK}` }],
  ])('refuses %s', async (_, sent) => {
    const answer = await post(sent as Sent).expect(403);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(accepted).toEqual([]);
  });

  it('does not believe forwarded headers', async () => {
    const headers = { 'X-Forwarded-Host': 'evil.example.com', 'X-Forwarded-Proto': 'https' };
    await post({ url: `https://evil.example.com${WEBHOOK}`, headers }).expect(403);
    await post({ headers }).expect(200);
  });

  it('refuses a changed form', async () => {
    const signature = getExpectedTwilioSignature(TOKEN, PUBLIC + WEBHOOK, FORM);
    await post({ form: { ...FORM, Body: 'Adiós' }, signature }).expect(403);
  });

  it('takes the previous token, too', async () => {
    config = stored = { ...config, twilioAuthTokenPrevious: 'old' };
    await post({ token: 'old' }).expect(200);
    await post().expect(200);
  });

  it('is checked with the prefix that a proxy takes off', async () => {
    endpoints.publicUrl = 'https://example.com/bot';
    await post({ url: `https://example.com/bot${WEBHOOK}` }).expect(200);
    await post({ url: `https://example.com${WEBHOOK}` }).expect(403);
  });

  it.each(['localhost', '127.0.0.1', '[::1]'])('knows loopback as %s', async (name) => {
    endpoints.publicUrl = 'http://localhost:3000';
    await post({ url: `http://${name}:3000${WEBHOOK}` }).expect(200);
    await post({ url: `http://${name}:3000${WEBHOOK}` }).expect(200);
    await post({ url: `http://${name}:4000${WEBHOOK}` }).expect(403);
  });

  it('reads the configuration anew before it refuses', async () => {
    stored = { ...config, twilioAuthToken: 'changed elsewhere' };
    await post({ token: 'changed elsewhere' }).expect(200);
    expect(readings).toBe(1);
  });

  it('reads it once a second at most, and never for a request without a signature', async () => {
    await post({ signature: null }).expect(403);
    expect(readings).toBe(0);
    for (let n = 0; n < 5; n++) await post({ token: 'no' }).expect(403);
    expect(readings).toBe(1);
    now += 1000;
    await post({ token: 'no' }).expect(403);
    expect(readings).toBe(2);
  });

  it('refuses a foreign account and logs it, masked', async () => {
    const foreign = `AC${'9'.repeat(32)}`;
    await post({ form: { ...FORM, AccountSid: foreign } }).expect(403);
    expect(readings).toBe(1);
    expect(logged.join()).toContain('AC99…9999 is not the configured AC11…1111');
    expect(logged.join()).not.toContain(foreign);
    stored = { ...config, twilioAccountSid: foreign };
    now += 1000;
    await post({ form: { ...FORM, AccountSid: foreign } }).expect(200);
  });

  it('remembers the last refusals for diag, and few of them', async () => {
    const refused = app.get(RefusedSignatures);
    await post({ token: 'no' });
    expect(refused.list()).toEqual([
      { at: now, url: PUBLIC + WEBHOOK, reason: expect.stringContaining('neither token') },
    ]);
    for (let n = 0; n < 30; n++) await post({ signature: null });
    expect(refused.list()).toHaveLength(10);
    expect(logged).toHaveLength(10);
  });

  it('works out for the operator what would have fitted, and tells the caller nothing', async () => {
    const url = `http://tunnel.example.net${WEBHOOK}`;
    const headers = { 'X-Forwarded-Host': 'tunnel.example.net' };
    const told = await post({ url, headers }).expect(403);
    expect(told.text).not.toMatch(/tunnel|PUBLIC_URL|scheme/);
    const [{ hint }] = app.get(RefusedSignatures).list();
    expect(hint).toContain('make PUBLIC_URL http://tunnel.example.net');
    expect(logged.join()).toContain(hint);
  });

  it.each(['twilioAccountSid', 'twilioAuthToken'] as const)('is 503 without %s', async (name) => {
    config = stored = { ...config, [name]: undefined };
    const { body } = await post().expect(503);
    expect(body.detail).toContain('TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN');
    expect(readings).toBe(1);
    now += 1000;
    stored = { twilioAccountSid: SID, twilioAuthToken: TOKEN };
    await post().expect(200);
  });

  it('takes forms only', async () => {
    const call = request(app.getHttpServer()).post(WEBHOOK);
    await call.send(FORM).expect(403);
    const signed = request(app.getHttpServer()).post(WEBHOOK).set('X-Twilio-Signature', 'x');
    await signed.send(FORM).expect(415);
  });
});

describe('the webhook', () => {
  it('hands the message over', async () => {
    await post({ form: { ...FORM, MessageSid: 'SM1', ProfileName: 'Ana', Extra: 'x' } });
    expect(accepted).toEqual([
      { id: 'SM1', phone: '+15005550006', text: 'Hola 👋', profileName: 'Ana', details: {} },
    ]);
  });

  it.each([
    ['its token', { 'I-Twilio-Idempotency-Token': 'abc', Accept: '*/*' }],
    ['its agent', { 'User-Agent': 'TwilioProxy/1.1', Accept: '*/*' }],
    ['a taste for XML alone', { Accept: 'text/xml, application/xml;q=0.9' }],
  ])('answers Twilio, known by %s, with XML at once', async (_, headers) => {
    answerTo = () => expect.fail('nobody waits');
    const answer = await post({ headers: headers as Record<string, string> }).expect(200);
    expect(answer.headers['content-type']).toMatch(/^text\/xml/);
    expect(answer.text).toBe('<Response/>');
  });

  it.each(['*/*', 'application/json', 'text/xml, */*;q=0.1', ''])(
    'answers a caller that accepts %j with JSON',
    async (Accept) => {
      const { body } = await post({ headers: { Accept } })
        .expect(200)
        .expect('Content-Type', /json/);
      expect(body).toEqual({
        status: 'ok',
        conversation_id: CONVERSATION,
        response_preview: 'Buenos días',
      });
    },
  );

  it('waits for the answer as long as it is told to', async () => {
    const waits: unknown[] = [];
    answerTo = (to, waitMs) => (waits.push([to.messageId, waitMs]), Promise.resolve(null));
    const { body } = await post({ form: { ...FORM, MessageSid: 'SM1' } }).expect(200);
    expect(waits).toEqual([['SM1', 1234]]);
    expect(body.response_preview).toBeNull();
  });

  it('asks for the first message’s answer when it is repeated', async () => {
    accept = () =>
      Promise.resolve({ conversationId: CONVERSATION, messageId: 'SMfirst', duplicate: true });
    answerTo = (to) => Promise.resolve(`to ${to.messageId}`);
    const { body } = await post().expect(200);
    expect(body).toMatchObject({ conversation_id: CONVERSATION, response_preview: 'to SMfirst' });
  });

  it('shows 100 characters, and no half of one', async () => {
    answerTo = () => Promise.resolve(`${'a'.repeat(98)}👩‍👩‍👧‍👦 and more`);
    const { body } = await post().expect(200);
    expect(body.response_preview).toBe('a'.repeat(98));
  });

  it('waits no longer when the caller is gone', async () => {
    let gone: Promise<void> | undefined;
    const waiting = new Promise<void>((isWaiting) => {
      answerTo = (_, __, signal) =>
        new Promise((resolve) => {
          gone = new Promise((done) =>
            signal!.addEventListener('abort', () => (resolve(null), done())),
          );
          isWaiting();
        });
    });
    const call = post();
    call.end(() => undefined);
    await waiting;
    call.abort();
    await gone;
  });

  it.each([
    ['no sender', { From: '' }],
    ['a sender of another kind', { From: 'sms:+15005550006' }],
    ['no text', { Body: '' }],
    ['a text too long', { Body: 'a'.repeat(4097) }],
    ['two texts', { Body: ['a', 'b'] }],
  ])('is 400 with %s', async (_, change) => {
    const { body } = await post({ form: { ...FORM, ...change } }).expect(400);
    expect(body.errors[0].field).toMatch(/From|Body/);
    expect(accepted).toEqual([]);
  });

  it('is 413 over 64 KiB', async () => {
    await post({ form: { ...FORM, Body: 'a'.repeat(65 * 1024) } }).expect(413);
  });

  it('is 503, to every caller, when the message cannot be made durable', async () => {
    accept = () => Promise.reject(new StorageError('disk full'));
    await post().expect(503);
    await post({ headers: { 'User-Agent': 'TwilioProxy/1.1' } }).expect(503);
  });
});

describe('the status callback', () => {
  const ATTEMPT = '0b0e0f4e-6f0b-4c1e-9f43-2f4d53f3a111';
  const update = (form: Record<string, string>, query = `?attempt=${ATTEMPT}`) =>
    post({ path: STATUS + query, form });

  it('hands over what became of a message', async () => {
    await update({ MessageSid: 'SM1', MessageStatus: 'delivered' }).expect(204);
    await update({ SmsSid: 'SM2', SmsStatus: 'sent' }, '').expect(204);
    expect(updates).toEqual([
      { sid: 'SM1', status: 'delivered', attempt: ATTEMPT },
      { sid: 'SM2', status: 'sent' },
    ]);
  });

  it.each(['failed', 'undelivered'])('gives %s its verdict', async (MessageStatus) => {
    await update({ MessageSid: 'SM1', MessageStatus, ErrorCode: '63016' }).expect(204);
    await update({ MessageSid: 'SM1', MessageStatus, ErrorCode: '63018' }).expect(204);
    await update({ MessageSid: 'SM1', MessageStatus, ErrorCode: 'x' }).expect(204);
    const failures = updates.map(({ failure }) => failure);
    expect(failures).toMatchObject([
      { kind: 'dead', error: { code: 63016 } },
      { kind: 'retry', error: { code: 63018 } },
      { kind: 'dead', error: { code: undefined } },
    ]);
  });

  it('does without an attempt that is none', async () => {
    await update({ MessageSid: 'SM1', MessageStatus: 'sent' }, '?attempt=x&attempt=y').expect(204);
    expect(updates).toEqual([{ sid: 'SM1', status: 'sent' }]);
  });

  it('is 400 without a message or a status', async () => {
    await update({ MessageStatus: 'sent' }).expect(400);
    await update({ MessageSid: 'SM1' }).expect(400);
    expect(updates).toEqual([]);
  });
});
