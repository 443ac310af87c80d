import { afterEach, describe, expect, inject, onTestFailed, test } from 'vitest';
import { judge, readLedger } from '../load/ledger.js';
import { aSid, Town } from '../load/town.js';
import { gateTo } from '../support/mongods/gate.js';
import { freshMongoUri } from '../support/stores/stores.js';

const ANA = 'whatsapp:+15005551001';
const BEN = 'whatsapp:+15005551002';
const CLEO = 'whatsapp:+15005551003';

/** Milliseconds. By itself a MongoDB with its default settings frees the rows after a minute. */
const SERVED_WITHIN = 2000;
const ANSWERED_WITHIN = 5000;
/** Where the machine is so slow that an answer takes seconds anyway: so many times that, and half a minute at most. */
const TIMES_USUAL = 5;
const HALF_A_MINUTE = 30_000;

describe.skipIf(!inject('mongo'))('a process that is killed with a transaction open', () => {
  let town: Town;
  let gate: Awaited<ReturnType<typeof gateTo>>;
  afterEach(async () => {
    await town?.stop();
    gate?.close();
  });

  const outcomes = async () => {
    const [{ id }] = (await town.admin<{ items: { id: string }[] }>('/api/v1/conversations')).items;
    const path = `/api/v1/conversations/${id}/messages`;
    const { items } = await town.admin<{ items: { outcome?: string; direction: string }[] }>(path);
    return items.flatMap(({ outcome, direction }) => (direction === 'inbound' ? [outcome] : []));
  };
  const verdict = () => judge(readLedger(town.ledger));

  test('keeps nobody waiting: who wrote, who writes on, who is new', async () => {
    onTestFailed(() => console.error(town.log.join('\n')));
    const { port, pathname } = new URL(freshMongoUri());
    gate = await gateTo(Number(port), 'commitTransaction');
    const way = `mongodb://127.0.0.1:${gate.port}${pathname}?directConnection=true`;
    town = await Town.start({ mongoUri: way });
    // Callbacks make transactions, too: the one that is held is to be that of an answer.
    await town.setFaults({ callbacks: { mode: 'drop' } });
    const wrote = performance.now();
    expect(await town.write(BEN, 'text one', aSid())).toBe(200);
    await expect.poll(outcomes).toEqual(['answered']);
    const slow = TIMES_USUAL * (performance.now() - wrote);
    const timeout = Math.min(HALF_A_MINUTE, Math.max(ANSWERED_WITHIN, slow));

    const caught = gate.shut();
    const late = aSid();
    const first = town.write(ANA, 'text two', late);
    expect(await town.write(BEN, 'text three', aSid())).toBe(200);
    await caught;
    await town.kill(0);
    await first;
    gate.forget();

    await town.startNode(0);
    const ready = performance.now();
    const taken = await Promise.all([
      town.write(ANA, 'text two', late),
      town.write(BEN, 'text four', aSid()),
      town.write(CLEO, 'text five', aSid()),
    ]);
    expect(taken).toEqual([200, 200, 200]);
    expect(performance.now() - ready).toBeLessThan(SERVED_WITHIN);
    const all = { missing: [], twice: [], disordered: [], strange: [], answered: 5 };
    await expect.poll(verdict, { timeout }).toEqual(all);
  });
});
