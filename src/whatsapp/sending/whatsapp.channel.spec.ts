import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { parse } from 'node:querystring';
import { Logger } from '@nestjs/common';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SystemClock } from '../../clock.js';
import type { BotConfig } from '../../config/bot-config.js';
import type { BotConfigService } from '../../config/bot-config.service.js';
import type { Endpoints } from '../../config/endpoints.js';
import { TwilioClient } from './twilio.client.js';
import type { ContentResources } from './content/content-resources.js';
import { WhatsAppChannel } from './whatsapp.channel.js';

const SID = `AC${'1'.repeat(32)}`;
const KEY = `SK${'2'.repeat(32)}`;
const SERVICE = `MG${'3'.repeat(32)}`;
const TAKEN = { status: 201, body: { sid: `SM${'4'.repeat(32)}`, status: 'queued' } };

let server: http.Server;
let answer: { status: number; body: unknown };
let seen: { path: string; auth: string; form: Record<string, unknown> }[];
let config: Partial<BotConfig>;
let endpoints: {
  twilioApiBase: string;
  twilioMessagingApiBase: string;
  statusCallbackUrl?: string;
};
let twilio: TwilioClient;
let channel: WhatsAppChannel;
let logged: string[];
/** No text has anything to tap here: see `content/choices.spec.ts`. */
const contents = {} as ContentResources;
const channelOf = (settings: BotConfigService) =>
  new WhatsAppChannel(settings, endpoints as Endpoints, twilio, new SystemClock(), contents);

