import { expect, it } from 'vitest';
import { AS_TWILIO, withApp } from '../support/app.js';

const NOBODY = '00000000-0000-4000-8000-000000000000';
const CONVERSATIONS = '/api/v1/conversations';

withApp('a person who takes conversations over', {}, (app) => {
  const post = (id: string, what: string, body?: object) =>
    app().admin('post', `${CONVERSATIONS}/${id}/${what}`, body);
  const becomes = async (id: string, ...outcomes: [string, string | null][]) => {
    await expect.poll(() => app().outcomes(id)).toEqual(outcomes);
  };
  const list = async (query: string) =>
    (await app().admin('get', `${CONVERSATIONS}?limit=200&${query}`).expect(200)).body.items;

  it('shows a conversation, and finds it by who has it and by its address', async () => {
    const from = await app().writer();
    const phone = from.replace('whatsapp:', '');
    const id = await app().write(from, 'pan y café', { ProfileName: 'Ana' });
    const shown = {
      id,
      addresses: [phone],
      profile_name: 'Ana',
      mode: 'bot',
      opted_out: false,
      unreachable: null,
      waiting_since: null,
      waiting_reason: null,
      handover: null,
      created_at: expect.any(String),
      updated_at: expect.any(String),
      channel: 'whatsapp',
      line: 'default',
      unread: 1,
      activity_at: expect.any(String),
      window_ends_at: expect.any(String),
      window: {
        open: true,
        closes_at: expect.any(String),
        remaining_ms: expect.any(Number),
        refused_at: null,
      },
      // Its status goes on while it is looked at.
      last_message: expect.objectContaining({ direction: 'outbound', text: 'pan y café' }),
    };
    const { body } = await app().admin('get', `${CONVERSATIONS}/${id}`).expect(200);
    expect(body).toEqual(shown);
    expect((await list('mode=bot&opted_out=false'))[0]).toEqual(shown);
    expect(await list(`wa_id=${encodeURIComponent(phone)}`)).toEqual([shown]);
    expect(await list(`wa_id=${from}`)).toEqual([shown]);
    for (const query of ['mode=robot', 'opted_out=1', 'waiting=1', 'wa_id=me', 'cursor=x']) {
      await app().admin('get', `${CONVERSATIONS}?${query}`).expect(400);
    }
    await app().admin('get', `${CONVERSATIONS}/${NOBODY}`).expect(404);
  });

  it('gives pages that join up', async () => {
    for (const text of ['one', 'two', 'three']) await app().write(await app().writer(), text);
    const all = await list('');
    const found: string[] = [];
    for (let cursor = '', next: string | null = ''; next !== null; cursor = `&cursor=${next}`) {
      const page = await app().admin('get', `${CONVERSATIONS}?limit=2${cursor}`).expect(200);
      found.push(...page.body.items.map(({ id }: { id: string }) => id));
      next = page.body.next_cursor;
    }
    expect(found).toEqual(all.map(({ id }: { id: string }) => id));
  });

  it('takes over: nothing is generated until it is released', async () => {
    const from = await app().writer();
    const id = await app().write(from, 'one');
    await becomes(id, ['one', 'answered']);
    const before = app().model.requests.length;
    for (const time of ['once', 'twice']) {
      const { body } = await post(id, 'takeover').expect(200);
      expect([time, body]).toMatchObject([time, { id, mode: 'human' }]);
    }
    const { body } = await app().post({ From: from, Body: 'two' }).expect(200);
    expect(body.response_preview).toBeNull();
    await becomes(id, ['one', 'answered'], ['two', 'human']);
    expect(app().model.requests.length).toBe(before);
    expect((await post(id, 'release').expect(200)).body.mode).toBe('bot');
    await app().write(from, 'three');
    await becomes(id, ['one', 'answered'], ['two', 'human'], ['three', 'answered']);
    expect(await app().sent(from)).toEqual(['one', 'three']);
  });

  it('leaves a question that was being answered to the person', async () => {
    const from = await app().writer();
    const before = app().model.requests.length;
    app().model.mode = 'hang';
    const asked = app().post({ From: from, Body: 'Any bread?' });
    const answer = asked.then(({ body }) => body);
    await app().model.heard(before + 1);
    const [{ id }] = await list(`wa_id=${from}`);
    await post(id, 'takeover').expect(200);
    expect(await answer).toMatchObject({ conversation_id: id, response_preview: null });
    app().model.mode = 'echo';
    app().model.release();
    await becomes(id, ['Any bread?', 'human']);
    expect(await app().sent(from)).toEqual([]);
  });

  it('sends what a person writes, as it was written, once for each key', async () => {
    const from = await app().writer();
    const id = await app().write(from, 'pan y café');
    await expect.poll(() => app().sent(from)).toEqual(['pan y café']);
    await post(id, 'takeover').expect(200);
    const send = () => post(id, 'reply', { text: 'Yes, *today*.' }).set('Idempotency-Key', 'r-1');
    const first = await send().expect(201);
    expect(first.body).toEqual({
      id: expect.any(String),
      text: 'Yes, *today*.',
      created_at: expect.any(String),
    });
    expect((await send().expect(201)).body).toEqual(first.body);
    await expect.poll(() => app().sent(from)).toEqual(['pan y café', 'Yes, *today*.']);
    await expect
      .poll(async () => (await app().messages(id)).at(-1))
      .toMatchObject({ direction: 'outbound', text: 'Yes, *today*.', outcome: 'answered' });
    expect((await send().expect(201)).body).toEqual(first.body);
    await post(id, 'reply', { text: 'Other' }).set('Idempotency-Key', 'r-1').expect(422);
    await post(id, 'reply', { text: 'Without a key' }).expect(201);
    await expect.poll(() => app().sent(from)).toHaveLength(3);
  });

  it('sends it at once, also while the bot thinks', async () => {
    const from = await app().writer();
    const heard = app().model.requests.length;
    app().model.hangOn = 'Wait';
    await app().post({ From: from, Body: 'Wait for it' }, { headers: AS_TWILIO });
    await app().model.heard(heard + 1);
    const [{ id }] = await list(`wa_id=${from}`);
    await post(id, 'reply', { text: 'I am here.' }).expect(201);
    await expect.poll(() => app().sent(from)).toEqual(['I am here.']);
    app().model.hangOn = undefined;
    app().model.release();
    await becomes(id, ['Wait for it', 'answered']);
    expect(await app().sent(from)).toEqual(['I am here.', 'Wait for it']);
  });

  it('sends all of a reply, in characters that all can read', async () => {
    const from = await app().writer();
    const id = await app().write(from, 'pan y café');
    await expect.poll(() => app().sent(from)).toEqual(['pan y café']);
    const odd = () => post(id, 'reply', { text: 'a\u0000\ud800' }).set('Idempotency-Key', 'odd');
    expect((await odd().expect(201)).body.text).toBe('a\ufffd');
    expect((await odd().expect(201)).body.text).toBe('a\ufffd');
    const long = '😀'.repeat(4000);
    await post(id, 'reply', { text: long }).expect(201);
    await expect
      .poll(async () => (await app().sent(from)).slice(1).join(''))
      .toBe(`a\ufffd${long}`);
  });

  it('refuses a reply that is empty, too long or to nobody, and a key that is none', async () => {
    const id = await app().write(await app().writer(), 'pan y café');
    for (const text of ['', ' \n', '\0', 'x'.repeat(4001), 7, undefined]) {
      await post(id, 'reply', { text }).expect(400);
    }
    await post(id, 'reply', { text: 'Hi', to: 'whatsapp:+15005550006' }).expect(400);
    for (const key of ['', ' ', 'a b', 'ñ', 'x'.repeat(256), 'x'.repeat(10_000)]) {
      const refused = await post(id, 'reply', { text: 'Hi' }).set('Idempotency-Key', key);
      expect([key, refused.status, refused.body.errors]).toEqual([
        key,
        400,
        [expect.objectContaining({ field: 'Idempotency-Key' })],
      ]);
    }
    for (const what of ['reply', 'takeover', 'release']) {
      await post(NOBODY, what, { text: 'Hi' }).expect(404);
      await post('1', what, { text: 'Hi' }).expect(400);
    }
  });
});
