import request from 'supertest';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';
import { describe, expect, it } from 'vitest';
import {
  FORM,
  PUBLIC,
  type Sent,
  SID,
  STATUS,
  TOKEN,
  twilioSides,
  WEBHOOK,
} from '../../../test/support/twilio/twilio-side.js';
import { RefusedSignatures } from './refused-signatures.js';

const side = twilioSides();
const post = (sent?: Sent) => side().post(sent);

describe('the signature', () => {
  it('lets in what Twilio signed', async () => {
    await post().expect(200);
    expect(side().accepted).toHaveLength(1);
    expect(side().readings).toBe(0);
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
    expect(side().accepted).toEqual([]);
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
    side().config = side().stored = { ...side().config, twilioAuthTokenPrevious: 'old' };
    await post({ token: 'old' }).expect(200);
    await post().expect(200);
  });

  it('is checked with the prefix that a proxy takes off', async () => {
    side().endpoints.publicUrl = 'https://example.com/bot';
    await post({ url: `https://example.com/bot${WEBHOOK}` }).expect(200);
    await post({ url: `https://example.com${WEBHOOK}` }).expect(403);
  });

  it.each(['localhost', '127.0.0.1', '[::1]'])('knows loopback as %s', async (name) => {
    side().endpoints.publicUrl = 'http://localhost:3000';
    await post({ url: `http://${name}:3000${WEBHOOK}` }).expect(200);
    await post({ url: `http://${name}:3000${WEBHOOK}` }).expect(200);
    await post({ url: `http://${name}:4000${WEBHOOK}` }).expect(403);
  });

  it('reads the configuration anew before it refuses', async () => {
    side().stored = { ...side().config, twilioAuthToken: 'changed elsewhere' };
    await post({ token: 'changed elsewhere' }).expect(200);
    expect(side().readings).toBe(1);
  });

  it('reads it once a second at most, and never for a request without a signature', async () => {
    await post({ signature: null }).expect(403);
    expect(side().readings).toBe(0);
    for (let n = 0; n < 5; n++) await post({ token: 'no' }).expect(403);
    expect(side().readings).toBe(1);
    side().now += 1000;
    await post({ token: 'no' }).expect(403);
    expect(side().readings).toBe(2);
  });

  it('refuses a foreign account and logs it, masked', async () => {
    const foreign = `AC${'9'.repeat(32)}`;
    await post({ form: { ...FORM, AccountSid: foreign } }).expect(403);
    expect(side().readings).toBe(1);
    expect(side().logged.join()).toContain('AC99…9999 is not the configured AC11…1111');
    expect(side().logged.join()).not.toContain(foreign);
    side().stored = { ...side().config, twilioAccountSid: foreign };
    side().now += 1000;
    await post({ form: { ...FORM, AccountSid: foreign } }).expect(200);
  });

  it('remembers the last refusals for diag, and few of them', async () => {
    const refused = side().app.get(RefusedSignatures);
    await post({ token: 'no' });
    expect(refused.list()).toEqual([
      { at: side().now, url: PUBLIC + WEBHOOK, reason: expect.stringContaining('neither token') },
    ]);
    for (let n = 0; n < 30; n++) await post({ signature: null });
    expect(refused.list()).toHaveLength(11);
    const kept = refused.list().map(({ reason }) => reason);
    expect(kept).toContainEqual(expect.stringContaining('neither token'));
    expect(side().logged).toHaveLength(10);
  });

  it('keeps a refusal that may be Twilio’s through a stranger’s flood', async () => {
    const refused = side().app.get(RefusedSignatures);
    const reasons = () => refused.list().map(({ reason }) => reason);
    await post({ token: 'no' });
    await post({ form: { ...FORM, AccountSid: `AC${'9'.repeat(32)}` } });
    side().now++;
    const stranger = { ...FORM, AccountSid: `AC${'8'.repeat(32)}` };
    for (let n = 0; n < 30; n++) await post({ form: stranger, signature: null });
    for (let n = 0; n < 30; n++) await post({ form: stranger, token: 'no' });
    expect(reasons().slice(-2)).toEqual([
      expect.stringMatching(/^AccountSid AC99…9999 is not/),
      expect.stringContaining('neither token'),
    ]);
    expect(reasons()).toHaveLength(22);
  });

  it.each([
    ['another host', 'https://bot.example.com', 'https://www.example.com'],
    ['another port', 'https://bot.example.com', 'https://bot.example.com:8443'],
    ['a port of two', 'https://bot.example.com:8443', 'https://bot.example.com:9443'],
    ['another host and port', 'https://bot.example.com:8443', 'http://www.example.com:8080'],
  ])('finds %s by the Host that the proxies in docs/operating.md pass', async (_, ours, called) => {
    side().endpoints.publicUrl = ours;
    const headers = { Host: new URL(called).host };
    await post({ url: called + WEBHOOK, headers }).expect(403);
    const [{ hint }] = side().app.get(RefusedSignatures).list();
    expect(hint).toContain(`: make PUBLIC_URL ${called}, or give Twilio`);
  });

  it('keeps what it found beside a flood of nonsense', async () => {
    const url = `http://bot.example.com${WEBHOOK}`;
    await post({ url });
    for (let n = 0; n < 15; n++) {
      side().now += 30_000;
      await post({ signature: 'nonsense', form: { ...FORM, AccountSid: 'AC0' } });
    }
    const hints = side().app.get(RefusedSignatures).list();
    expect(hints.at(-1)!.hint).toContain('scheme http');
    expect(hints).toHaveLength(11);
  });

  it('works out for the operator what would have fitted, and tells the caller nothing', async () => {
    const url = `http://tunnel.example.net${WEBHOOK}`;
    const headers = { 'X-Forwarded-Host': 'tunnel.example.net' };
    const told = await post({ url, headers }).expect(403);
    expect(told.text).not.toMatch(/tunnel|PUBLIC_URL|scheme/);
    const [{ hint }] = side().app.get(RefusedSignatures).list();
    expect(hint).toContain('make PUBLIC_URL http://tunnel.example.net');
    expect(side().logged.join()).toContain(hint);
  });

  it.each(['twilioAccountSid', 'twilioAuthToken'] as const)('is 503 without %s', async (name) => {
    side().config = side().stored = { ...side().config, [name]: undefined };
    const { body } = await post().expect(503);
    expect(body.detail).toContain('TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN');
    expect(side().readings).toBe(1);
    side().now += 1000;
    side().stored = { twilioAccountSid: SID, twilioAuthToken: TOKEN };
    await post().expect(200);
  });

  it('takes forms only', async () => {
    const call = request(side().app.getHttpServer()).post(WEBHOOK);
    await call.send(FORM).expect(403);
    const signed = request(side().app.getHttpServer()).post(WEBHOOK).set('X-Twilio-Signature', 'x');
    await signed.send(FORM).expect(415);
  });
});
