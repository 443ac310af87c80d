import { afterAll, beforeAll, beforeEach, describe, expect, inject, test, vi } from 'vitest';
import { held, SHORT } from '../../../test/support/stores/held-rows.js';
import { inbound } from '../../../test/support/stores/mailboxes.js';
import { mongoMailbox, type MongoMailbox } from '../../../test/support/stores/mongo-mailbox.js';
import { freshMongoUri } from '../../../test/support/stores/stores.js';
import { HeldRows } from '../../storage/mongo/held-rows.js';
import { Mongo } from '../../storage/mongo/mongo.js';
import { LEASE_MS } from '../queue/lease.js';
import { Sweep } from './sweep.mongo.js';

describe.skipIf(!inject('mongo'))('a sweep', () => {
  let mongo: Mongo;
  let mailbox: MongoMailbox;
  let sweep: Sweep;
  beforeAll(async () => {
    mongo = await Mongo.open(freshMongoUri());
    mailbox = await mongoMailbox(mongo, new HeldRows(SHORT));
  });
  beforeEach(async () => {
    for (const name of ['messages', 'conversations'])
      await mongo.connection.collection(name).deleteMany({});
    sweep = new Sweep(mailbox.db, 3);
  });
  afterAll(async () => {
    await mongo.connection.dropDatabase();
    await mongo.close();
  });

  /** A message that was stored so many seconds ago, and whose mailbox nobody woke. */
  async function asleep(age = 0): Promise<string> {
    const { conversationId } = await mailbox.intake.accept(inbound());
    const { conversations, messages } = mailbox.db;
    await conversations.updateOne({ _id: conversationId }, { $unset: { due_at: 1 } });
    const seq = mongo.connection.base.mongo.Timestamp.fromBits(1, Date.now() / 1000 - age);
    if (age) await messages.updateOne({ conversation_id: conversationId }, { $set: { seq } });
    return conversationId;
  }

  const due = async () =>
    (await mailbox.queue.claim(100, LEASE_MS)).map(({ conversationId }) => conversationId);

  test('finds all that sleep, though much more waits', async () => {
    const sleeping: string[] = [];
    for (let n = 0; n < 3; n++) {
      for (let k = 0; k < 5; k++) await mailbox.intake.accept(inbound());
      sleeping.push(await asleep());
    }
    const awake = await due();
    expect(awake).toHaveLength(15);
    expect(await sweep.run()).toBe(3);
    expect((await due()).sort()).toEqual(sleeping.sort());
  });

  test('after the first looks only at what came in since', async () => {
    await sweep.run();
    const { messages } = mailbox.db;
    for (let n = 0; n < 20; n++) await asleep(60 + n);
    const found = await asleep(7);
    await asleep();
    const pages = vi.spyOn(messages, 'find');
    expect(await sweep.run()).toBe(1);
    expect(pages).toHaveBeenCalledOnce();
    pages.mockRestore();
    expect(await due()).toEqual([found]);
  });

  test('reads an index only, whatever waits', async () => {
    for (let n = 0; n < 10; n++) await mailbox.intake.accept(inbound());
    const { messages } = mailbox.db;
    const find = vi.spyOn(messages, 'find');
    await sweep.run();
    const [filter, fields] = find.mock.calls[0];
    find.mockRestore();
    const query = messages.find(filter!, fields!).sort({ seq: 1 }).limit(3);
    const { executionStats } = (await query.explain('executionStats')) as Record<string, any>;
    expect(executionStats).toMatchObject({ totalKeysExamined: 3, totalDocsExamined: 0 });
  });

  test('goes by the server’s clock, whatever the clock of the process says', async () => {
    await sweep.run();
    for (const hours of [-1, 1]) {
      const found = await asleep(7);
      const clock = vi.spyOn(Date, 'now').mockReturnValue(Date.now() + hours * 3_600_000);
      expect(await sweep.run()).toBe(1);
      clock.mockRestore();
      expect(await due()).toEqual([found]);
    }
  });

  test('comes back to a mailbox that could not be woken', async () => {
    await sweep.run();
    const found = await asleep(7);
    const free = await held(mongo, 'conversations', { _id: found }, { crashes: 7 });
    expect(await sweep.run()).toBe(0);
    await free();
    await expect.poll(() => sweep.run()).toBe(1);
    expect(await due()).toEqual([found]);
  });

  test('leaves alone what an erasure deletes bit by bit', async () => {
    const conversationId = await asleep(120);
    const { conversations, erasures, messages } = mailbox.db;
    await conversations.deleteOne({ _id: conversationId });
    await erasures.collection.insertOne({ _id: conversationId as never });
    await sweep.run();
    expect(await messages.countDocuments()).toBe(1);
    await erasures.deleteMany({});
    await new Sweep(mailbox.db).run();
    expect(await messages.countDocuments()).toBe(0);
  });
});
