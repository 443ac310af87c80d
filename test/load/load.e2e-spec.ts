import { afterEach, describe, expect, inject, test } from 'vitest';
import { freshMongoUri } from '../support/stores/stores.js';
import { Crowd, MANY } from './crowd.js';
import { judge, readLedger } from './ledger.js';
import { until } from '../support/until.js';
import { Town, type TownOptions } from './town.js';

let town: Town;
afterEach(() => town.stop());

async function holds(options: TownOptions): Promise<void> {
  town = await Town.start(options);
  const crowd = new Crowd(town, MANY);
  await crowd.write();
  expect(crowd.delivered).toBe(1000);
  const verdict = () => judge(readLedger(town.ledger));
  await until(async () => verdict().answered === 800, 120_000).catch(() => undefined);
  expect(verdict()).toEqual({ missing: [], twice: [], disordered: [], answered: 800, strange: [] });
  expect(await town.admin('/api/v1/failures')).toEqual({ items: [], next_cursor: null });
}

describe('1,000 webhooks from 100 senders, 200 of them repeats: each text answered once, in order', () => {
  test('on SQLite', () => holds({}), 240_000);

  test.skipIf(!inject('mongo'))(
    'on MongoDB, with two processes that share the work',
    () => holds({ mongoUri: freshMongoUri(), nodes: 2 }),
    240_000,
  );
});
