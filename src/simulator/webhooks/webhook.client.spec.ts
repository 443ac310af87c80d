import twilio from 'twilio';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Emulator } from '../../../test/support/twilio/emulator.js';
import type { Received } from '../../../test/support/twilio/webhook-receiver.js';

const PERSON = 'whatsapp:+12025550123';
const sharedKey = { id: 'webhooks_sharedkey_1', secret: 'its-secret' };
let emulator: Emulator;
let fragment: string;
let answer: (response: Parameters<Emulator['receiver']['reply']>[0]) => void;

const ok = (response: Parameters<typeof answer>[0]) =>
  void response.writeHead(200, { 'Content-Type': 'text/xml' }).end('<Response/>');

beforeAll(async () => {
  const webhookUrl = (): string => `${emulator.receiver.address}/webhook?a='b${fragment}`;
  emulator = await Emulator.start({ webhookUrl, sharedKey });
  emulator.receiver.reply = (response) => answer(response);
});
afterAll(() => emulator.close());
beforeEach(() => {
  emulator.receiver.received.length = 0;
  [fragment, answer] = ['', ok];
});

const write = (more = {}) =>
  emulator.control<any>('POST', '/messages', { from: PERSON, body: 'Hi', ...more });
const last = () => emulator.receiver.received.findLast(({ path }) => path.startsWith('/webhook'))!;

describe('the fragment of an address', () => {
  const status = (code: number) => (response: Parameters<typeof answer>[0]) =>
    void response.writeHead(code).end();

  it.each([
    ['', 503, 1],
    ['#rc=3', 503, 1],
    ['#rc=2&rp=5xx', 503, 3],
    ['#rc=2&rp=5xx', 404, 1],
    ['#rc=1&rp=4xx,ct', 404, 2],
    ['#rp=all', 500, 2],
    ['#rc=5&rp=all', 200, 1],
  ])('%s has %i tried %i times, and is not sent', async (given, code, attempts) => {
    [fragment, answer] = [given, status(code)];
    expect((await write()).body).toMatchObject({ status: code, attempts });
    const { received } = emulator.receiver;
    expect(received.map(({ path }) => path)).toEqual(Array(attempts).fill("/webhook?a='b"));
    const tokens = received.map(({ headers }) => headers['i-twilio-idempotency-token']);
    expect(new Set(tokens).size).toBe(1);
  });

  it('says how long an answer may take, its body included', async () => {
    fragment = '#rt=100&rc=1&rp=rt';
    answer = () => {};
    const late = { status: null, attempts: 2, error: 'nothing to read for 0.1 s' };
    expect((await write()).body).toMatchObject(late);
    answer = (response) => void response.writeHead(200).write('...');
    expect((await write()).body).toMatchObject(late);
    fragment = '#tt=100&rc=5&rp=all';
    const over = { status: null, attempts: 1, error: 'no answer within 0.1 s' };
    expect((await write()).body).toMatchObject(over);
  });
});

describe('a SharedKey', () => {
  const signed = ({ headers, form, path }: Received, secret: string) => {
    const settings = headers['x-twilio-webhooks-signature-settings'] as string | undefined;
    const given = headers['x-twilio-signature'] as string;
    const url = emulator.receiver.address + path;
    return twilio.validateRequest(secret, given, url, form, twilio.getSignatureAlgorithm(settings));
  };

  it('signs webhooks and callbacks, and is named in a header', async () => {
    await write({ fields: { Again: ['b', 'a', 'b'] } });
    expect(last().headers['x-twilio-webhooks-signature-settings']).toBe(
      'key=webhooks_sharedkey_1,algorithm=HMAC_SHA256',
    );
    expect(signed(last(), 'its-secret')).toBe(true);
    expect(signed(last(), emulator.options.authToken)).toBe(false);
    const { from } = emulator.options;
    const statusCallback = `${emulator.receiver.address}/status?attempt=1#rc=3`;
    await emulator.client.messages.create({ to: PERSON, from, body: 'Hi', statusCallback });
    const [callback] = await emulator.receiver.until(1, ({ path }) => path.startsWith('/status'));
    expect(callback.path).toBe('/status?attempt=1');
    expect(signed(callback, 'its-secret')).toBe(true);
  });

  it('leaves a message to the auth token that asks for it', async () => {
    await write({ shared_key: false });
    expect(last().headers).not.toHaveProperty('x-twilio-webhooks-signature-settings');
    expect(signed(last(), emulator.options.authToken)).toBe(true);
  });

  it('cannot sign where there is none', async () => {
    const without = await Emulator.start();
    const asked = { from: PERSON, body: 'Hi', shared_key: true };
    expect((await without.control('POST', '/messages', asked)).status).toBe(409);
    expect((await without.control<any>('GET', '/messages')).body.items).toEqual([]);
    await without.close();
  });
});
