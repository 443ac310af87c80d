import { randomUUID } from 'node:crypto';
import mongoose from 'mongoose';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test, vi } from 'vitest';
import { held } from '../../../test/support/stores/held-rows.js';
import { aPhone, inbound } from '../../../test/support/stores/mailboxes.js';
import { mongoMailbox, type MongoMailbox } from '../../../test/support/stores/mongo-mailbox.js';
import { freshMongoUri } from '../../../test/support/stores/stores.js';
import { MongoSessionRepository } from '../../sessions/session.mongo.js';
import { Mongo } from '../../storage/mongo/mongo.js';
import { MongoTakeoverStore } from '../../takeover/takeover.mongo.js';
import { ErasedMessages } from './erased.mongo.js';
import { MongoErasureStore } from '../../sender-data/erasure.mongo.js';
import type { Inbound } from './inbound.js';
import { LEASE_MS } from '../queue/lease.js';

describe.skipIf(!inject('mongo'))('taking in, while something else happens', () => {
  let mongo: Mongo;
  let mailbox: MongoMailbox;
  let erasure: MongoErasureStore;
  beforeAll(async () => {
    mongo = await Mongo.open(freshMongoUri());
    mailbox = await mongoMailbox(mongo);
    erasure = new MongoErasureStore(mailbox.db);
  });
  afterEach(() => vi.restoreAllMocks());
  afterAll(async () => {
    await mongo.connection.dropDatabase();
    await mongo.close();
  });

  const messages = () => mongo.connection.collection<{ _id: string }>('messages');

  /**
   * Leaves a message in an erased conversation, as a process does that dies before it could move
   * the message to a new one.
   */
  async function orphan(ageMs: number): Promise<Inbound> {
    const first = inbound();
    const { conversationId } = await mailbox.intake.accept(first);
    await erasure.erase(conversationId);
    const message = inbound({ phone: first.phone });
    const said = { role: 'user', source: 'whatsapp', text: 'hola', waiting: true };
    const created_at = new Date(Date.now() - ageMs);
    const seq = new mongo.connection.base.mongo.Timestamp({ t: created_at.getTime() / 1000, i: 1 });
    const row = { _id: message.id, conversation_id: conversationId, seq, ...said, created_at };
    await messages().insertOne(row);
    return message;
  }

  test('a message that links two senders fails no neighbour when they cannot be joined now', async () => {
    const [phone, userId] = [aPhone(), `US.${randomUUID().slice(0, 8)}`];
    await mailbox.intake.accept(inbound({ userId }));
    const younger = await mailbox.intake.accept(inbound({ phone }));
    const free = await held(mongo, 'messages', { _id: younger.messageId }, { x: 1 });
    const batch = [inbound({ phone, userId }), inbound(), inbound()];
    const results = await Promise.allSettled(
      batch.map((message) => mailbox.intake.accept(message)),
    );
    await free();
    expect(results.map(({ status }) => status)).toEqual(Array(3).fill('fulfilled'));
  });

  test('one that was left in an erased conversation is answered when it comes again', async () => {
    const message = await orphan(10_000);
    await mailbox.sweep();
    const { conversationId } = await mailbox.intake.accept(message);
    const claims = await mailbox.queue.claim(100, LEASE_MS);
    expect(claims.map((claim) => claim.conversationId)).toContain(conversationId);
  });

  test('and forgotten when it does not', async () => {
    const { id } = await orphan(10 * 60_000);
    await mailbox.sweep();
    expect(await messages().findOne({ _id: id })).toBeNull();
  });

  test('one that is erased at that moment is not taken in again', async () => {
    const message = inbound();
    const { conversationId } = await mailbox.intake.accept(message);
    const { among } = ErasedMessages.prototype;
    const looks = vi.spyOn(ErasedMessages.prototype, 'among');
    looks.mockImplementationOnce(async function (this: ErasedMessages, ids) {
      const found = await among.call(this, ids);
      await erasure.erase(conversationId);
      return found;
    });
    expect(await mailbox.intake.accept(message)).toMatchObject({ duplicate: true });
    expect(await messages().findOne({ _id: message.id })).toBeNull();
  });

  test('a message is taken though a connection is cut, and is stored once', async () => {
    const { collection } = mongo.connection.models.messages;
    const insert = collection.insertMany.bind(collection);
    const { MongoBulkWriteError, MongoNetworkError } = mongoose.mongo;
    vi.spyOn(collection, 'insertMany').mockImplementationOnce(async (...given) => {
      await insert(...given);
      const result: any = { getWriteConcernError: () => undefined };
      throw new MongoBulkWriteError(new MongoNetworkError('cut') as any, result);
    });
    const message = inbound();
    const { conversationId } = await mailbox.intake.accept(message);
    const stored = await messages().find({ _id: message.id }).toArray();
    expect(stored).toMatchObject([{ conversation_id: conversationId, waiting: true }]);
  });

  test('beside a duplicate, what the majority has not got is not acknowledged', async () => {
    const known = inbound();
    await mailbox.intake.accept(known);
    const { collection } = mongo.connection.models.messages;
    // The driver throws this: its message names the duplicate, and only `result` says that the
    // majority has not confirmed the write.
    const error = Object.assign(new Error('E11000'), {
      name: 'MongoBulkWriteError',
      code: 11000,
      writeErrors: [{ code: 11000, index: 0 }],
      result: { getWriteConcernError: () => ({ code: 64, errmsg: 'waiting timed out' }) },
    });
    vi.spyOn(collection, 'insertMany').mockRejectedValueOnce(error);
    const batch = [known, inbound()].map((message) => mailbox.intake.accept(message));
    const results = await Promise.allSettled(batch);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });

  test('a sender who is taken over just as two of them become one is taken over', async () => {
    const takeover = new MongoTakeoverStore(mailbox.db);
    const sessions = new MongoSessionRepository(mailbox.db);
    const [phone, userId] = [aPhone(), `US.${randomUUID().slice(0, 8)}`];
    const one = await mailbox.intake.accept(inbound({ userId }));
    const other = await mailbox.intake.accept(inbound({ phone }));
    const { resolve } = MongoSessionRepository.prototype;
    const look = vi.spyOn(MongoSessionRepository.prototype, 'resolve');
    look.mockImplementationOnce(async function (this: MongoSessionRepository, ...given) {
      const found = await resolve.apply(this, given);
      await mailbox.intake.accept(inbound({ phone, userId }));
      return found;
    });
    const younger = other.conversationId;
    await takeover.takeOver(younger);
    expect((await sessions.conversation(other.conversationId))!.takenAt).toBeDefined();
    expect((await sessions.conversation(one.conversationId))!.takenAt).toBeDefined();
  });
});
