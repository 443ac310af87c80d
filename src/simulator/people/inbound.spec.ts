import twilio from 'twilio';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Emulator } from '../../../test/support/emulator.js';
import type { Received } from '../../../test/support/webhook-receiver.js';

const PERSON = 'whatsapp:+12025550123';
let emulator: Emulator;

beforeAll(async () => {
  emulator = await Emulator.start();
});
afterAll(() => emulator.close());
beforeEach(async () => {
  await emulator.control('DELETE', '');
  emulator.receiver.received.length = 0;
  emulator.receiver.reply = (response) =>
    response.writeHead(200, { 'Content-Type': 'text/xml' }).end('<Response/>');
});

const write = (message: object) => emulator.control<any>('POST', '/messages', message);
const last = () => emulator.receiver.received.at(-1)!;
const genuine = ({ headers, form, path }: Received) =>
  twilio.validateRequest(
    emulator.options.authToken,
    headers['x-twilio-signature'] as string,
    emulator.receiver.address + path,
    form,
  );

describe('a webhook', () => {
  it('has the form and the headers that Twilio sends, and its signature', async () => {
    const body = 'Café, “menú” + 20 % & más? 👩‍👩‍👧\nok';
    const { body: answer } = await write({ from: PERSON, body, profile_name: "Ana O'Neill" });
    const { accountSid, from } = emulator.options;
    expect(last().form).toEqual({
      MessageSid: answer.sid,
      SmsSid: answer.sid,
      SmsMessageSid: answer.sid,
      AccountSid: accountSid,
      From: PERSON,
      To: from,
      Body: body,
      NumMedia: '0',
      NumSegments: '1',
      ReferralNumMedia: '0',
      SmsStatus: 'received',
      ApiVersion: '2010-04-01',
      MessageType: 'text',
      ProfileName: "Ana O'Neill",
      WaId: '12025550123',
      ChannelMetadata: expect.stringContaining('"type":"whatsapp"'),
    });
    expect(last().headers).toMatchObject({
      'user-agent': 'TwilioProxy/1.1',
      'content-type': 'application/x-www-form-urlencoded; charset=UTF-8',
      'i-twilio-idempotency-token': expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    expect(genuine(last())).toBe(true);
    expect(genuine({ ...last(), form: { ...last().form, Body: 'else' } })).toBe(false);
  });

  it.each([
    ['+12025550123', PERSON, '12025550123'],
    ['US.13491208655302', 'whatsapp:US.13491208655302', undefined],
    ['whatsapp:US.13491208655302', 'whatsapp:US.13491208655302', undefined],
  ])('from %s comes from %s', async (from, From, WaId) => {
    await write({ from, body: 'Hi' });
    expect(last().form.From).toBe(From);
    expect(last().form.WaId).toBe(WaId);
    expect(last().form).not.toHaveProperty('ExternalUserId');
  });

  it('carries user id, location, button and whatever else', async () => {
    await write({
      from: PERSON,
      external_user_id: 'US.13491208655302',
      latitude: 40.4,
      longitude: -3.7,
    });
    expect(last().form).toMatchObject({
      ExternalUserId: 'whatsapp:US.13491208655302',
      Latitude: '40.4',
      Longitude: '-3.7',
      MessageType: 'location',
      Body: '',
    });
    await write({
      from: PERSON,
      button_text: 'Yes',
      button_payload: 'yes',
      fields: { New: 'thing' },
    });
    expect(last().form).toMatchObject({
      ButtonPayload: 'yes',
      MessageType: 'button',
      New: 'thing',
    });
    expect(genuine(last())).toBe(true);
  });

  it('is repeated with the same SID and token, and kept once', async () => {
    const { body } = await write({ from: PERSON, body: 'Hi', times: 3 });
    expect(body.responses).toHaveLength(3);
    await write({ from: PERSON, body: 'Hi', message_sid: body.sid });
    const tokens = emulator.receiver.received.map((r) => r.headers['i-twilio-idempotency-token']);
    expect(new Set(tokens).size).toBe(1);
    expect(new Set(emulator.receiver.received.map((r) => r.form.MessageSid))).toEqual(
      new Set([body.sid]),
    );
    expect(emulator.receiver.received).toHaveLength(4);
    const { items } = (await emulator.control<any>('GET', '/messages')).body;
    expect(items).toHaveLength(1);
  });

  it('is kept once when the same SID is sent twice at the same time', async () => {
    const message = { from: PERSON, body: 'Hi', message_sid: `SM${'b'.repeat(32)}` };
    await Promise.all([write(message), write(message)]);
    expect((await emulator.control<any>('GET', '/messages')).body.items).toHaveLength(1);
  });
});

describe('what came back', () => {
  it('is told', async () => {
    emulator.receiver.reply = (response) =>
      response.writeHead(403, { 'Content-Type': 'application/problem+json' }).end('{}');
    const { status, body } = await write({ from: PERSON, body: 'Hi' });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      status: 403,
      content_type: 'application/problem+json',
      body: '{}',
      attempts: 1,
      error: null,
    });
  });

  it('is nothing when the connection breaks, and no second attempt is made', async () => {
    emulator.receiver.reply = (response) => response.destroy();
    const { body } = await write({ from: 'whatsapp:+12025550124', body: 'Hi' });
    expect(body).toMatchObject({ status: null, attempts: 1, error: 'ECONNRESET' });
    expect(emulator.receiver.received).toHaveLength(1);
  });

  it('is nothing after two attempts when nobody listens, and the message is kept', async () => {
    const alone = await Emulator.start({ webhookUrl: () => 'http://127.0.0.1:1/webhook' });
    const { body } = await alone.control<any>('POST', '/messages', { from: PERSON, body: 'Hi' });
    expect(body).toMatchObject({ status: null, attempts: 2, error: 'ECONNREFUSED' });
    const { items } = (await alone.control<any>('GET', '/messages')).body;
    expect(items).toMatchObject([{ direction: 'inbound', status: 'received', body: 'Hi' }]);
    await alone.close();
  });
});

