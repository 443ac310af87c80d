import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Action, isWhole } from '../../../src/access/audit/audit.entry.js';
import type { AuditStore } from '../../../src/access/audit/audit.store.js';
import { onBothStores, type TestStore } from '../../support/stores/stores.js';

const KEY = 'ab'.repeat(32);

const anAction = (more: Partial<Action> = {}): Action => ({
  kind: 'action',
  id: randomUUID(),
  at: 1,
  name: 'ADMIN_TOKEN',
  by: 'token',
  action: 'PUT /api/v1/bot/config',
  target: null,
  fields: ['bot_name'],
  requestId: 'r',
  address: '192.0.2.1',
  ...more,
});

onBothStores('AuditStore', (make) => {
  let store: TestStore;
  let audit: AuditStore;
  beforeAll(async () => {
    store = await make();
    audit = await store.open<AuditStore>({
      sqlite: () => import('../../../src/access/audit/audit.sqlite.js'),
      mongo: () => import('../../../src/access/audit/audit.mongo.js'),
    });
  });
  afterAll(() => store.close());

  test('many at once make one chain', async () => {
    await Promise.all(Array.from({ length: 30 }, () => audit.append(anAction(), KEY)));
    const links = await audit.links(0, 100);
    expect(links.map(({ seq }) => seq)).toEqual(links.map((_, n) => n + 1));
    expect(links.length).toBe(30);
    for (const [n, link] of links.entries()) {
      expect(link.before).toBe(links[n - 1]?.hash ?? '');
      expect(isWhole(link, KEY)).toBe(true);
      expect(isWhole(link, 'cd'.repeat(32))).toBe(false);
      expect(isWhole({ ...link, text: link.text.replace('bot_name', 'x') }, KEY)).toBe(false);
    }
    expect(await audit.links(28, 100)).toEqual(links.slice(28));
  });

  test('actions are found with their result, by name, action and target, page by page', async () => {
    const [one, other] = [anAction({ name: 'help desk', target: 'a' }), anAction({ target: 'a' })];
    await audit.append(one, KEY);
    await audit.append(other, KEY);
    const result = { kind: 'result', id: one.id, at: 2, status: 204 } as const;
    await audit.append(result, KEY);
    const [mine] = await audit.page({ name: 'help desk' }, 10);
    expect(mine).toMatchObject({ action: one, result });
    const both = await audit.page({ target: 'a', action: one.action }, 10);
    expect(both.map(({ action }) => action.id)).toEqual([other.id, one.id]);
    expect(both[0].result).toBeUndefined();
    expect(await audit.page({ target: 'a' }, 1)).toEqual([both[0]]);
    expect(await audit.page({ target: 'a' }, 1, both[0].seq)).toEqual([both[1]]);
    expect(await audit.page({ name: 'nobody' }, 10)).toEqual([]);
  });
});
