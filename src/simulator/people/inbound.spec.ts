import { describe, expect, it } from 'vitest';
import { Emulator, sharedEmulator } from '../../../test/support/twilio/emulator.js';

const PERSON = 'whatsapp:+12025550123';
const { emulator, genuine, write, last } = sharedEmulator();

describe('a webhook', () => {
  it('has the form and the headers that Twilio sends, and its signature', async () => {
    const body = 'Café, “menú” + 20 % & más? 👩‍👩‍👧\nok';
    const { body: answer } = await write({ from: PERSON, body, profile_name: "Ana O'Neill" });
    const { accountSid, from } = emulator().options;
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

  it('carries lists, forms, contacts and advertisements', async () => {
    await write({ from: PERSON, list_id: 'r1', list_title: 'Paella' });
    expect(last().form).toMatchObject({ MessageType: 'interactive', ListTitle: 'Paella' });
    await write({ from: PERSON, body: 'Sent', flow: { name: 'Ana' }, referral_headline: 'Roscón' });
    expect(last().form).toMatchObject({
      InteractiveData: '{"nfm_reply":{"response_json":{"name":"Ana"}}}',
      ReferralHeadline: 'Roscón',
    });
    await write({ from: PERSON, contacts: [{ name: 'Ana López', phone: '+12025550199' }] });
    const { MessageType, MediaContentType0, MessageSid } = last().form;
    expect([MessageType, MediaContentType0]).toEqual(['contacts', 'text/vcard']);
    expect(MessageSid).toMatch(/^MM/);
  });

  it('is repeated with the same SID and token, and kept once', async () => {
    const { body } = await write({ from: PERSON, body: 'Hi', times: 3 });
    expect(body.responses).toHaveLength(3);
    await write({ from: PERSON, body: 'Hi', message_sid: body.sid });
    const tokens = emulator().receiver.received.map((r) => r.headers['i-twilio-idempotency-token']);
    expect(new Set(tokens).size).toBe(1);
    expect(new Set(emulator().receiver.received.map((r) => r.form.MessageSid))).toEqual(
      new Set([body.sid]),
    );
    expect(emulator().receiver.received).toHaveLength(4);
    const { items } = (await emulator().control<any>('GET', '/messages')).body;
    expect(items).toHaveLength(1);
  });

  it('is kept once when the same SID is sent twice at the same time', async () => {
    const message = { from: PERSON, body: 'Hi', message_sid: `SM${'b'.repeat(32)}` };
    await Promise.all([write(message), write(message)]);
    expect((await emulator().control<any>('GET', '/messages')).body.items).toHaveLength(1);
  });
});

describe('what came back', () => {
  it('is told', async () => {
    emulator().receiver.reply = (response) =>
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
    emulator().receiver.reply = (response) => response.destroy();
    const { body } = await write({ from: 'whatsapp:+12025550124', body: 'Hi' });
    expect(body).toMatchObject({ status: null, attempts: 1, error: 'ECONNRESET' });
    expect(emulator().receiver.received).toHaveLength(1);
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
