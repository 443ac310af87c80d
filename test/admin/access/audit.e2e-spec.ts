import { expect, it } from 'vitest';
import { Visitor } from '../../console/visitor.js';
import { type TestApp, withApp } from '../../support/app.js';
import { aPhone } from '../../support/stores/mailboxes.js';

const AUDIT = '/api/v1/audit';

async function kept(app: TestApp, query = '') {
  const { body } = await app.admin('get', `${AUDIT}?${query}`).expect(200);
  return body.items as Record<string, unknown>[];
}

withApp('the audit log', {}, (app) => {
  it('says who did what, when, from where and with what result, and no value', async () => {
    const secret = 'f'.repeat(32);
    const change = { twilio_auth_token: secret, bot_name: 'Rosa' };
    await app()
      .admin('put', '/api/v1/bot/config', { twilio_auth_token: secret, bot_name: 'Rosa' })
      .set('X-Request-Id', 'my-request')
      .expect(200);
    const [entry] = await kept(app());
    expect(entry).toMatchObject({
      name: 'ADMIN_TOKEN',
      by: 'token',
      action: 'PUT /api/v1/bot/config',
      target: null,
      fields: Object.keys(change).sort(),
      status: 200,
      request_id: 'my-request',
      address: expect.stringMatching(/127\.0\.0\.1$/),
    });
    expect(JSON.stringify(await kept(app()))).not.toMatch(/ffff|Rosa/);
    await app().admin('put', '/api/v1/bot/config', { twilio_auth_token: null }).expect(200);
  });

  it('keeps what failed, what was refused for its form, and nothing of looking', async () => {
    const before = (await kept(app())).length;
    for (const path of ['/api/v1/failures', '/api/v1/bot/config', AUDIT])
      await app().admin('get', path).expect(200);
    await app().admin('post', '/api/v1/knowledge/search', { query: 'x' }).expect(200);
    expect((await kept(app())).length).toBe(before);
    await app()
      .admin('put', '/api/v1/bot/config', { llm_timeout_ms: 1, 'my number': 1 })
      .expect(400);
    const missing = '00000000-0000-4000-8000-000000000000';
    await app().admin('delete', `/api/v1/knowledge/documents/${missing}`).expect(404);
    const [second, first] = await kept(app());
    expect(first).toMatchObject({ status: 400, fields: ['llm_timeout_ms'] });
    expect(second).toMatchObject({
      action: 'DELETE /api/v1/knowledge/documents/:id',
      target: missing,
      status: 404,
    });
  });

  it('names the token by which somebody signed in, and signing in and out', async () => {
    const wanted = { name: 'front desk', scope: 'operate' };
    const { body } = await app().admin('post', '/api/v1/tokens', wanted).expect(201);
    const visitor = new Visitor(app());
    await visitor.signIn({ token: body.token as string }).expect(201);
    const asked = { text: 'hello' };
    await visitor.ask('post', '/api/v1/chat', asked).expect((answer) => answer.status < 300);
    await visitor.ask('delete', '/api/v1/session').expect(204);
    const found = await kept(app(), 'name=front%20desk');
    expect(found.map(({ by, action, status }) => [by, action, status])).toEqual([
      ['console', 'DELETE /api/v1/session', 204],
      ['console', 'POST /api/v1/chat', expect.any(Number)],
      ['console', 'POST /api/v1/session', 201],
    ]);
    const [made] = await kept(app(), `action=${encodeURIComponent('POST /api/v1/tokens')}`);
    expect(made).toMatchObject({ fields: ['name', 'scope'], status: 201 });
  });

  it('pages, and is found by target', async () => {
    const all = await kept(app(), 'limit=200');
    const paged: unknown[] = [];
    for (let cursor = ''; ;) {
      const { body } = await app().admin('get', `${AUDIT}?limit=2&cursor=${cursor}`).expect(200);
      paged.push(...body.items);
      cursor = body.next_cursor;
      if (!cursor) break;
    }
    expect(paged).toEqual(all);
    await app().admin('get', `${AUDIT}?cursor=x`).expect(400);
  });

  it('keeps of an erased sender ids alone, and what was handed out', async () => {
    const from = `whatsapp:${aPhone()}`;
    const id = await app().write(from, 'a word that nobody else says');
    await app().admin('get', `/api/v1/conversations/${id}/export`).expect(200);
    await app().admin('delete', `/api/v1/conversations/${id}`).expect(204);
    const found = await kept(app(), `target=${id}`);
    expect(found.map(({ action }) => action)).toEqual([
      'DELETE /api/v1/conversations/:id',
      'GET /api/v1/conversations/:id/export',
    ]);
    const everything = JSON.stringify(await kept(app(), 'limit=200'));
    expect(everything).not.toContain(from.slice(-8));
    expect(everything).not.toContain('nobody else');
  });

  it('is whole, as far as can be told', async () => {
    const { body } = await app().admin('get', `${AUDIT}/verification`).expect(200);
    const entries = 2 * (await kept(app(), 'limit=200')).length;
    expect(body).toMatchObject({ intact: true, entries, broken_at: null, last_seq: entries });
    expect(body.last_hash).toMatch(/^[\w-]{43}$/);
  });
});
