import { expect, test } from 'vitest';
import type { SettingChange } from '../../../src/config/history/setting-change.js';
import { KEPT } from '../../../src/config/history/setting-history.js';
import { BadCursor } from '../../../src/http/cursor.js';
import { onBothBotConfigs } from '../../support/stores/bot-configs.js';

const TOKEN = 'aaaabbbbccccdddd1111222233334444';
const NEXT = 'eeeeffff0000111122223333aaaabbbb';

onBothBotConfigs('History of the settings', (c) => {
  /** The newest changes, without their ids. */
  const newest = async (limit: number) => {
    const { changes } = await c.history.page(limit);
    return changes.map(({ id: _, ...change }) => change);
  };
  const change = (n: number): SettingChange => ({
    at: n,
    by: 'token',
    field: 'bot_name',
    from: { value: `bot ${n - 1}`, source: 'stored' },
    to: { value: `bot ${n}`, source: 'stored' },
  });

  test('a change is kept with who made it, when, and what counted before and after', async () => {
    const config = c.node({ CHAT_MODEL: 'small' });
    const at = c.clock.time;
    await config.update({ chat_model: 'large', history_hours: 3 }, 'console');
    c.clock.time += 5000;
    await config.update({ chat_model: null }, 'command_line');
    const [back, model, hours] = await newest(3);
    expect(model).toEqual({
      at,
      by: 'console',
      field: 'chat_model',
      from: { value: 'small', source: 'environment' },
      to: { value: 'large', source: 'stored' },
    });
    expect(hours).toMatchObject({ from: { value: 12, source: 'default' }, to: { value: 3 } });
    expect(back).toEqual({
      ...model,
      at: at + 5000,
      by: 'command_line',
      from: model.to,
      to: model.from,
    });
  });

  test('of a secret nothing is kept but that it was changed', async () => {
    const config = c.node({ TWILIO_AUTH_TOKEN: 'of-the-environment' });
    await config.update({ twilio_auth_token: TOKEN });
    await config.update({ twilio_auth_token: NEXT });
    await config.update({ twilio_shared_keys: `k1=${TOKEN}`, twilio_auth_token: null });
    const changes = await newest(4);
    expect(changes.map(({ field, from, to }) => [field, from, to])).toEqual([
      ['twilio_shared_keys', { value: null, source: 'default' }, { value: null, source: 'stored' }],
      [
        'twilio_auth_token',
        { value: null, source: 'stored' },
        { value: null, source: 'environment' },
      ],
      ['twilio_auth_token', { value: null, source: 'stored' }, { value: null, source: 'stored' }],
      [
        'twilio_auth_token',
        { value: null, source: 'environment' },
        { value: null, source: 'stored' },
      ],
    ]);
    expect(JSON.stringify(changes)).not.toMatch(/4444|bbbb|environment"?,?-|k1|•/);
  });

  test('what changes nothing, and what is refused, is not in it', async () => {
    const config = c.node();
    await config.update({ bot_name: 'Ana' });
    const before = await newest(5);
    await config.update({ bot_name: 'Ana', chat_model: null });
    await config.update({});
    await expect(config.update({ twilio_api_key_sid: `SK${'0'.repeat(32)}` })).rejects.toThrow();
    expect(await newest(5)).toEqual(before);
  });

  test('it is kept with the change, or neither is', async () => {
    await c.settings.replace('x', undefined, 'one', [change(1)]);
    const before = await newest(5);
    expect(before[0]).toEqual(change(1));
    expect(await c.settings.replace('x', undefined, 'two', [change(2)])).toBe(false);
    expect(await c.settings.replace('x', 'none', 'two', [change(2)])).toBe(false);
    const unkeepable = { ...change(2), field: null } as never;
    await expect(c.settings.replace('x', 'one', 'two', [unkeepable])).rejects.toThrow();
    expect(await c.settings.find('x')).toBe('one');
    expect(await newest(5)).toEqual(before);
  });

  test('of several nodes that change at once each is kept once', async () => {
    const nodes = Array.from({ length: 4 }, () => c.node());
    await Promise.all(nodes.map((node, n) => node.update({ bot_name: `from ${n}` }, 'console')));
    const names = (await newest(4)).map(({ to }) => to.value);
    expect(names.sort()).toEqual(['from 0', 'from 1', 'from 2', 'from 3']);
    const chain = await newest(4);
    for (const [n, { from }] of chain.slice(0, 3).entries()) expect(from).toEqual(chain[n + 1].to);
  });

  test('is read page by page, the newest first, and keeps the newest alone', async () => {
    for (let n = 0; n < KEPT + 20; n += 20) {
      const changes = Array.from({ length: 20 }, (_, i) => change(n + i));
      await c.settings.replace('y', n ? `${n}` : undefined, `${n + 20}`, changes);
    }
    const seen: number[] = [];
    for (let cursor: string | undefined; ;) {
      const { changes, next } = await c.history.page(60, cursor);
      seen.push(...changes.map(({ at }) => at));
      if (!next) break;
      cursor = next;
    }
    expect(seen).toEqual(Array.from({ length: KEPT }, (_, n) => KEPT + 19 - n));
  });

  test.each(['x', '-1', '1.5', '99999999999-1', '9999999999-9999999999', '9'.repeat(20)])(
    'knows no cursor %s',
    async (cursor) => {
      await expect(c.history.page(1, cursor)).rejects.toMatchObject({ name: new BadCursor().name });
    },
  );
});
