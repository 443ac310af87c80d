import { randomUUID } from 'node:crypto';
import { Logger } from '@nestjs/common';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { Announcing } from '../../../test/support/announcing/announcing.js';
import {
  acceptance,
  answered,
  claimed,
  draftOf,
  heard,
  inbound,
} from '../../../test/support/stores/mailboxes.js';
import { placeOfAnother } from '../../../test/support/stores/place-of-another.js';
import { onMongo } from '../../../test/support/stores/stores.js';
import type { Collections } from '../../storage/mongo/collections.js';
import { newsSince } from './making-up.mongo.js';

const PLACE = { _id: 'announced_until' };

onMongo('Changes that are gone', (make) => {
  const a = new Announcing();
  const { m } = a;
  let db: Collections;
  let gone: string;
  let logged: string[];
  let path: string;
  beforeAll(async () => {
    await a.begin(make);
    const open = async (collections: Collections) => collections;
    const none = () => Promise.reject(new Error('only MongoDB has changes'));
    db = await a.store.open({ sqlite: none, mongo: async () => ({ open }) });
    gone = await placeOfAnother(db, writes);
  });
  beforeEach(async () => {
    logged = [];
    vi.spyOn(Logger.prototype, 'error').mockImplementation((text) => void logged.push(text));
    a.clock.time = Date.now();
    ({ path } = await a.endpoint());
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await a.calm();
  });
  afterAll(() => a.close());

  const settings = () => db.mongo.settings<string>();
  const lose = () => settings().updateOne(PLACE, { $set: { value: gone } });
  const noted = async () => (await settings().findOne(PLACE))!.value;
  /** The changes are followed again, and all is told that is kept. */
  const goesOn = async () => {
    await expect.poll(noted).not.toBe(gone);
    await expect.poll(() => a.announcements.counts()).toEqual({ waiting: 0, failed: 0 });
  };
  const told = () => a.systems.to(path).map(({ type, data }) => [type, data] as const);
  const types = () => a.systems.types(path).toSorted();

  async function writes(): Promise<string> {
    return (await m.intake.accept(inbound())).conversationId;
  }
  async function isAnswered(): Promise<string> {
    const one = await answered(m);
    const attempt = randomUUID();
    await m.outbox.begin(one.held, one.part, attempt, 60_000);
    await m.outbox.record(one.held, attempt, acceptance(`SM${attempt}`));
    return attempt;
  }
  async function fails(): Promise<string> {
    const { held, draft } = await answered(m);
    await m.turns.giveUp(held, draft.turnId, 'It broke.');
    await m.queue.release(held, { crashes: 0 });
    return draft.turnId;
  }
  async function waits(): Promise<string> {
    const id = await writes();
    const held = await claimed(m, id);
    const { waiting } = (await m.turns.open(held))!;
    await m.turns.answer(held, draftOf(waiting, { handover: { reason: 'asked' } }));
    return id;
  }
  /** Everything that is told of, once. */
  async function all() {
    const taken = await writes();
    await m.takeover.takeOver(taken);
    await waits();
    await m.takeover.release(await waits());
    await isAnswered();
    await fails();
  }
  const RECEIVED = Array.from({ length: 5 }, () => 'message.received');
  const REST = ['conversation.taken_over', 'message.answered', 'message.failed'];

  test('are made up for from the rows: nothing is lost, and nothing told before comes again', async () => {
    const before = await a.node();
    await all();
    const waited = ['conversation.released', 'conversation.waiting'];
    const first = [...RECEIVED, ...REST, ...waited, 'conversation.waiting'];
    await expect.poll(types).toEqual(first.toSorted());
    await goesOn();
    await before.onModuleDestroy();
    await all();
    const error = { code: 20003, message: 'Wrong.', action: 'Look.' };
    const refusal = { error, heardBy: 'answer', tryInMs: 1, again: false } as const;
    await m.holds.hold({ line: undefined, ...refusal });
    await m.holds.hold({ line: 'default', ...refusal });
    await lose();
    await Promise.all([a.node(), a.node()]);
    await goesOn();
    // Of who was given back nothing says any more that they waited.
    const then = [...RECEIVED, ...REST, ...waited, 'account.held', 'account.held'];
    expect(types()).toEqual([...first, ...then].toSorted());
    const ids = a.systems.to(path).map(({ headers }) => headers['webhook-id']);
    expect(new Set(ids).size).toBe(ids.length);
    expect(logged.join()).toMatch(/has no longer.*since 20.*told from the data.*given back/);
    for (const line of [undefined, 'default']) await m.holds.lift(line);
  });

  test('are read in batches, of which none leaves anything out', async () => {
    // Places are of whole seconds.
    const second = () => Math.floor(Date.now() / 1000);
    await expect.poll(second).toBeGreaterThan(second());
    const since = new Date();
    for (let n = 0; n < 3; n++) await all();
    const keys = async (together: number) => {
      const found: string[] = [];
      for await (const some of newsSince(db, since, together))
        found.push(...some.map(({ key }) => key));
      return [...new Set(found)].toSorted();
    };
    const whole = await keys(500);
    expect(whole.length).toBe(3 * (RECEIVED.length + REST.length + 2));
    expect(await keys(2)).toEqual(whole);
  });

  test('tell an endpoint of nothing from before it was added', async () => {
    const node = await a.node();
    await writes();
    await goesOn();
    await node.onModuleDestroy();
    const before = Date.now();
    await expect.poll(() => (a.clock.time = Date.now())).toBeGreaterThan(before);
    const later = await a.endpoint();
    await writes();
    await lose();
    await a.node();
    await goesOn();
    expect(a.systems.to(path)).toHaveLength(2);
    expect(a.systems.to(later.path)).toHaveLength(1);
  });

  test('tell once of a turn whose callbacks come on, and again of one that fails again', async () => {
    const node = await a.node();
    const turn = await fails();
    const attempt = await isAnswered();
    await expect.poll(types).toContain('message.answered');
    await goesOn();
    await node.onModuleDestroy();
    await m.outbox.callback(heard({ sid: `SM${attempt}`, attempt, status: 'delivered' }));
    await m.failures.retry(turn);
    const held = await claimed(m, (await m.turns.find([turn]))[0].conversationId);
    await m.turns.giveUp(held, turn, 'It broke again.');
    await lose();
    await a.node();
    await goesOn();
    const received = ['message.received', 'message.received'];
    const failed = ['message.failed', 'message.failed'];
    expect(types()).toEqual(['message.answered', ...failed, ...received]);
  });

  test('tell once of a turn of which one part more fails', async () => {
    const node = await a.node();
    const { held, draft } = await answered(m, 2);
    const [first, second] = [randomUUID(), randomUUID()];
    await m.outbox.begin(held, draft.parts[0].id, first, 60_000);
    await m.outbox.record(held, first, acceptance(`SM${first}`));
    await m.outbox.begin(held, draft.parts[1].id, second, 60_000);
    const failure = { kind: 'dead', error: { code: 63024, message: 'no' } } as const;
    await m.outbox.record(held, second, failure);
    await expect.poll(types).toEqual(['message.failed', 'message.received']);
    await goesOn();
    await node.onModuleDestroy();
    const attempt = { sid: `SM${first}`, attempt: first };
    await m.outbox.callback(heard({ ...attempt, status: 'undelivered', failure }));
    await lose();
    await a.node();
    await goesOn();
    expect(types()).toEqual(['message.failed', 'message.received']);
  });

  test('of which a former version noted no time are lost, and the log says so', async () => {
    await settings().updateOne(PLACE, { $unset: { at: 1 } });
    await writes();
    await lose();
    await a.node();
    await goesOn();
    expect(told()).toEqual([]);
    expect(logged.join()).toMatch(/News was lost.*replSetResizeOplog/);
    await writes();
    await expect.poll(() => told().length).toBe(1);
  });
});
