import { describe, expect, it } from 'vitest';
import {
  CONVERSATION,
  FORM,
  type Sent,
  STATUS,
  twilioSides,
  WEBHOOK,
} from '../../test/support/twilio/twilio-side.js';
import { StorageError } from '../storage/storage.error.js';

const side = twilioSides();
const post = (sent?: Sent) => side().post(sent);

describe('the webhook', () => {
  it('hands the message over', async () => {
    await post({ form: { ...FORM, MessageSid: 'SM1', ProfileName: 'Ana', Extra: 'x' } });
    const { received: _, arrivedAt, ...message } = side().accepted[0];
    expect(message).toEqual({
      id: 'SM1',
      phone: '+15005550006',
      text: 'Hola 👋',
      profileName: 'Ana',
      details: {},
    });
    expect(arrivedAt).toBeLessThan(performance.now());
  });

  it('keeps the request with it, without its signature and the values of its query', async () => {
    side().config = { ...side().config };
    const path = `${WEBHOOK}?token=of-a-proxy&x`;
    const form = { ...FORM, MessageSid: 'SM1', MediaUrl0: 'https://a.example', Extra: ['a', 'b'] };
    const headers = { 'I-Twilio-Idempotency-Token': 'abc', Cookie: 'secret=1' };
    const { headers: answered } = await post({ path, form, headers });
    const { via, at, request } = side().accepted[0].received!;
    expect([via, Math.abs(at - side().now) < 5000]).toEqual(['webhook', true]);
    expect(request).toMatchObject({
      id: answered['x-request-id'],
      method: 'POST',
      url: `${WEBHOOK}?token=••••••&x=••••••`,
      headers: {
        'i-twilio-idempotency-token': 'abc',
        'x-twilio-signature': '••••••',
        cookie: '••••••',
      },
      // Media may add to its text: what was written stands here.
      form: { Body: 'Hola 👋', From: 'whatsapp:+15005550006', Extra: 'a, b' },
      signedBy: 'the auth token',
    });
  });

  it.each([
    ['its token', { 'I-Twilio-Idempotency-Token': 'abc', Accept: '*/*' }],
    ['its agent', { 'User-Agent': 'TwilioProxy/1.1', Accept: '*/*' }],
    ['a taste for XML alone', { Accept: 'text/xml, application/xml;q=0.9' }],
  ])('answers Twilio, known by %s, with XML at once', async (_, headers) => {
    side().answerTo = () => expect.fail('nobody waits');
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
    side().answerTo = (to, waitMs) => (waits.push([to.messageId, waitMs]), Promise.resolve(null));
    const { body } = await post({ form: { ...FORM, MessageSid: 'SM1' } }).expect(200);
    expect(waits).toEqual([['SM1', 1234]]);
    expect(body.response_preview).toBeNull();
  });

  it('asks for the first message’s answer when it is repeated', async () => {
    side().accept = () =>
      Promise.resolve({
        conversationId: CONVERSATION,
        messageId: 'SMfirst',
        duplicate: true,
        busy: false,
      });
    side().answerTo = (to) => Promise.resolve(`to ${to.messageId}`);
    const { body } = await post().expect(200);
    expect(body).toMatchObject({ conversation_id: CONVERSATION, response_preview: 'to SMfirst' });
  });

  it('shows 100 characters, and no half of one', async () => {
    side().answerTo = () => Promise.resolve(`${'a'.repeat(98)}👩‍👩‍👧‍👦 and more`);
    const { body } = await post().expect(200);
    expect(body.response_preview).toBe('a'.repeat(98));
  });

  it.each([
    [
      'bold and a link',
      '**Sundays**: [menu](https://x.com/m)',
      '*Sundays*: menu (https://x.com/m)',
    ],
    ['a heading', '# Hours\n\n- 9:00', '*Hours*\n\n- 9:00'],
    ['the markers that count', `**${'b'.repeat(97)}** end`, `*${'b'.repeat(97)}* `],
    ['the first of several messages', '**x** '.repeat(2000), '*x* '.repeat(25)],
    ['nothing where nothing is sent', ' \n ', null],
  ])('shows it as it is sent: %s', async (_, answer, preview) => {
    side().answerTo = () => Promise.resolve(answer);
    const { body } = await post().expect(200);
    expect(body.response_preview).toBe(preview);
  });

  it('waits no longer when the caller is gone', async () => {
    let gone: Promise<void> | undefined;
    const waiting = new Promise<void>((isWaiting) => {
      side().answerTo = (_, __, signal) =>
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
    expect(side().accepted).toEqual([]);
  });

  it('is 413 over 64 KiB', async () => {
    await post({ form: { ...FORM, Body: 'a'.repeat(65 * 1024) } }).expect(413);
  });

  it('is 503, to every caller, when the message cannot be made durable', async () => {
    side().accept = () => Promise.reject(new StorageError('disk full'));
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
    expect(side().updates).toEqual([
      { sid: 'SM1', status: 'delivered', attempt: ATTEMPT },
      { sid: 'SM2', status: 'sent' },
    ]);
  });

  it.each(['failed', 'undelivered'])('gives %s its verdict', async (MessageStatus) => {
    await update({ MessageSid: 'SM1', MessageStatus, ErrorCode: '63016' }).expect(204);
    await update({ MessageSid: 'SM1', MessageStatus, ErrorCode: '63018' }).expect(204);
    await update({ MessageSid: 'SM1', MessageStatus, ErrorCode: 'x' }).expect(204);
    const failures = side().updates.map(({ failure }) => failure);
    expect(failures).toMatchObject([
      { kind: 'dead', error: { code: 63016 } },
      { kind: 'retry', error: { code: 63018 } },
      { kind: 'retry', error: { code: undefined } },
    ]);
  });

  it('does without an attempt that is none', async () => {
    await update({ MessageSid: 'SM1', MessageStatus: 'sent' }, '?attempt=x&attempt=y').expect(204);
    expect(side().updates).toEqual([{ sid: 'SM1', status: 'sent' }]);
  });

  it('is 400 without a message or a status', async () => {
    await update({ MessageStatus: 'sent' }).expect(400);
    await update({ MessageSid: 'SM1' }).expect(400);
    expect(side().updates).toEqual([]);
  });
});
