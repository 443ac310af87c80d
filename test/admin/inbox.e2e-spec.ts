import { expect, it } from 'vitest';
import type { ConversationPage } from '../../src/conversations/conversation.dto.js';
import { withApp } from '../support/app.js';
import { aPhone } from '../support/stores/mailboxes.js';

const CONVERSATIONS = '/api/v1/conversations';
const NOBODY = '00000000-0000-4000-8000-000000000000';
const HOURS = 3_600_000;

withApp('the inbox', {}, (app) => {
  async function list(query: Record<string, string>, among: string[]) {
    const search = new URLSearchParams({ sort: 'activity', limit: '200', ...query });
    const { body } = await app().admin('get', `${CONVERSATIONS}?${search}`).expect(200);
    return (body as ConversationPage).items.filter(({ id }) => among.includes(id));
  }
  const idsOf = async (query: Record<string, string>, among: string[]) =>
    (await list(query, among)).map(({ id }) => id);

  it('shows what was said last, how far it is, and what nobody has read', async () => {
    const from = await app().writer();
    const text = `Do you sell ${'very '.repeat(40)}large 👟?`;
    const id = await app().write(from, text, { ProfileName: 'Zoë Ñandú' });
    const find = async () => (await list({}, [id]))[0];
    await expect.poll(async () => (await find()).last_message?.status).toBe('delivered');
    const shown = await find();
    expect(shown).toMatchObject({
      channel: 'whatsapp',
      profile_name: 'Zoë Ñandú',
      unread: 1,
      last_message: { direction: 'outbound', text: [...text].slice(0, 160).join(''), kind: null },
    });
    const ends = Date.parse(shown.window_ends_at!) - 24 * HOURS;
    expect(Math.abs(ends - Date.now())).toBeLessThan(60_000);
    expect(Date.parse(shown.activity_at)).toBeGreaterThanOrEqual(ends - 5);
  });

  it('is read by a person, however often that is said', async () => {
    const id = await app().write(await app().writer(), 'My name is Ada.');
    const other = await app().write(await app().writer(), 'My name is Bea.');
    expect(await idsOf({ unread: 'true' }, [id, other])).toEqual([other, id]);
    for (let n = 0; n < 2; n++) {
      const { body } = await app().admin('post', `${CONVERSATIONS}/${id}/read`).expect(200);
      expect(body).toMatchObject({ id, unread: 0 });
    }
    expect(await idsOf({ unread: 'true' }, [id, other])).toEqual([other]);
    expect(await idsOf({ unread: 'false', mode: 'bot' }, [id, other])).toEqual([id]);
    await app().admin('post', `${CONVERSATIONS}/${NOBODY}/read`).expect(404);
    await app().admin('post', `${CONVERSATIONS}/x/read`).expect(400);
  });

  it('is searched and filtered, all at once', async () => {
    const from = await app().writer(`whatsapp:${aPhone()}`);
    const id = await app().write(from, '¿Venden turrón de Jijona?', { ProfileName: 'Íñigo' });
    const { body } = await app().admin('post', '/api/v1/chat', { text: 'Venden turrón?' });
    const both = [id, body.conversation_id as string];
    await expect.poll(() => idsOf({ q: 'turron' }, both)).toEqual([both[1], id]);
    expect(await idsOf({ q: 'TURRÓN jij' }, both)).toEqual([id]);
    expect(await idsOf({ q: 'turron', channel: 'api' }, both)).toEqual([both[1]]);
    expect(await idsOf({ q: 'inigo' }, both)).toEqual([id]);
    expect(await idsOf({ q: from.slice(-6) }, both)).toEqual([id]);
    expect(await idsOf({ q: 'turron', channel: 'whatsapp', mode: 'bot' }, both)).toEqual([id]);
    const query = { q: 'turron', unread: 'true', opted_out: 'false', waiting: 'false' };
    expect(await idsOf({ ...query, mode: 'human' }, both)).toEqual([]);
    await app().admin('post', `${CONVERSATIONS}/${id}/takeover`).expect(200);
    expect(await idsOf({ ...query, mode: 'human' }, both)).toEqual([id]);
    expect(await idsOf({ q: '👍' }, both)).toEqual([]);
    expect(await idsOf({ q: ' ' }, both)).toEqual([both[1], id]);
    const one = { q: 'turron', limit: '1' };
    const first = await app().admin('get', `${CONVERSATIONS}?${new URLSearchParams(one)}`);
    const { next_cursor: cursor } = first.body as ConversationPage;
    const rest = new URLSearchParams({ ...one, cursor: cursor! });
    const second = await app().admin('get', `${CONVERSATIONS}?${rest}`).expect(200);
    expect([...first.body.items, ...second.body.items].map((c) => c.id).toSorted()).toEqual(
      both.toSorted(),
    );
    await app().admin('get', `${CONVERSATIONS}?sort=activity&cursor=${cursor}`).expect(400);
    const long = await app()
      .admin('get', `${CONVERSATIONS}?q=${'x'.repeat(201)}`)
      .expect(400);
    expect(long.body.errors).toMatchObject([{ field: 'q' }]);
  });

  it('has messages from the newest on, each with who answered and its parts', async () => {
    const from = await app().writer();
    const texts = ['one is said', 'two is said', 'three is said'];
    let id = '';
    for (const [n, text] of texts.entries()) {
      id = await app().write(from, text);
      await expect.poll(() => app().outcomes(id)).toHaveLength(n + 1);
      await expect.poll(async () => (await app().sent(from)).length).toBe(n + 1);
    }
    await app().admin('post', `${CONVERSATIONS}/${id}/reply`, { text: 'By hand.' }).expect(201);
    const page = async (query: string) =>
      (await app().admin('get', `${CONVERSATIONS}/${id}/messages?${query}`).expect(200)).body;
    const all = await page('limit=200');
    const newest = await page('first=newest&limit=4');
    const older = await page(`first=newest&limit=4&cursor=${newest.next_cursor}`);
    expect([...newest.items, ...older.items].toReversed()).toMatchObject(
      all.items.map((m: { id: string }) => ({ id: m.id })),
    );
    expect(older.next_cursor).toBeNull();
    expect(newest.items[0]).toMatchObject({ mode: 'person', parts: [{ text: 'By hand.' }] });
    expect(newest.items[1]).toMatchObject({ mode: 'llm', parts: [{ action: null }] });
    expect(newest.items[2]).toMatchObject({ mode: null, parts: [] });
    await app()
      .admin('get', `${CONVERSATIONS}/${id}/messages?cursor=${newest.next_cursor}`)
      .expect(400);
  });
});
