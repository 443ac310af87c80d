import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { NOTHING_USED } from '../../../src/chat/usage/usage.repository.js';
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

  const tokens = (...counts: number[]) => counts.map((one) => ({ ...NOTHING_USED, tokens: one }));

  test('counts a day in each conversation and in all, also what is added at once', async () => {
    const [on, one, other] = [aDay(), await conversation(), await conversation()];
    expect(await m.usage.usedOn(on, one)).toMatchObject({
      sender: { tokens: 0, cost: 0 },
      day: NOTHING_USED,
    });
    const added = await Promise.all(
      [1, 2, 3, 4, 5].map((n) => m.usage.add(on, one, { tokens: n })),
    );
    // Each learns the sums with its own, so that one alone sees a limit passed.
    expect(added.map(({ day }) => day)).toEqual(tokens(1, 3, 6, 10, 15));
    expect(added.map(({ sender }) => sender.tokens)).toEqual([1, 3, 6, 10, 15]);
    expect(await m.usage.add(on, other, { tokens: 10 })).toMatchObject({
      sender: { tokens: 10 },
      day: { tokens: 25 },
    });
    expect(await m.usage.usedOn(on, one)).toMatchObject({
      sender: { tokens: 15 },
      day: { tokens: 25 },
    });
  });

  test('adds up money and messages, of a sender in one sum, of all by what they are for', async () => {
    const [on, id] = [aDay(), await conversation()];
    await m.usage.add(on, id, { tokens: 10, modelCost: 250_000 });
    await m.usage.add(on, id, { messages: 1, messageCost: 50_000_001 });
    const { sender, day } = await m.usage.add(on, id, { messages: 1, messageCost: 50_000_000 });
    expect(sender).toEqual({ tokens: 10, cost: 100_250_001 });
    expect(day).toEqual({
      tokens: 10,
      messages: 2,
      modelCost: 250_000,
      messageCost: 100_000_001,
    });
    expect((await m.usage.usedOn(on)).sender).toEqual({ tokens: 0, cost: 0 });
    expect((await m.usage.usedOn(on)).day).toEqual(day);
  });

  test('begins anew with each day, adds up the month, and keeps this month and the last', async () => {
    const id = await conversation();
    const days = ['2031-10-31', '2031-11-01', '2031-11-30'];
    for (const on of days) await m.usage.add(on, id, { tokens: 5 });
    expect(await m.usage.usedOn('2031-11-30', id)).toMatchObject({
      sender: { tokens: 5 },
      day: { tokens: 5 },
      month: { tokens: 10 },
    });
    expect(await m.usage.usedOn('2031-12-01', id)).toMatchObject({
      sender: { tokens: 0 },
      day: { tokens: 0 },
      month: { tokens: 0 },
    });
    await m.usage.add('2031-12-01', id, { tokens: 1 });
    const kept = async (on: string) => (await m.usage.usedOn(on)).day.tokens;
    expect([await kept(days[0]), await kept(days[1]), await kept(days[2])]).toEqual([0, 5, 5]);
    expect((await m.usage.usedOn(days[0])).month.tokens).toBe(0);
    expect((await m.usage.usedOn(days[1])).month.tokens).toBe(10);
  });

  test('is added up when conversations are merged, whichever id is asked for', async () => {
    const [on, phone, userId] = [aDay(), aPhone(), aUser()];
    const ids = [await conversation({ phone }), await conversation({ userId })];
    const use = { tokens: 5, modelCost: 7 };
    for (const id of ids) await m.usage.add(on, id, use);
    await m.intake.accept(inbound({ phone, userId }));
    const sender = async (id: string) => (await m.usage.usedOn(on, id)).sender;
    for (const id of ids) expect(await sender(id)).toEqual({ tokens: 10, cost: 14 });
    for (const id of ids) await m.usage.add(on, id, { tokens: 1 });
    expect(await m.usage.usedOn(on, ids[0])).toMatchObject({
      sender: { tokens: 12 },
      day: { tokens: 12 },
    });
  });

  test('of a merged conversation that was used on an earlier day adds nothing', async () => {
    const [before, on, phone, userId] = [aDay(), aDay(), aPhone(), aUser()];
    const ids = [await conversation({ phone }), await conversation({ userId })];
    await m.usage.add(before, ids[1], { tokens: 5, modelCost: 5 });
    await m.usage.add(on, ids[0], { tokens: 2 });
    await m.intake.accept(inbound({ phone, userId }));
    expect((await m.usage.usedOn(on, ids[1])).sender).toEqual({ tokens: 2, cost: 0 });
  });

  test('of a conversation is erased with it; what comes then counts in all only', async () => {
    const [on, id] = [aDay(), await conversation()];
    await m.usage.add(on, id, { tokens: 5 });
    await m.erasure.erase(id);
    expect(await m.usage.add(on, id, { tokens: 3 })).toMatchObject({
      sender: { tokens: 0 },
      day: { tokens: 8 },
    });
  });

  test('of the limits of a day, the count is kept with the turn, and the notice', async () => {
    const { conversationId } = await m.intake.accept(inbound());
    const held = await claimed(m, conversationId);
    const day = { day: '2026-11-28', answers: 3, told: true };
    const window = { start: 5, count: 2, noticed: false, ...day };
    const draft = draftOf((await m.turns.open(held))!.waiting, { window });
    expect(await m.turns.answer(held, draft)).toBe('stored');
    expect((await m.turns.open(held))!.window).toEqual(window);
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