describe('the control API', () => {
  it('refuses what it does not understand, as a problem', async () => {
    const wrong = await write({ from: 'ana', media: [{ content_type: 'x' }], wrong: 1 });
    expect(wrong.status).toBe(400);
    expect(wrong.body.errors.map((error: any) => error.field)).toEqual(
      expect.arrayContaining(['from', 'wrong', 'media.0.content_type', 'media.0.base64']),
    );
    const form = { method: 'POST', body: new URLSearchParams({ from: PERSON }) };
    const asForm = await fetch(`${emulator.address}/control/messages`, form);
    expect(asForm.status).toBe(415);
    expect(asForm.headers.get('content-type')).toContain('application/problem+json');
    expect(asForm.headers.get('x-request-id')).toBeTruthy();
  });

  it('lists a conversation oldest first, by either name, in pages', async () => {
    const userId = 'US.13491208655302';
    await write({ from: PERSON, body: 'one', external_user_id: userId });
    await write({ from: PERSON, body: 'two' });
    await write({ from: 'whatsapp:+12025550199', body: 'other' });
    const texts = async (query: string) => {
      const { body } = await emulator.control<any>('GET', `/messages?${query}`);
      return [body.items.map((item: any) => item.body), body.next_cursor];
    };
    expect(await texts('conversation=%2B12025550123')).toEqual([['one', 'two'], null]);
    expect(await texts('conversation=whatsapp:%2B12025550123')).toEqual([['one', 'two'], null]);
    expect(await texts(`conversation=${userId}`)).toEqual([['one'], null]);
    const [first, cursor] = await texts('limit=2');
    expect(first).toEqual(['one', 'two']);
    expect(await texts(`limit=2&cursor=${cursor}`)).toEqual([['other'], null]);
  });

  it('takes files of many megabytes', async () => {
    const base64 = Buffer.alloc(10 * 1024 * 1024, 1).toString('base64');
    const media = [{ content_type: 'application/pdf', base64 }];
    expect((await write({ from: PERSON, media })).body.status).toBe(200);
    expect(last().form.MessageType).toBe('document');
  });

  it('is closed to who comes by another name', async () => {
    const { request } = await import('node:http');
    const statusFor = (path: string, host: string) =>
      new Promise((resolve) => {
        const options = { headers: { host } };
        request(emulator.address + path, options, (response) => {
          response.resume();
          resolve(response.statusCode);
        }).end();
      });
    expect(await statusFor('/control/messages', 'evil.example')).toBe(403);
    expect(await statusFor('/control/messages', '127.0.0.1.evil.example:80')).toBe(403);
    expect(await statusFor('/2010-04-01/Accounts', 'evil.example')).toBe(403);
    expect(await statusFor('/control/messages', 'localhost:99')).toBe(200);
    expect(await statusFor('/control/messages', '[::1]:3001')).toBe(200);
  });
});
