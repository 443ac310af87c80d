import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import {
  openMailboxes,
  answered,
  aPhone,
  type Mailboxes,
} from '../../../test/support/stores/mailboxes.js';
import { freshMongoUri } from '../../../test/support/stores/stores.js';
import { Collections } from '../../storage/mongo/collections.js';
import { Mongo } from '../../storage/mongo/mongo.js';

const LINE = '+15005550001';
const HOUR = 3_600_000;
const error = { code: 63007, message: 'No such sender' };

describe.skipIf(!inject('mongo'))('What a former version held', () => {
  let mongo: Mongo;
  let db: Collections;
  let m: Mailboxes;
  beforeAll(async () => {
    mongo = await Mongo.open(freshMongoUri());
    db = await Collections.open(mongo);
    m = await openMailboxes({
      kind: 'mongo',
      open: async (adapters) => (await adapters.mongo()).open(db),
      onEvent: () => undefined,
      close: async () => undefined,
    });
  });
  afterAll(() => mongo.close());

  /** A part that waits as a former version marked it: without its line. */
  async function marked() {
    const turn = await answered(m, 1, aPhone(), LINE);
    await m.outbox.holdBack(turn.held, turn.part, error);
    await db.outbox.updateOne({ _id: turn.part }, { $unset: { held_line: 1 } });
    await m.queue.release(turn.held, { crashes: 0, dueInMs: HOUR });
    return turn;
  }

  test('stays held while the account is; then it meets the hold of its line, and knows that', async () => {
    const since = new Date(5);
    const try_at = new Date(Date.now() + HOUR);
    const former = { _id: 'account', since, ...error, heard_by: 'answer', try_at, refusals: 1 };
    await db.accountHold.collection.insertOne(former as never);
    const turn = await marked();
    await m.holds.hold({ line: LINE, error, heardBy: 'answer', tryInMs: HOUR, again: false });
    const [account, line] = await m.holds.all();
    expect(account).toMatchObject({ ...error, since: 5, refusals: 1 });
    expect(account).not.toHaveProperty('line');
    expect(line).toMatchObject({ line: LINE });
    expect((await m.holds.tend()).woken).toBe(0);
    await m.holds.lift(undefined);
    expect((await m.holds.tend()).woken).toBe(1);
    const [claim] = await m.queue.claim(100, 60_000);
    expect(claim.conversationId).toBe(turn.conversationId);
    await m.outbox.holdBack(claim, turn.part, error);
    await m.queue.release(claim, { crashes: 0, dueInMs: HOUR });
    expect(await m.holds.waiting(LINE)).toBe(1);
    expect((await m.holds.tend()).woken).toBe(0);
    await m.holds.lift(LINE);
    expect((await m.holds.tend()).woken).toBe(1);
  });

  test('is found by its line and woken by indexes, however many wait on lines that are held', async () => {
    await m.holds.hold({ line: LINE, error, heardBy: 'answer', tryInMs: 0, again: false });
    const rows = Array.from({ length: 3000 }, (_, n) => ({
      _id: `many ${n}`,
      conversation_id: `c ${n}`,
      state: 'pending',
      held: true,
      held_line: LINE,
    }));
    await db.outbox.collection.insertMany(rows as never);
    await mongo.connection.db!.command({ profile: 2 });
    await m.holds.tend();
    await mongo.connection.db!.command({ profile: 0 });
    const asked = await mongo.connection
      .db!.collection('system.profile')
      .find({ ns: `${mongo.connection.name}.outbox`, op: 'query' })
      .toArray();
    expect(asked.length).toBeGreaterThan(0);
    for (const { docsExamined, planSummary } of asked)
      expect([planSummary, docsExamined <= 2]).toEqual([expect.stringMatching(/^IXSCAN/), true]);
  });
});
