import { expect, it, vi } from 'vitest';
import { VisitService } from '../../src/mailbox/worker/visit/visit.service.js';
import { AS_TWILIO, withApp } from '../support/app.js';
import { handedOver } from '../support/answers/handed-over.js';

const CONVERSATIONS = '/api/v1/conversations';

const TOLD = handedOver('en');

withApp('a sender who waits for a person', {}, (app) => {
  const get = async (path: string) => (await app().admin('get', path).expect(200)).body;
  const one = (id: string) => get(`${CONVERSATIONS}/${id}`);
  const post = (id: string, what: string, body?: object) =>
    app().admin('post', `${CONVERSATIONS}/${id}/${what}`, body);
  const becomes = async (id: string, ...outcomes: [string, string | null][]) => {
    await expect.poll(() => app().outcomes(id)).toEqual(outcomes);
  };
  const metric = async (name: string) => {
    const { text } = await app().admin('get', '/metrics').expect(200);
    return Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1]);
  };
  /** Somebody asks for a person, and is told that one will write. */
  async function waits(from: string) {
    const id = await app().write(from, 'a person please');
    await becomes(id, ['a person please', 'answered']);
    return id;
  }

  it('is told once; then the bot is silent, and whoever waits for its answer hears so', async () => {
    const said = vi.spyOn(app().part(VisitService)['logger'], 'log');
    const from = await app().writer();
    const id = await waits(from);
    const since = (await one(id)).waiting_since;
    expect(since).toMatch(/^\d{4}-.*Z$/);
    const asked = app().model.requests.length;
    const { body } = await app().post({ From: from, Body: 'hello?' }).expect(200);
    expect(body).toEqual({ status: 'ok', conversation_id: id, response_preview: null });
    await app().post({ From: from, Body: 'anybody?' }, { headers: AS_TWILIO }).expect(200);
    await becomes(id, ['a person please', 'answered'], ['hello?', 'human'], ['anybody?', 'human']);
    expect(app().model.requests).toHaveLength(asked);
    expect(await app().sent(from)).toEqual([TOLD]);
    expect(said.mock.calls).toEqual([[expect.stringContaining(id)]]);
    expect((await get(`${CONVERSATIONS}/${id}/export`)).conversation.waiting_since).toBe(since);
  });

  it('waits until a person replies, though one has taken over', async () => {
    const from = await app().writer();
    const id = await waits(from);
    const { waiting_since } = await one(id);
    const taken = (await post(id, 'takeover').expect(200)).body;
    expect(taken).toMatchObject({ mode: 'human', waiting_since });
    await post(id, 'reply', { text: 'I am here.' }).expect(201);
    expect(await one(id)).toMatchObject({ mode: 'human', waiting_since: null });
    await expect.poll(() => app().sent(from)).toEqual([TOLD, 'I am here.']);
  });

  it('is given back to the bot by a release', async () => {
    const from = await app().writer();
    const id = await waits(from);
    const released = (await post(id, 'release').expect(200)).body;
    expect(released).toMatchObject({ mode: 'bot', waiting_since: null });
    await app().write(from, 'and now?');
    await becomes(id, ['a person please', 'answered'], ['and now?', 'answered']);
  });

  it('opts out as ever, and waits no longer', async () => {
    const from = await app().writer();
    const id = await waits(from);
    await app().write(from, 'STOP');
    await becomes(id, ['a person please', 'answered'], ['STOP', 'opted_out']);
    expect(await one(id)).toMatchObject({ opted_out: true, waiting_since: null });
    expect(await app().sent(from)).toHaveLength(2);
  });

  it('is listed, the longest waiting first, and counted', async () => {
    const before = await metric('recado_waiting_for_person');
    const first = await waits(await app().writer());
    const second = await waits(await app().writer());
    const other = await app().write(await app().writer(), 'hello');
    const ids: string[] = [];
    for (let cursor = '', next: string | null = ''; next !== null; cursor = `&cursor=${next}`) {
      const page = await get(`${CONVERSATIONS}?waiting=true&limit=1${cursor}`);
      ids.push(...page.items.map(({ id }: { id: string }) => id));
      next = page.next_cursor;
    }
    expect(ids).toHaveLength(before + 2);
    expect(ids.slice(-2)).toEqual([first, second]);
    const others = await get(`${CONVERSATIONS}?waiting=false&limit=1`);
    expect(others.items[0].id).toBe(other);
    const crossed = `${CONVERSATIONS}?waiting=true&cursor=${others.next_cursor}`;
    await app().admin('get', crossed).expect(400);
    expect(await metric('recado_waiting_for_person')).toBe(before + 2);
    const { people, oldest_ms } = await get('/api/v1/stats/waiting');
    expect(people).toBe(before + 2);
    expect(oldest_ms).toBeGreaterThan(0);
    expect(await metric('recado_waiting_for_person_oldest_seconds')).toBeGreaterThan(0);
  });

  it('is known to the chat API, which says so and answers nothing until a release', async () => {
    const chat = (body: object) => app().admin('post', '/api/v1/chat', body);
    const { body } = await chat({ text: 'hello' }).expect(200);
    expect(body).not.toHaveProperty('handover');
    const { conversation_id } = body;
    const handed = await chat({ text: 'a person please', conversation_id }).expect(200);
    expect(handed.body).toMatchObject({ conversation_id, handover: true });
    const begun = await chat({ text: 'a person at once' }).expect(200);
    for (const id of [conversation_id, begun.body.conversation_id]) {
      expect((await one(id)).waiting_since).not.toBeNull();
      const refused = await chat({ text: 'hello?', conversation_id: id }).expect(409);
      expect(refused.body).toMatchObject({ title: 'Waiting for a person' });
      expect(refused.body.detail).toContain(`POST ${CONVERSATIONS}/${id}/release`);
    }
    await post(conversation_id, 'release').expect(200);
    const again = await chat({ text: 'any bread?', conversation_id }).expect(200);
    expect(again.body.answer).toBe('any bread?');
  });
});
