import { expect, it } from 'vitest';
import { wordsOf } from '../../src/language/language.js';
import { withApp } from '../support/app.js';
import { aPhone } from '../support/stores/mailboxes.js';
import { FORMS } from '../support/twilio/forms.js';

const { kinds } = wordsOf('en');

withApp('every form', { RATE_LIMIT_PER_MINUTE: '100' }, (app) => {
  /** Writes as the emulator does, by a webhook that it signs. */
  const write = (from: string, message: object) =>
    app().emulator.control<{ sid: string; status: number; body: string }>('POST', '/messages', {
      from,
      ...message,
    });
  const conversationOf = async (waId: string) => {
    const path = `/api/v1/conversations?wa_id=${encodeURIComponent(waId)}`;
    return (await app().admin('get', path).expect(200)).body.items[0]?.id as string;
  };
  const outcomesOf = async (waId: string) => app().outcomes(await conversationOf(waId));
  const typed = async (from: string) => {
    const path = `/messages?conversation=${encodeURIComponent(from)}`;
    type Items = { items: { direction: string; typing?: number }[] };
    const { body } = await app().emulator.control<Items>('GET', path);
    const inbound = body.items.filter(({ direction }) => direction === 'inbound');
    return inbound.map(({ typing = 0 }) => typing);
  };

  it('that Twilio sends gets 200, and comes to one outcome', async () => {
    await app().configure({ language: 'en' });
    const people = FORMS.map(([, fields, { text = '' }]) => ({ phone: aPhone(), fields, text }));
    const answers = await Promise.all(
      people.map(({ phone, fields }) =>
        write(phone, { fields: JSON.parse(JSON.stringify(fields)) }),
      ),
    );
    expect(answers.map(({ body }) => [body.status, body.body])).toEqual(
      people.map(() => [200, '<Response/>']),
    );
    for (const { phone, text } of people)
      await expect.poll(() => outcomesOf(phone), { interval: 40 }).toEqual([[text, 'answered']]);
  });

  it('that cannot be read is answered, and swallows no question beside it', async () => {
    const from = aPhone();
    app().model.mode = 'hang';
    const heard = app().model.heard(app().model.requests.length + 1);
    await write(from, { body: 'When do you open?' });
    await heard;
    await write(from, { message_type: 'hologram' });
    await write(from, { media: [{ content_type: 'image/webp', base64: 'AAAA' }] });
    app().model.mode = 'echo';
    app().model.release();
    const answered = ['When do you open?', '', ''].map((text) => [text, 'answered']);
    await expect.poll(() => outcomesOf(from)).toEqual(answered);
    const said = (await app().sent(from)).join('\n');
    expect(said).toContain(kinds.unreadable);
    expect(said).toContain('When do you open?');
    expect(said).not.toContain('[');
  });

  it('that is too long is kept whole, read to its end, and the sender is told', async () => {
    const from = aPhone();
    const body = `When do you open? ${'And so on. '.repeat(500)}`;
    await write(from, { body });
    await expect.poll(() => outcomesOf(from)).toEqual([[body, 'answered']]);
    expect((await app().sent(from))[0]).toContain(kinds.tooLong);
    expect(app().model.requests.at(-1)!.body.messages.at(-1)!.content).toHaveLength(4096);
  });

  it('of a reply brings what it replies to, and an advertisement what it says', async () => {
    const from = aPhone();
    const { body } = await write(from, { body: 'Do you deliver on Sundays?' });
    await expect.poll(() => outcomesOf(from)).toHaveLength(1);
    await expect.poll(() => app().sent(from)).toHaveLength(1);
    await write(from, { body: 'Thanks' });
    await expect.poll(() => app().sent(from)).toHaveLength(2);
    await write(from, { body: 'and on Mondays?', original_replied_message_sid: body.sid });
    await expect.poll(() => app().sent(from)).toHaveLength(3);
    const before = () =>
      app()
        .model.requests.at(-1)!
        .body.messages.slice(1)
        .map((m) => m.content);
    expect(before().slice(-3)).toEqual([
      'Do you deliver on Sundays?',
      'Do you deliver on Sundays?',
      'and on Mondays?',
    ]);
    const other = aPhone();
    await write(other, {
      body: 'How much is the ring cake?',
      referral_headline: 'Ring cakes for January',
      referral_body: 'From 18 euros.',
    });
    await expect.poll(() => app().sent(other)).toHaveLength(1);
    expect(before()).toEqual([
      'Ring cakes for January',
      'From 18 euros.',
      'How much is the ring cake?',
    ]);
  });

  it('of order waits for a person', async () => {
    const from = aPhone();
    await write(from, { message_type: 'order' });
    await expect.poll(() => app().sent(from)).toEqual([expect.stringContaining(kinds.order)]);
    const { body } = await app().admin('get', '/api/v1/conversations?waiting=true').expect(200);
    const id = await conversationOf(from);
    expect(body.items.map((one: { id: string }) => one.id)).toContain(id);
  });

  it('of sender is answered as it came', async () => {
    const from = `whatsapp:US.ENT.1181579921288684${aPhone().slice(-4)}`;
    await write(from, {
      body: 'Hello there, when do you open?',
      parent_external_user_id: `US.ENT.2${from.slice(-4)}`,
    });
    await expect.poll(() => app().sent(from)).toHaveLength(1);
  });

  it('is seen being answered, once a turn, and only where an answer is made', async () => {
    const from = aPhone();
    app().model.mode = 'hang';
    const heard = app().model.heard(app().model.requests.length + 1);
    await write(from, { body: 'When do you open?' });
    await heard;
    const again = app().model.heard(app().model.requests.length + 1);
    await write(from, { body: 'And on Sundays?' });
    await again;
    app().model.mode = 'echo';
    app().model.release();
    await expect.poll(() => app().sent(from)).toHaveLength(1);
    await write(from, { media: [{ content_type: 'image/webp', base64: 'AAAA' }] });
    await expect.poll(() => app().sent(from)).toHaveLength(2);
    await expect.poll(() => typed(from)).toEqual([1, 0, 0]);
  });
});
