import { expect, it } from 'vitest';
import { withApp } from '../../support/app.js';

const HISTORY = '/api/v1/bot/config/history';
const TOKEN = 'aaaabbbbccccdddd1111222233334444';

withApp('the history of the settings', {}, (app) => {
  const list = async (query = '') => {
    const answer = await app()
      .admin('get', HISTORY + query)
      .expect(200);
    return answer.body as { items: Record<string, unknown>[]; next_cursor: string | null };
  };

  it('says who changed what, and when, the newest first', async () => {
    expect(await list()).toEqual({ items: [], next_cursor: null });
    await app().configure({ bot_name: 'Ana' });
    const byCommand = app().admin('put', '/api/v1/bot/config', { bot_name: null });
    await byCommand.set('User-Agent', 'recado-command-line').expect(200);
    const { items } = await list();
    expect(items).toMatchObject([
      {
        by: 'command_line',
        field: 'bot_name',
        secret: false,
        from: { value: 'Ana', source: 'stored' },
        to: { value: 'Recado', source: 'default' },
      },
      { by: 'token', field: 'bot_name', from: { value: 'Recado' }, to: { value: 'Ana' } },
    ]);
    const [newer, older] = items.map(({ at }) => Date.parse(at as string));
    expect(newer).toBeGreaterThanOrEqual(older);
    expect(Math.abs(Date.now() - newer)).toBeLessThan(60_000);
  });

  it('shows nothing of a secret', async () => {
    await app().configure({ twilio_shared_keys: `k1=${TOKEN}` });
    const { items } = await list('?limit=1');
    const nothing = { value: null, source: expect.any(String) };
    expect(items).toMatchObject([
      { field: 'twilio_shared_keys', secret: true, from: nothing, to: nothing },
    ]);
    expect(JSON.stringify(items)).not.toMatch(/4444|k1/);
    await app().configure({ twilio_shared_keys: null });
  });

  it('is read page by page', async () => {
    const whole = (await list()).items;
    const first = await list('?limit=1');
    const second = await list(`?limit=200&cursor=${first.next_cursor}`);
    expect([...first.items, ...second.items]).toEqual(whole);
    expect(second.next_cursor).toBeNull();
    await app().admin('get', `${HISTORY}?cursor=x`).expect(400);
  });

  it('is for the administrator', async () => {
    await app().admin('get', HISTORY, undefined, null).expect(401);
  });
});
