import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  FORM,
  PUBLIC,
  type Sent,
  STATUS,
  TOKEN,
  twilioSides,
  WEBHOOK,
} from '../../../test/support/twilio/twilio-side.js';
import { AcceptedSignatures } from './accepted-signatures.js';
import { RefusedSignatures } from './refused-signatures.js';

const HEADER = 'X-Twilio-Webhooks-Signature-Settings';
const KEYS = { webhooks_sharedkey_1: 'first-secret==', webhooks_sharedkey_2: 'second-secret' };
const [FIRST, SECOND] = Object.keys(KEYS) as (keyof typeof KEYS)[];
const settings = (key: string, algorithm = 'HMAC_SHA256') => `key=${key},algorithm=${algorithm}`;

interface Signed extends Sent {
  secret?: string;
  algorithm?: string;
  /** Null: the header isn't there. */
  header?: string | null;
}

const side = twilioSides();
const refusal = () => side().app.get(RefusedSignatures).list()[0];

/** A request as Twilio makes it for a Webhook Rule, signed by Twilio's own helper. */
function post(sent: Signed = {}) {
  const { secret = KEYS[FIRST], algorithm = 'HMAC_SHA256', header = settings(FIRST) } = sent;
  const { form = FORM, path = WEBHOOK, url = PUBLIC + path } = sent;
  const signature = getExpectedTwilioSignature(secret, url, form, algorithm);
  const headers = { ...sent.headers, ...(header !== null && { [HEADER]: header }) };
  return side().post({ ...sent, form, path, signature, headers });
}

beforeEach(() => {
  const twilioSharedKeys = Object.entries(KEYS)
    .map(([id, secret]) => `${id}=${secret}`)
    .join(',');
  side().config = side().stored = { ...side().config, twilioSharedKeys };
});

describe('a SharedKey', () => {
  it('signs in the place of the token, which goes on signing', async () => {
    await post().expect(200);
    await post({ header: settings(SECOND), secret: KEYS[SECOND] }).expect(200);
    await side().post().expect(200);
    expect(side().accepted).toHaveLength(3);
    expect(side().readings).toBe(0);
  });

  it('signs callbacks, every field, and their query', async () => {
    const path = `${STATUS}?attempt=1&x=%27%20+`;
    const form = { MessageSid: 'SM1', MessageStatus: 'sent', Twice: ['b', 'a', 'b'], 'x[0]': 'é' };
    await post({ path, form }).expect(204);
    await post({ path, form, url: `${PUBLIC}${STATUS}?attempt=2` }).expect(403);
  });

  it('signs the address with its prefix, with its port, and loopback by each name', async () => {
    side().endpoints.publicUrl = 'https://example.com/bot';
    await post({ url: `https://example.com/bot${WEBHOOK}` }).expect(200);
    await post({ url: `https://example.com:443/bot${WEBHOOK}` }).expect(200);
    side().endpoints.publicUrl = 'http://localhost:3000';
    for (const name of ['localhost', '127.0.0.1', '[::1]'])
      await post({ url: `http://${name}:3000${WEBHOOK}` }).expect(200);
  });

  it('is named in any order, beside parameters of days to come', async () => {
    await post({ header: `algorithm=HMAC_SHA256,version=2,key=${FIRST}` }).expect(200);
  });

  it('is not there with an empty header: the token signed, as at Twilio', async () => {
    await post({ header: '', secret: TOKEN, algorithm: 'HMAC_SHA1' }).expect(200);
    await post({ header: '' }).expect(403);
  });

  it('may be changed on another node a moment ago', async () => {
    const header = settings('new');
    side().stored = { ...side().config, twilioSharedKeys: 'new=made elsewhere' };
    await post({ header, secret: 'made elsewhere' }).expect(200);
    expect(side().readings).toBe(1);
    side().config = side().stored;
    await post().expect(403);
  });

  it('is told as the one that signed last', async () => {
    const last = () => side().app.get(AcceptedSignatures).last();
    expect(last()).toBeUndefined();
    await post().expect(200);
    expect(last()).toEqual({ at: side().now, signedBy: `SharedKey ${FIRST}` });
    await side()
      .post({ form: { Body: 'Recado doctor' } })
      .expect(400);
    expect(last()!.signedBy).toBe(`SharedKey ${FIRST}`);
    await side().post().expect(200);
    expect(last()!.signedBy).toBe('the auth token');
  });
});

