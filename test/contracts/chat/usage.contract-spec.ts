import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import {
  aPhone,
  claimed,
  draftOf,
  inbound,
  onBothMailboxes,
  turnOf,
} from '../../support/stores/mailboxes.js';

let day = 0;
/** A day that no other test counts on; each is later than the one before. */
const aDay = () => new Date(Date.UTC(2026, 0, ++day)).toISOString().slice(0, 10);
const aUser = () => `US.${randomUUID().slice(0, 8)}`;

onBothMailboxes('UsageRepository', (m) => {
  const conversation = async (from: object = { phone: aPhone() }) =>
    (await m.intake.accept(inbound(from))).conversationId;

  test('counts a day in each conversation and in all, also what is added at once', async () => {
    const [on, one, other] = [aDay(), await conversation(), await conversation()];
    expect(await m.usage.usedOn(on, one)).toEqual({ sender: 0, all: 0 });
    const added = await Promise.all([1, 2, 3, 4, 5].map((n) => m.usage.add(on, one, n)));
    // Each learns the sums with its own, so that one alone sees a limit passed.
    expect(added.map(({ all }) => all)).toEqual([1, 3, 6, 10, 15]);
    expect(added.map(({ sender }) => sender)).toEqual([1, 3, 6, 10, 15]);
    expect(await m.usage.add(on, other, 10)).toEqual({ sender: 10, all: 25 });
    expect(await m.usage.usedOn(on, one)).toEqual({ sender: 15, all: 25 });
  });

  test('begins anew with each day, and keeps no days before', async () => {
    const [before, on, id] = [aDay(), aDay(), await conversation()];
    await m.usage.add(before, id, 5);
    expect(await m.usage.usedOn(on, id)).toEqual({ sender: 0, all: 0 });
    expect(await m.usage.add(on, id, 3)).toEqual({ sender: 3, all: 3 });
    expect(await m.usage.usedOn(before, id)).toEqual({ sender: 0, all: 0 });
  });

  test('is added up when conversations are merged, whichever id is asked for', async () => {
    const [on, phone, userId] = [aDay(), aPhone(), aUser()];
    const ids = [await conversation({ phone }), await conversation({ userId })];
    for (const id of ids) await m.usage.add(on, id, 5);
    await m.intake.accept(inbound({ phone, userId }));
    for (const id of ids) expect((await m.usage.usedOn(on, id)).sender).toBe(10);
    for (const id of ids) await m.usage.add(on, id, 1);
    expect(await m.usage.usedOn(on, ids[0])).toEqual({ sender: 12, all: 12 });
  });

  test('of a merged conversation that was used on an earlier day adds nothing', async () => {
    const [before, on, phone, userId] = [aDay(), aDay(), aPhone(), aUser()];
    const ids = [await conversation({ phone }), await conversation({ userId })];
    await m.usage.add(before, ids[1], 5);
    await m.usage.add(on, ids[0], 2);
    await m.intake.accept(inbound({ phone, userId }));
    expect((await m.usage.usedOn(on, ids[1])).sender).toBe(2);
  });

  test('of a conversation is erased with it; what comes then counts in all only', async () => {
    const [on, id] = [aDay(), await conversation()];
    await m.usage.add(on, id, 5);
    await m.erasure.erase(id);
    expect(await m.usage.add(on, id, 3)).toEqual({ sender: 0, all: 8 });
  });

  test('of an answer is stored with its turn', async () => {
    const used = { model: 'gpt-5.4-mini', inputTokens: 900, outputTokens: 40, cost: 0.000305 };
    for (const usage of [used, undefined]) {
      const { conversationId } = await m.intake.accept(inbound());
      const held = await claimed(m, conversationId);
      const draft = draftOf((await m.turns.open(held))!.waiting, { usage });
      expect(await m.turns.answer(held, draft)).toBe('stored');
      expect((await turnOf(m, draft.turnId)).usage).toEqual(usage);
    }
  });
});
