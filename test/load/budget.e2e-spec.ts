import { afterEach, describe, expect, inject, test } from 'vitest';
import { freshMongoUri } from '../support/stores/stores.js';
import { aSid, Town } from './town.js';

/** So many answers a process are in work at most. */
const AT_ONCE = 4;
const NODES = 2;
const PEOPLE = 60;
/** A token in and one out, in the prices' currency. */
const PRICE = 0.01;
const PAID_FOR = 20;

describe.skipIf(!inject('mongo'))('a budget of two processes', () => {
  let town: Town;
  afterEach(() => town?.stop());

  const people = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, n) => `whatsapp:+1500555${2000 + from + n}`);
  const allWrite = (who: string[]) =>
    Promise.all(who.map((from) => town.write(from, 'When do you open?', aSid())));
  const answered = async () => {
    const { total } = await town.admin<{ total: { counts: { answers: number } } }>('/api/v1/stats');
    return total.counts.answers;
  };

  test('is passed by what both have in work, at most, and is spent after a restart', async () => {
    const env = { WORKER_CONCURRENCY: `${AT_ONCE}`, MODEL_PRICES: 'echo=5000/5000' };
    town = await Town.start({ mongoUri: freshMongoUri(), nodes: NODES, env });
    Object.assign(town.model, { mode: 'slow', delayMs: 100 });
    const said = { title: 'Hours', text: 'We open from 9 to 14.' };
    const added = await town.nodes[0].call('POST', '/api/v1/knowledge/documents', said);
    const limited = await town.nodes[0].call('PUT', '/api/v1/bot/config', {
      daily_budget: PRICE * PAID_FOR,
    });
    expect([added.status, limited.status]).toEqual([201, 200]);

    await allWrite(people(0, PEOPLE));
    await expect.poll(answered).toBe(PEOPLE);
    const asked = town.model.requests.length;
    expect(asked).toBeGreaterThanOrEqual(PAID_FOR);
    expect(asked).toBeLessThanOrEqual(PAID_FOR + NODES * AT_ONCE);

    for (const node of [0, 1]) await town.kill(node, 'SIGTERM');
    for (const node of [0, 1]) await town.startNode(node);
    await allWrite(people(PEOPLE, PEOPLE + 10));
    await expect.poll(answered).toBe(PEOPLE + 10);
    expect(town.model.requests).toHaveLength(asked);
  });
});
