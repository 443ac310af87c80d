import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { aPhone, inbound } from '../../../../test/support/stores/mailboxes.js';
import { mongoMailbox } from '../../../../test/support/stores/mongo-mailbox.js';
import { freshMongoUri } from '../../../../test/support/stores/stores.js';
import { LEASE_MS } from '../../../mailbox/queue/lease.js';
import { createConversations } from '../../../sessions/newcomers.mongo.js';
import { Mongo } from '../mongo.js';
import type { ProcessRow, SessionId } from './own-row.js';
import { ownPlace } from './place.js';

/** Milliseconds: by itself MongoDB ends a transaction that was left open after a minute. */
const SOON = 5000;

describe.skipIf(!inject('mongo'))('a process that is dead', () => {
  let dead: Mongo;
  let living: Mongo;
  beforeEach(async () => {
    const uri = freshMongoUri();
    [dead, living] = await Promise.all([Mongo.open(uri), Mongo.open(uri)]);
  });
  afterEach(async () => {
    await living.connection.dropDatabase();
    await Promise.all([dead.close(), living.close()]);
  });

  const rows = () => living.connection.collection<ProcessRow>('processes');
  const row = () => rows().findOne({ _id: dead.processes.id });

  /** Leaves the row of a process of this machine that runs no more. */
  async function dies(more: Partial<ProcessRow> = {}): Promise<void> {
    const place = { ...ownPlace(), began: 'before' };
    const now = new Date();
    const times = { beat_at: now, own_time: now };
    const own = { _id: dead.processes.id, ...place, sessions: [], ...times, ...more };
    await rows().insertOne(own);
  }

  /** Changes a mailbox in a transaction that nobody ends, in the session whose id is returned. */
  async function leftOpen(_id: string): Promise<SessionId> {
    const session = dead.connection.getClient().startSession();
    session.startTransaction();
    const mailboxes = dead.connection.collection<{ _id: string }>('conversations');
    await mailboxes.updateOne({ _id }, { $set: { crashes: 7 } }, { session });
    return session.serverSession!.id.id as SessionId;
  }

  test('holds no rows, and no mailbox: it is due as before, with one crash more', async () => {
    const theirs = await mongoMailbox(dead);
    const ours = await mongoMailbox(living);
    const { conversationId } = await theirs.intake.accept(inbound());
    await theirs.queue.claim(8, LEASE_MS);
    const session = await leftOpen(conversationId);
    await ours.intake.accept(inbound());
    await dies({ sessions: [session] });
    await living.processes.begin();
    const claims = await ours.queue.claim(1, LEASE_MS);
    expect(claims).toMatchObject([{ conversationId, crashes: 1 }]);
    // What is cleared up once more, by this process or another, is found to be cleared up.
    await expect.poll(row, { timeout: 2 * SOON }).toBeNull();
    expect(await ours.queue.renew(claims[0], LEASE_MS)).toBe(true);
  });

  test('leaves no conversation that no address leads to', async () => {
    const { db } = await mongoMailbox(dead);
    await mongoMailbox(living);
    const there = () => living.connection.collection<{ _id: string }>('conversations');
    const [whole, half] = [{ phone: aPhone() }, { phone: aPhone() }];
    const made = [...(await createConversations([whole, half], db)).values()];
    await db.sessions.deleteOne({ wa_id: half.phone });
    await dies();
    await living.processes.begin();
    const left = await there()
      .find({}, { projection: { _id: 1 } })
      .toArray();
    expect(left).toEqual([{ _id: made[0] }]);
  });

  test('elsewhere is known by its silence, which a hang of MongoDB is not taken for', async () => {
    const ago = new Date(Date.now() - 10_000);
    await dies({ host: 'elsewhere', beat_at: ago });
    await living.processes.begin();
    expect(await row()).not.toHaveProperty('dead_at');
    await expect.poll(row, { timeout: SOON }).toHaveProperty('dead_at');
  });

  test('is not one that runs beside us, though nothing was heard of it for a while', async () => {
    const beats = (_id: string, ago: number) =>
      dies({ ...ownPlace(), _id, beat_at: new Date(Date.now() - ago) });
    await beats('busy', 10_000);
    await beats('hangs', 20_000);
    await living.processes.begin();
    const dead = (_id: string) => rows().findOne({ _id, dead_at: { $exists: true } });
    await expect.poll(() => dead('hangs'), { timeout: SOON }).not.toBeNull();
    expect(await dead('busy')).toBeNull();
  });

  test('and one that is not, but was taken for it, loses its leases and goes on', async () => {
    const theirs = await mongoMailbox(dead);
    const ours = await mongoMailbox(living);
    await dead.processes.begin();
    const before = dead.processes.id;
    const { conversationId } = await theirs.intake.accept(inbound());
    const [lost] = await theirs.queue.claim(8, LEASE_MS);
    await rows().updateOne({ _id: before }, [{ $set: { dead_at: '$$NOW' } }]);
    await living.processes.begin();
    await expect.poll(() => dead.processes.id).not.toBe(before);
    expect(await theirs.queue.renew(lost, LEASE_MS)).toBe(false);
    await ours.queue.release(lost, { crashes: 0 });
    expect(await theirs.queue.claim(8, LEASE_MS)).toMatchObject([{ conversationId }]);
    await expect.poll(row).toMatchObject({ pid: process.pid });
  });

  test('had registered each session before a transaction began in it', async () => {
    await dead.processes.begin();
    const seen = await dead.transaction(async ({ serverSession }) => {
      const registered = (await row())!.sessions.map((session) => session.toString('hex'));
      return [registered, (serverSession!.id.id as SessionId).toString('hex')];
    });
    expect(seen[0]).toContain(seen[1]);
  });

  test('leaves nothing behind when it stopped by itself', async () => {
    await dead.processes.begin();
    expect(await row()).not.toBeNull();
    await dead.close();
    expect(await row()).toBeNull();
  });
});
