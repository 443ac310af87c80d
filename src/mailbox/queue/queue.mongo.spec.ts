import { describe, expect, inject, test, type TestContext, vi } from 'vitest';
import { held, SHORT } from '../../../test/support/stores/held-rows.js';
import { aPhone, inbound } from '../../../test/support/stores/mailboxes.js';
import { mongoMailbox } from '../../../test/support/stores/mongo-mailbox.js';
import { freshMongoUri } from '../../../test/support/stores/stores.js';
import { HeldRows } from '../../storage/mongo/held-rows.js';
import { Mongo } from '../../storage/mongo/mongo.js';
import { ALONE_AFTER } from './crashes.js';
import { LEASE_MS } from './lease.js';
import { PendingReleases } from '../worker/pending-releases.js';

/** Milliseconds. MongoDB lets a transaction hold its rows for a minute: these tests end sooner. */
const timeout = 20_000;

async function setUp({ onTestFinished }: TestContext) {
  const mongo = await Mongo.open(freshMongoUri());
  onTestFinished(async () => {
    await mongo.connection.dropDatabase();
    await mongo.close();
  });
  const mailbox = await mongoMailbox(mongo, new HeldRows(SHORT));
  return {
    mongo,
    mailbox,
    due: async () => (await mailbox.intake.accept(inbound({ phone: aPhone() }))).conversationId,
    claimed: async (limit: number) =>
      (await mailbox.queue.claim(limit, LEASE_MS)).map(({ conversationId }) => conversationId),
    hold: (_id: string) => held(mongo, 'conversations', { _id }, { crashes: 7 }),
  };
}

describe.skipIf(!inject('mongo')).concurrent('a mailbox whose row a transaction holds', () => {
  test(
    'keeps no other from being claimed, and is claimed when it is free',
    { timeout },
    async (context) => {
      const { expect } = context;
      const { due, claimed, hold } = await setUp(context);
      const [first, second, third] = [await due(), await due(), await due()];
      const free = await hold(first);
      expect(await claimed(2)).toEqual([second]);
      // The next claim leaves the held row out and doesn't wait for it again.
      expect(await claimed(1)).toEqual([third]);
      await free();
      await expect.poll(() => claimed(1)).toEqual([first]);
    },
  );

  test('is released once it is free; no claim waits for that', { timeout }, async (context) => {
    const { expect } = context;
    const { mailbox, due, claimed, hold } = await setUp(context);
    const releases = new PendingReleases(mailbox.queue);
    const blocked = await due();
    const [claim] = await mailbox.queue.claim(1, LEASE_MS);
    const free = await hold(blocked);
    await releases.release(claim, { dueInMs: 0, crashes: 0 });
    const other = await due();
    await releases.catchUp();
    expect(await claimed(2)).toEqual([other]);
    await free();
    await expect.poll(() => releases.catchUp().then(() => claimed(1))).toEqual([blocked]);
  });
});

describe.skipIf(!inject('mongo'))('a claim beside another', () => {
  test('is not given back by it', async (context) => {
    const { mailbox, due, mongo } = await setUp(context);
    await due();
    const { conversations } = mongo.connection.models;
    const find = conversations.find.bind(conversations);
    let beside: Promise<unknown> | undefined;
    const looks = vi.spyOn(conversations, 'find').mockImplementation((...given) => {
      // The first claim has taken its mailbox by now, and reads which mailbox it is.
      if (looks.mock.calls.length === 2) beside = mailbox.queue.claim(8, LEASE_MS);
      return find(...given);
    });
    const [claim] = await mailbox.queue.claim(8, LEASE_MS);
    expect(await beside).toEqual([]);
    looks.mockRestore();
    expect(await mailbox.queue.renew(claim, LEASE_MS)).toBe(true);
  });
});

describe.skipIf(!inject('mongo'))('who has become a suspect while others claimed', () => {
  test('is claimed alone all the same', async (context) => {
    const { due, claimed, mongo } = await setUp(context);
    const [suspect, other] = [await due(), await due()];
    const { conversations } = mongo.connection.models;
    const update = conversations.updateMany.bind(conversations);
    const crashed = { $set: { crashes: ALONE_AFTER } };
    vi.spyOn(conversations, 'updateMany').mockImplementationOnce(((...given: unknown[]) =>
      conversations
        .updateOne({ _id: suspect }, crashed)
        .then(() => update(...(given as Parameters<typeof update>)))) as never);
    expect(await claimed(8)).toEqual([other]);
    expect(await claimed(8)).toEqual([suspect]);
  });
});

describe.skipIf(!inject('mongo'))('a claim whose answer was lost on the way', () => {
  async function lost(context: TestContext) {
    const used = await setUp(context);
    const { due, claimed, mongo, mailbox } = used;
    const conversationId = await due();
    const { conversations } = mongo.connection.models;
    const find = conversations.find.bind(conversations);
    const looks = vi.spyOn(conversations, 'find').mockImplementationOnce(find);
    const cut = Object.assign(new Error('cut'), { name: 'MongoNetworkError' });
    looks.mockImplementationOnce(() => {
      throw cut;
    });
    await expect(claimed(8)).rejects.toBe(cut);
    looks.mockRestore();
    const isClaimedAsNew = async () => {
      const claim = () => mailbox.queue.claim(8, LEASE_MS);
      await expect.poll(claim).toMatchObject([{ conversationId, crashes: 0 }]);
    };
    return { ...used, conversationId, isClaimedAsNew };
  }

  test('is given back, and counts as no crash', async (context) => {
    const { isClaimedAsNew } = await lost(context);
    await isClaimedAsNew();
  });

  test('is given back once no transaction holds its row', { timeout }, async (context) => {
    const { mongo, mailbox, conversationId, isClaimedAsNew } = await lost(context);
    const free = await held(mongo, 'conversations', { _id: conversationId }, { crashes: 7 });
    expect(await mailbox.queue.claim(8, LEASE_MS)).toEqual([]);
    await free();
    await isClaimedAsNew();
  });
});