const SHA1 = { algorithm: 'HMAC_SHA1' };

describe('no way round', () => {
  it.each<[string, Signed, RegExp]>([
    ['a key of nobody', { header: settings('nobody-s'), secret: 'x' }, /add its id and its secret/],
    ['no key', { header: 'algorithm=HMAC_SHA256' }, /see what changes/],
    ['an empty key', { header: settings('') }, /see what changes/],
    ['no algorithm', { header: `key=${FIRST}` }, /see what changes/],
    ['SHA-1', { header: settings(FIRST, 'HMAC_SHA1'), ...SHA1 }, /Only HMAC_SHA256/],
    [
      'SHA-1 for the token',
      { header: settings(FIRST, 'HMAC_SHA1'), secret: TOKEN, ...SHA1 },
      /see what adds/,
    ],
    ['an algorithm of nobody', { header: settings(FIRST, 'NONE') }, /see what changes/],
    ['small letters', { header: settings(FIRST, 'hmac_sha256') }, /see what changes/],
    ['a key in capitals', { header: settings(FIRST.toUpperCase()) }, /id that Twilio has/],
    ['names in capitals', { header: `KEY=${FIRST},ALGORITHM=HMAC_SHA256` }, /see what changes/],
    ['a space', { header: `key=${FIRST}, algorithm=HMAC_SHA256` }, /see what changes/],
    ['two keys', { header: `key=${SECOND},${settings(FIRST)}` }, /see what changes/],
    ['two headers', { header: `${settings(FIRST)}, ${settings(FIRST)}` }, /see what changes/],
    ['what is no list', { header: '__proto__' }, /see what changes/],
    ['another key than signed', { secret: KEYS[SECOND] }, /id that Twilio has/],
    ['a key, and the token signed', { secret: TOKEN, ...SHA1 }, /see what adds/],
    ['none, and a key signed', { header: null }, /let the proxy pass on/],
  ])('named: %s', async (_, sent, advice) => {
    const told = await post(sent).expect(403);
    expect(told.text).not.toMatch(/SharedKey|HMAC|proxy/);
    expect(refusal().hint).toMatch(advice);
    expect(side().accepted).toEqual([]);
  });

  it.each<[string, Signed]>([
    ['a key with SHA-1', SHA1],
    ['a key with SHA-1 and no header', { header: null, ...SHA1 }],
    ['the token with SHA-256', { secret: TOKEN }],
    ['the token with SHA-256 and no header', { secret: TOKEN, header: null }],
    ['nobody', { secret: 'nothing' }],
    ['an empty secret', { secret: '' }],
  ])('signed by %s', async (_, sent) => {
    await post(sent).expect(403);
    expect(refusal().hint).toBeUndefined();
    expect(side().accepted).toEqual([]);
  });

  it('two headers that arrive one by one', async () => {
    const call = post({ header: null });
    await call.set(HEADER, [settings(SECOND), settings(FIRST)] as never).expect(403);
    expect(refusal().reason).toContain('odd form');
  });

  it('no key is there', async () => {
    side().config = side().stored = { ...side().config, twilioSharedKeys: undefined };
    await post().expect(403);
    await post({ secret: '', header: settings('') }).expect(403);
    await side().post().expect(200);
  });
});

it('tells a wrong address of a key, too', async () => {
  await post({ url: `http://bot.example.com${WEBHOOK}` }).expect(403);
  expect(refusal()).toMatchObject({
    reason: `the signature fits not SharedKey ${FIRST} at this address`,
    hint: expect.stringContaining('(scheme http): make PUBLIC_URL http://bot.example.com, or'),
  });
});

it('keeps a key that is missing beside a flood of wrong signatures', async () => {
  await post({ header: settings('webhooks_sharedkey_9'), secret: 'unknown here' }).expect(403);
  for (let n = 0; n < 30; n++) await side().post({ token: 'no' });
  expect(side().app.get(RefusedSignatures).list().at(-1)!.reason).toMatch(/^SharedKey webh…ey_9 /);
});
