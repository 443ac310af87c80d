import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { aPhone, inbound } from '../../../test/support/stores/mailboxes.js';
import { mongoMailbox, type MongoMailbox } from '../../../test/support/stores/mongo-mailbox.js';
import { ThreeMongods } from '../../../test/support/stores/three-mongods.js';
import { Mongo } from '../../storage/mongo/mongo.js';

describe.skipIf(!inject('mongo'))('while only one of three members of the set answers', () => {
  let mongods: ThreeMongods;
  let mongo: Mongo;
  let impatient: Mongo;
  let mailbox: MongoMailbox;
  beforeAll(async () => {
    mongods = await ThreeMongods.start();
    // What nobody confirms is given up soon.
    impatient = await Mongo.open(`${mongods.uri}&socketTimeoutMS=1000`);
    mongo = await Mongo.open(mongods.uri);
    mailbox = await mongoMailbox(impatient);
  });
  afterAll(async () => {
    await Promise.all([mongo?.close(), impatient?.close()]);
    await mongods?.stop();
  });

  test('no message is acknowledged, known sender or new; and it is not ready', async () => {
    const phone = aPhone();
    await mailbox.intake.accept(inbound({ phone }));
    const { primary } = await mongo.connection.db!.command({ hello: 1 });
    const [known, newcomer] = [inbound({ phone }), inbound()];
    mongods.holdAllBut(primary as string);
    const taken = await Promise.allSettled([
      mailbox.intake.accept(known),
      mailbox.intake.accept(newcomer),
      mongo.check('processes'),
    ]);
    // The one that answers has it by now: that it has it isn't enough.
    const again = await Promise.allSettled([mailbox.intake.accept(known)]);
    mongods.letGo();
    expect([...taken, ...again].map(({ status }) => status)).toEqual(Array(4).fill('rejected'));
    for (const message of [known, newcomer])
      await expect
        .poll(() => mailbox.intake.accept(message).catch(() => undefined))
        .toMatchObject({ messageId: message.id });
  });
});
