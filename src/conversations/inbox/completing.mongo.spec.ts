import mongoose from 'mongoose';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { freshMongoUri } from '../../../test/support/stores/stores.js';
import { MongoSessionRepository } from '../../sessions/session.mongo.js';
import { Collections } from '../../storage/mongo/collections.js';
import { Mongo } from '../../storage/mongo/mongo.js';
import { MongoInboxStore } from './inbox.mongo.js';

const at = (ms: number) => new Date(ms);
const seq = (i: number) => new mongoose.mongo.Timestamp({ t: 1, i });

describe.skipIf(!inject('mongo'))('rows of a former version in MongoDB', () => {
  let mongo: Mongo;
  let db: Collections;
  let inbox: MongoInboxStore;
  let sessions: MongoSessionRepository;
  beforeAll(async () => {
    mongo = await Mongo.open(freshMongoUri());
    db = await Collections.open(mongo);
    inbox = new MongoInboxStore(db);
    sessions = new MongoSessionRepository(db);
    const never = { token: 0, wakes: 0, crashes: 0 };
    const many = Array.from({ length: 1200 }, (_, n) => ({
      _id: `z${n}`,
      created_at: at(2),
      ...never,
    }));
    const own = ['a', 'b', 'c'].map((_id, n) => ({ _id, created_at: at(n + 1), ...never }));
    await db.conversations.collection.insertMany([...own, ...many] as never[]);
    await db.sessions.collection.insertOne({
      wa_id: '+12025550147',
      conversation_id: 'a',
      profile_name: 'Íñigo',
      created_at: at(1),
      updated_at: at(1),
    } as never);
    const said = { role: 'user', source: 'whatsapp' } as const;
    await db.messages.collection.insertMany([
      { _id: '1', seq: seq(1), conversation_id: 'a', text: '¿Qué?', created_at: at(5), ...said },
      {
        _id: '2',
        seq: seq(2),
        conversation_id: 'a',
        text: 'Bién',
        created_at: at(7),
        role: 'assistant',
        source: 'whatsapp',
      },
      {
        _id: '3',
        seq: seq(3),
        conversation_id: 'b',
        text: 'hola',
        created_at: at(6),
        role: 'user',
        source: 'api',
      },
      {
        _id: '4',
        seq: seq(4),
        conversation_id: 'a',
        text: 'tarde',
        created_at: at(6),
        waiting: true,
        ...said,
      },
      { _id: '5', seq: seq(5), conversation_id: 'b', text: 7, created_at: at(6), ...said },
    ] as never[]);
  });
  afterAll(() => mongo.close());

  test('are listed while they lack what is listed', async () => {
    const [one] = await sessions.conversations({ order: 'activity', ids: ['c'] }, 10);
    expect(one).toMatchObject({ activityAt: 3, channel: 'whatsapp', unread: false });
  });

  test('are completed: what was said is read, and is found', async () => {
    await inbox.complete();
    const rows = await sessions.conversations({ order: 'activity', ids: ['a', 'b', 'c'] }, 10);
    expect(rows).toMatchObject([
      { id: 'a', activityAt: 7, lastInboundAt: 6, channel: 'whatsapp', unread: false },
      { id: 'b', activityAt: 6, channel: 'whatsapp', unread: false },
      { id: 'c', activityAt: 3, channel: 'whatsapp', unread: false },
    ]);
    expect([await inbox.found(['BIEN']), await inbox.found(['hol'])]).toEqual([['a'], ['b']]);
    expect([await inbox.found(['inigo', '147']), await inbox.found(['tarde'])]).toEqual([
      ['a'],
      [],
    ]);
    expect(await sessions.conversations({ order: 'activity' }, 2000)).toHaveLength(1203);
    expect(await db.conversations.countDocuments({ channel: { $exists: false } })).toBe(0);
  });

  test('are completed once, and what came since stays', async () => {
    await db.conversations.updateOne({ _id: 'c' }, { $unset: { channel: 1 } });
    await inbox.complete();
    expect(await db.conversations.exists({ _id: 'c', channel: { $exists: false } })).toBeTruthy();
  });

  test('counts as unread what came since', async () => {
    await db.conversations.updateOne({ _id: 'a' }, { $set: { unread: true } });
    const next = { _id: '9', seq: seq(9), conversation_id: 'a', created_at: at(9), text: 'x' };
    await db.messages.collection.insertOne({ ...next, role: 'user', source: 'whatsapp' } as never);
    expect(await inbox.overviews([{ id: 'a', unread: true }])).toMatchObject([{ unread: 1 }]);
  });
});
