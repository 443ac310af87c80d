import { expect, it } from 'vitest';
import { AS_TWILIO, withApp } from '../support/app.js';
import { aSid } from '../support/stores/mailboxes.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
let ids = 1000;
const aUserId = () => `whatsapp:US.1349120865530274${ids++}`;

withApp('the road', {}, (app) => {
  it('answers a JSON caller with the beginning of what the sender gets', async () => {
    const from = await app().writer();
    const text = `How much is it? ${'And why? '.repeat(20)}`.trim();
    const { headers, body } = await app().post({ From: from, Body: text }).expect(200);
    expect(headers['content-type']).toMatch(/^application\/json/);
    expect(body).toEqual({
      status: 'ok',
      conversation_id: expect.stringMatching(UUID),
      response_preview: text.slice(0, 100),
    });
    await expect.poll(() => app().sent(from)).toEqual([text]);
    await expect.poll(() => app().outcomes(body.conversation_id)).toEqual([[text, 'answered']]);
  });

  it('shows a JSON caller the answer as it is sent, not as it was written', async () => {
    const from = await app().writer();
    const { body } = await app().post({ From: from, Body: '**Sundays**: 9:00' }).expect(200);
    expect(body.response_preview).toBe('*Sundays*: 9:00');
    await expect.poll(() => app().sent(from)).toEqual(['*Sundays*: 9:00']);
  });

  it('answers Twilio at once, by XML; the message goes its way', async () => {
    const from = await app().writer();
    app().model.mode = 'hang';
    const heard = app().model.heard(app().model.requests.length + 1);
    for (const [text, headers] of [
      ['one', AS_TWILIO],
      ['two', { 'User-Agent': 'TwilioProxy/1.1' }],
      ['three', { Accept: 'text/xml' }],
    ] as const) {
      const answer = await app().post({ From: from, Body: text }, { headers });
      expect([answer.status, answer.text]).toEqual([200, '<Response/>']);
      expect(answer.headers['content-type']).toMatch(/^text\/xml/);
    }
    await heard;
    expect(await app().sent(from)).toEqual([]);
    app().model.mode = 'echo';
    await app().post({ From: from, Body: 'four' }, { headers: AS_TWILIO });
    app().model.release();
    const lines = async () => (await app().sent(from)).join('\n').split('\n');
    await expect.poll(lines).toEqual(['one', 'two', 'three', 'four']);
  });

  it('takes what the emulator sends as Twilio would', async () => {
    const from = 'whatsapp:+12025550123';
    const sent = await app().emulator.control('POST', '/messages', { from, body: 'Bread' });
    expect(sent.body).toMatchObject({ status: 200, content_type: 'text/xml' });
    await expect.poll(() => app().sent(from)).toEqual(['Bread']);
  });

  it('gives a repeated MessageSid the same answer, and does nothing twice', async () => {
    const from = await app().writer();
    const form = { From: from, Body: 'once only', MessageSid: aSid() };
    const asked = app().model.requests.length;
    const { body } = await app().post(form).expect(200);
    const again = await Promise.all([1, 2, 3].map(() => app().post(form)));
    for (const each of again) expect([each.status, each.body]).toEqual([200, body]);
    await app().post(form, { headers: AS_TWILIO }).expect(200, '<Response/>');
    await expect
      .poll(() => app().outcomes(body.conversation_id))
      .toEqual([['once only', 'answered']]);
    expect(await app().sent(from)).toEqual(['once only']);
    expect(app().model.requests).toHaveLength(asked + 1);
  });

  it('stores a first message once that arrives several times together', async () => {
    const form = { From: await app().writer(), Body: 'all at once', MessageSid: aSid() };
    const answers = await Promise.all([1, 2, 3, 4].map(() => app().post(form).expect(200)));
    const conversations = new Set(answers.map(({ body }) => body.conversation_id as string));
    expect(conversations.size).toBe(1);
    await expect
      .poll(() => app().outcomes([...conversations][0]))
      .toEqual([['all at once', 'answered']]);
    expect(await app().sent(form.From)).toEqual(['all at once']);
  });

  it('keeps a text whole but for its control characters', async () => {
    const from = await app().writer();
    const said = 'a\u0000b\u0007c\u009f 👩‍👩‍👧 ñ\r\n\tnext\u001b line 🇲🇽';
    const kept = 'abc 👩‍👩‍👧 ñ\n\tnext line 🇲🇽';
    const id = await app().write(from, said);
    await expect.poll(() => app().outcomes(id)).toEqual([[kept, 'answered']]);
    expect(app().model.requests.at(-1)!.body.messages.at(-1)!.content).toBe(kept);
    expect(await app().sent(from)).toEqual([kept]);
  });

  it('takes a message without text that has something else', async () => {
    const from = await app().writer();
    const media = { MediaUrl0: 'https://example.com/1', MediaContentType0: 'image/jpeg' };
    const id = await app().write(from, '', { NumMedia: '1', ...media });
    await expect.poll(() => app().outcomes(id)).toEqual([['', 'answered']]);
    expect(await app().sent(from)).toEqual([expect.stringContaining('foto')]);
  });

  it('answers a sender without a phone at the user id', async () => {
    const from = await app().writer(aUserId());
    const id = await app().write(from, 'no phone');
    await expect.poll(() => app().sent(from)).toEqual(['no phone']);
    expect(await app().write(from, 'still none')).toBe(id);
  });

  it('merges the two conversations of a sender who turns out to be one', async () => {
    const [phone, user] = [await app().writer(), await app().writer(aUserId())];
    const older = await app().write(phone, 'by phone');
    const younger = await app().write(user, 'by user id');
    expect(younger).not.toBe(older);
    // What isn't on its way when the two become one goes to the phone.
    await expect.poll(() => app().sent(user)).toEqual(['by user id']);
    expect(await app().write(phone, 'both', { ExternalUserId: user })).toBe(older);
    expect(await app().write(user, 'by user id again')).toBe(older);
    const all = ['by phone', 'by user id', 'both', 'by user id again'];
    await expect.poll(() => app().outcomes(older)).toEqual(all.map((text) => [text, 'answered']));
    expect(await app().outcomes(younger)).toEqual(await app().outcomes(older));
    expect([await app().sent(phone), await app().sent(user)]).toEqual([
      ['by phone', 'both', 'by user id again'],
      ['by user id'],
    ]);
  });

  it('answers once what was in work when its conversation was merged', async () => {
    const [phone, user] = [await app().writer(), await app().writer(aUserId())];
    const older = await app().write(phone, 'by phone');
    app().model.mode = 'hang';
    const heard = app().model.heard(app().model.requests.length + 1);
    await app().post({ From: user, Body: 'in work' }, { headers: AS_TWILIO });
    await heard;
    app().model.mode = 'echo';
    const id = await app().write(phone, 'the link', { ExternalUserId: user });
    expect(id).toBe(older);
    app().model.release();
    const lines = async () => (await app().sent(phone)).join('\n').split('\n');
    await expect.poll(lines).toEqual(['by phone', 'in work', 'the link']);
    await expect
      .poll(() => app().outcomes(older))
      .toEqual(['by phone', 'in work', 'the link'].map((text) => [text, 'answered']));
    expect(await app().sent(user)).toEqual([]);
  });
});