beforeEach(async () => {
  seen = [];
  logged = [];
  answer = TAKEN;
  server = http.createServer((request, response) => {
    const { authorization = '' } = request.headers;
    const auth = Buffer.from(authorization.slice('Basic '.length), 'base64').toString();
    let text = '';
    request.on('data', (data: Buffer) => (text += data.toString()));
    request.on('end', () => {
      seen.push({ path: request.url!, auth, form: { ...parse(text) } });
      response.writeHead(answer.status, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify(answer.body));
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/simulator`;
  endpoints = { twilioApiBase: base, twilioMessagingApiBase: base };
  config = {
    twilioAccountSid: SID,
    twilioAuthToken: 'the-token',
    twilioWhatsappFrom: 'whatsapp:+14155238886',
  };
  twilio = new TwilioClient(new SystemClock(), endpoints as Endpoints);
  const service = { current: () => Promise.resolve(config) } as BotConfigService;
  channel = channelOf(service);
  vi.spyOn(Logger.prototype, 'warn').mockImplementation((...words: unknown[]) => {
    logged.push(JSON.stringify(words));
  });
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  twilio.onApplicationShutdown();
  server.close();
  server.closeAllConnections();
});

const attempt = (change = {}) => ({
  id: '0b0e0f4e-6f0b-4c1e-9f43-2f4d53f3a111',
  to: '+15005550006',
  body: 'Abrimos a las 9 🎉',
  deadline: Date.now() + 10_000,
  ...change,
});

describe('send', () => {
  it('creates the message', async () => {
    expect(await channel.send(attempt())).toEqual({
      kind: 'accepted',
      http: 201,
      ...TAKEN.body,
    });
    const form = { To: 'whatsapp:+15005550006', Body: 'Abrimos a las 9 🎉' };
    expect(seen).toEqual([
      {
        path: `/simulator/2010-04-01/Accounts/${SID}/Messages.json`,
        auth: `${SID}:the-token`,
        form: { ...form, From: 'whatsapp:+14155238886' },
      },
    ]);
    expect(logged).toEqual([]);
  });

  it('tells Twilio where to report, with the attempt in the address, and to repeat it', async () => {
    endpoints.statusCallbackUrl = 'https://bot.example.com/p/api/v1/whatsapp/status';
    await channel.send(attempt());
    expect(seen[0].form.StatusCallback).toBe(
      `https://bot.example.com/p/api/v1/whatsapp/status?attempt=${attempt().id}#rc=5&rp=ct,rt,5xx`,
    );
  });

  it('sends through the Messaging Service, by the API key, when there are', async () => {
    Object.assign(config, { twilioMessagingServiceSid: SERVICE });
    Object.assign(config, { twilioApiKeySid: KEY, twilioApiKeySecret: 'the-secret' });
    await channel.send(attempt());
    expect(seen[0].form).toMatchObject({ MessagingServiceSid: SERVICE });
    expect(seen[0].form).not.toHaveProperty('From');
    expect(seen[0]).toMatchObject({
      auth: `${KEY}:the-secret`,
      path: expect.stringContaining(SID),
    });
  });

  it('uses changed credentials at once', async () => {
    await channel.send(attempt());
    config = { ...config, twilioAuthToken: 'another' };
    await channel.send(attempt());
    expect(seen.map(({ auth }) => auth)).toEqual([`${SID}:the-token`, `${SID}:another`]);
  });

  it('is not led elsewhere by the environment', async () => {
    vi.stubEnv('TWILIO_EDGE', 'dublin');
    vi.stubEnv('TWILIO_REGION', 'ie1');
    expect((await channel.send(attempt())).kind).toBe('accepted');
  });

  it('never sends after the deadline', async () => {
    const late = await channel.send(attempt({ deadline: Date.now() - 1 }));
    expect(late).toMatchObject({ kind: 'retry' });
    expect(seen).toEqual([]);
  });

  it.each(['twilioAccountSid', 'twilioAuthToken', 'twilioWhatsappFrom'] as const)(
    'stops, and says what to set, without %s',
    async (name) => {
      config[name] = undefined;
      const of = name === 'twilioWhatsappFrom' ? 'line' : 'account';
      const error = { action: expect.stringMatching(/TWILIO_/) };
      expect(await channel.send(attempt())).toMatchObject({ kind: 'stop', of, error });
      expect(seen).toEqual([]);
    },
  );

  it('gives Twilio’s refusal its verdict and logs it without the person', async () => {
    const message = "The 'To' number whatsapp:+15005550006 is not valid";
    const more_info = 'https://www.twilio.com/docs/errors/21211';
    answer = { status: 400, body: { code: 21211, message, more_info, status: 400 } };
    expect(await channel.send(attempt())).toMatchObject({ kind: 'dead', error: { code: 21211 } });
    expect(logged).toHaveLength(1);
    expect(logged[0]).toContain('"status":400');
    expect(logged[0]).toContain('is not valid');
    expect(logged[0]).toContain(more_info);
    expect(logged[0]).not.toMatch(/5005550|Abrimos|the-token/);
  });

  it('does not know what became of a message after a 500', async () => {
    answer = { status: 500, body: '' };
    expect((await channel.send(attempt())).kind).toBe('unknown');
    expect(seen).toHaveLength(1);
  });

  it('does not know what became of a message when nothing comes back', async () => {
    server.removeAllListeners('request').on('request', (request) => request.socket.destroy());
    expect((await channel.send(attempt())).kind).toBe('unknown');
    server.removeAllListeners('request').on('request', () => undefined);
    const slow = await channel.send(attempt({ deadline: Date.now() + 300 }));
    expect(slow.kind).toBe('unknown');
    expect(logged.join()).not.toMatch(/5005550|Abrimos|the-token/);
  });

  it('retries what could not leave', async () => {
    endpoints.twilioApiBase = 'http://127.0.0.1:1';
    expect((await channel.send(attempt())).kind).toBe('retry');
  });

  it('does not throw when the store is away', async () => {
    const away = {
      current: () => Promise.reject(new Error('away')),
    } as unknown as BotConfigService;
    const other = channelOf(away);
    expect((await other.send(attempt())).kind).toBe('retry');
  });
});

describe('parts', () => {
  it('formats, then splits', () => {
    expect(channel.parts('**Hola**')).toEqual(['*Hola*']);
    expect(channel.parts('')).toEqual([]);
    expect(channel.parts('word '.repeat(100_000)).length).toBe(3);
  });
});
