import { expect, it } from 'vitest';
import { withApp } from '../support/app.js';

const NOBODY = '00000000-0000-4000-8000-000000000000';
const MESSAGES = `/api/v1/conversations/${NOBODY}/messages`;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

withApp('the admin API', {}, (app) => {
  it('lists a conversation, oldest first, with outcomes and parts', async () => {
    const from = await app().writer();
    const id = await app().write(from, 'one');
    await app().write(from, 'two');
    await expect
      .poll(async () => (await app().messages(id)).flatMap((m) => m.parts.map((p) => p.status)))
      .toEqual(['delivered', 'delivered']);
    const inbound = { direction: 'inbound', source: 'whatsapp', outcome: 'answered', parts: [] };
    const part = { state: 'accepted', sid: expect.stringMatching(/^SM[0-9a-f]{32}$/) };
    const delivered = { ...part, status: 'delivered', error_code: null, error: null };
    const outbound = { ...inbound, direction: 'outbound', parts: [delivered] };
    const common = { id: expect.any(String), created_at: expect.stringMatching(TIME) };
    expect(await app().messages(id)).toMatchObject([
      { ...common, ...inbound, text: 'one' },
      { ...common, ...outbound, text: 'one' },
      { ...common, ...inbound, text: 'two' },
      { ...common, ...outbound, text: 'two' },
    ]);
  });

  it('gives pages that join up', async () => {
    const from = await app().writer();
    const id = await app().write(from, 'one');
    for (const text of ['two', 'three']) await app().write(from, text);
    await expect.poll(() => app().sent(from)).toHaveLength(3);
    const texts: string[] = [];
    const sizes: number[] = [];
    for (let cursor = '', next: string | null = ''; next !== null; cursor = `&cursor=${next}`) {
      const page = await app().admin(
        'get',
        `/api/v1/conversations/${id}/messages?limit=4${cursor}`,
      );
      texts.push(...page.body.items.map(({ text }: { text: string }) => text));
      sizes.push(page.body.items.length);
      next = page.body.next_cursor;
    }
    expect(texts).toEqual(['one', 'one', 'two', 'two', 'three', 'three']);
    expect(sizes).toEqual([4, 2]);
  });

  it('lists failures, newest first, in pages, and what to do', async () => {
    await app().faults({ create: { mode: 'refuse', error_code: 21211 } });
    const ids: string[] = [];
    for (const text of ['one', 'two', 'three']) {
      ids.unshift(await app().write(await app().writer(), text));
      const last = ids[0];
      await expect.poll(() => app().outcomes(last)).toEqual([[text, 'dead']]);
    }
    await app().faults({});
    const first = await app().admin('get', '/api/v1/failures?limit=2').expect(200);
    const cursor = encodeURIComponent(first.body.next_cursor);
    const second = await app().admin('get', `/api/v1/failures?limit=2&cursor=${cursor}`);
    const items = [...first.body.items, ...second.body.items];
    expect(items.map((item) => item.conversation_id)).toEqual(ids);
    expect(second.body.next_cursor).toBeNull();
    await app().admin('get', '/api/v1/failures?cursor=x').expect(400);
    for (const item of items) {
      expect(item).toMatchObject({ kind: 'dead', outcome: 'dead', code: 21211 });
      expect(item.action).toMatch(/address/);
      expect(item.created_at).toMatch(TIME);
    }
  });

  it('401 without the token, with a wrong one, or in another scheme', async () => {
    for (const path of ['/api/v1/failures', MESSAGES, '/api/v1/whatsapp/test']) {
      const refused = await app().admin('get', path, undefined, null).expect(401);
      expect(refused.headers['content-type']).toMatch(/^application\/problem\+json/);
      expect(refused.headers['www-authenticate']).toMatch(/^Bearer/);
      await app().admin('get', path, undefined, 'a-token-for-test').expect(401);
      const basic = app().admin('get', path, undefined, null);
      await basic.set('Authorization', 'Basic YS10b2tlbi1mb3ItdGVzdHM=').expect(401);
    }
  });

  it('says what is wrong as a problem, under the id of the request', async () => {
    const problem = async (path: string, status: number, id?: string) => {
      const call = app().admin('get', path);
      const { headers, body } = await (id ? call.set('X-Request-Id', id) : call).expect(status);
      expect(headers['content-type']).toMatch(/^application\/problem\+json/);
      expect(body).toMatchObject({ type: 'about:blank', status, title: expect.any(String) });
      expect(body.request_id).toBe(headers['x-request-id']);
      return body;
    };
    expect((await problem(MESSAGES, 404, 'mine-1')).request_id).toBe('mine-1');
    expect((await problem(MESSAGES, 404, 'not sane!')).request_id).toMatch(UUID);
    await problem('/api/v1/conversations/1/messages', 400);
    await problem('/nowhere', 404);
    const { errors } = await problem('/api/v1/failures?limit=201', 400);
    expect(errors).toEqual([{ field: 'limit', message: 'must be at most 200' }]);
  });

  it('gives every answer an X-Request-Id', async () => {
    const answers = await Promise.all([
      app().admin('get', '/health/live', undefined, null),
      app().admin('get', '/api/v1/failures'),
      app().admin('get', '/docs-json', undefined, null),
      app().post({ From: await app().writer(), Body: 'Hola' }),
      app().post({ Body: 'Hola' }, { signature: null }),
    ]);
    for (const { headers } of answers) expect(headers['x-request-id']).toMatch(UUID);
  });
});
