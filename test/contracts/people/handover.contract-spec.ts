import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Wait, WaitingReason } from '../../../src/sessions/handover/handover.js';
import {
  aPhone,
  claimed,
  draftOf,
  inbound,
  onBothMailboxes,
} from '../../support/stores/mailboxes.js';

const LONG = 3_600_000;

onBothMailboxes('A handover', (m) => {
  const one = async (id: string) => (await m.sessions.conversation(id))!;
  const step = async (id: string) => {
    const { handover, takenAt, waitingSince, waitingReason } = await one(id);
    const [taken, waits] = [takenAt !== undefined, waitingSince !== undefined];
    return [handover?.step, handover?.reason, { taken, waits: waits && waitingReason }];
  };
  const aTickLater = async () => {
    const now = Date.now();
    await expect.poll(() => Date.now() > now + 2).toBe(true);
  };
  const told = () => ({
    turnId: randomUUID(),
    limited: false,
    answer: 'A person comes.',
    mode: 'extractive',
    parts: [{ id: randomUUID(), body: 'A person comes.' }],
  });
  const telling = (wait: Wait = { reason: 'operator' }, windowMs = LONG) => ({
    wait,
    told: told(),
    windowMs,
  });
  const reply = () => ({
    turnId: randomUUID(),
    text: 'Hi',
    parts: [{ id: randomUUID(), body: 'Hi' }],
    windowMs: LONG,
  });

  /** Somebody writes, and waits from the bot's answer on. */
  async function waits(wait: Wait = { reason: 'unsure' }, from: object = {}) {
    const { conversationId } = await m.intake.accept(inbound(from));
    const held = await claimed(m, conversationId);
    const { waiting } = (await m.turns.open(held))!;
    await m.turns.answer(held, draftOf(waiting, { handover: wait }));
    return { conversationId, held };
  }

  test('keeps why it began, who has it, and why the bot has it again', async () => {
    const { conversationId: id } = await waits({ reason: 'topic', promisedAt: 5 });
    expect(await step(id)).toEqual(['waiting', 'topic', { taken: false, waits: 'topic' }]);
    expect((await one(id)).promisedAt).toBe(5);
    await m.takeover.takeOver(id);
    expect(await step(id)).toEqual(['taken_over', 'takeover', { taken: true, waits: 'topic' }]);
    await m.takeover.release(id);
    const free = { taken: false, waits: false };
    expect(await step(id)).toEqual(['released', 'operator', free]);
    const { handover, promisedAt } = await one(id);
    expect(promisedAt).toBeUndefined();
    await aTickLater();
    await m.takeover.release(id);
    expect((await one(id)).handover).toEqual(handover);
  });

  test('is taken over with the reply to who waits, and with no other', async () => {
    const { conversationId: id } = await waits();
    await m.takeover.reply(id, reply());
    const replied = ['taken_over', 'reply', { taken: true, waits: false }];
    expect(await step(id)).toEqual(replied);
    await m.takeover.reply(id, reply());
    expect(await step(id)).toEqual(replied);
    const other = (await m.intake.accept(inbound())).conversationId;
    await m.takeover.reply(other, reply());
    expect(await step(other)).toEqual([undefined, undefined, { taken: false, waits: false }]);
  });

  test('by the operator stops the bot, and tells the sender once', async () => {
    const { conversationId: id } = await m.intake.accept(inbound());
    const held = await claimed(m, id);
    const draft = draftOf((await m.turns.open(held))!.waiting);
    expect(await m.takeover.handOver(id, telling())).toBeUndefined();
    expect(await m.turns.answer(held, draft)).toBe('lost');
    expect(await step(id)).toEqual(['waiting', 'operator', { taken: false, waits: 'operator' }]);
    const again = telling({ reason: 'asked' });
    await m.takeover.handOver(id, again);
    expect(await m.turns.find([again.told.turnId])).toEqual([]);
    const work = (await m.turns.open(await claimed(m, id)))!;
    expect(work).toMatchObject({ unsettled: 1, turn: { answer: 'A person comes.' } });
    expect(work.waitingInAll).toBe(1);
  });

  test('by the operator says nothing where nothing may be sent', async () => {
    const { conversationId: id } = await m.intake.accept(inbound());
    const late = telling({ reason: 'operator' }, -1);
    expect(await m.takeover.handOver(id, late)).toBeUndefined();
    expect(await m.turns.find([late.told.turnId])).toEqual([]);
    expect((await step(id))[0]).toBe('waiting');
    expect(await m.takeover.handOver(randomUUID(), telling())).toBe('unknown');
    const { conversationId: out, held } = await waits();
    await m.turns.answer(held, draftOf([], { optOut: true, evenIfOutdated: true }));
    expect(await step(out)).toEqual(['released', 'opted_out', { taken: false, waits: false }]);
    expect(await m.takeover.handOver(out, telling())).toBe('opted out');
    expect((await step(out))[0]).toBe('released');
  });

  test('that the sender opts out of stays with the person who has it', async () => {
    const { conversationId: id } = await waits();
    await m.takeover.takeOver(id);
    const held = await claimed(m, id);
    await m.turns.answer(held, draftOf([], { optOut: true, evenIfOutdated: true }));
    expect(await step(id)).toEqual(['taken_over', 'takeover', { taken: true, waits: false }]);
  });

  test('ends with the answer that says so, unless its claim was lost', async () => {
    const { conversationId: id, held } = await waits();
    const back = () => draftOf([], { handBack: true, evenIfOutdated: true });
    const lost = back();
    await m.takeover.takeOver(id);
    expect(await m.turns.answer(held, lost)).toBe('lost');
    expect((await step(id))[0]).toBe('taken_over');
    await m.turns.answer(await claimed(m, id), back());
    expect(await step(id)).toEqual(['released', 'sender', { taken: false, waits: false }]);
    expect(await m.sessions.giveBack(id, 'sender')).toBe(false);
  });

  test.each<[WaitingReason, WaitingReason]>([
    ['asked', 'topic'],
    ['topic', 'asked'],
  ])('of two conversations that become one keeps the first reason (%s, %s)', async (...why) => {
    const [phone, userId] = [aPhone(), `US.${randomUUID().slice(0, 8)}`];
    const older = (await m.intake.accept(inbound({ userId }))).conversationId;
    await aTickLater();
    const younger = (await m.intake.accept(inbound({ phone }))).conversationId;
    const order = why[0] === 'asked' ? [older, younger] : [younger, older];
    for (const [n, id] of order.entries()) {
      await m.sessions.waitForPerson(id, { reason: why[n], promisedAt: 10 - n });
      await aTickLater();
    }
    const last = (await one(order[1])).handover;
    await m.intake.accept(inbound({ phone, userId }));
    const { waitingReason, promisedAt, handover } = await one(younger);
    expect({ waitingReason, promisedAt, handover }).toEqual({
      waitingReason: why[0],
      promisedAt: 10,
      handover: last,
    });
    expect((await one(younger)).id).toBe(older);
  });

  test('goes with the conversation that is erased', async () => {
    const { conversationId: id } = await waits();
    await m.erasure.erase(id);
    expect(await m.sessions.conversation(id)).toBeNull();
    expect(await m.takeover.giveBackSilent(0, 1000)).not.toContain(id);
  });
});
