import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Wait } from '../../../src/sessions/handover/handover.js';
import {
  aPhone,
  claimed,
  draftOf,
  inbound,
  onBothMailboxes,
} from '../../support/stores/mailboxes.js';

const LONG = 3_600_000;

onBothMailboxes('A conversation with a person', (m) => {
  const step = async (id: string) => {
    const { handover, takenAt, waitingSince } = (await m.sessions.conversation(id))!;
    const marks = { taken: takenAt !== undefined, waits: waitingSince !== undefined };
    return [handover?.step, handover?.reason, marks] as const;
  };
  const aTickLater = async () => {
    const now = Date.now();
    await expect.poll(() => Date.now() > now + 2).toBe(true);
  };
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

  test('ends by silence, once, whoever looks, and not a moment before', async () => {
    const waiting = (await waits()).conversationId;
    const taken = (await m.intake.accept(inbound())).conversationId;
    await m.takeover.takeOver(taken);
    const mine = [waiting, taken];
    const none = await m.takeover.giveBackSilent(LONG, 100);
    expect(none.filter((id) => mine.includes(id))).toEqual([]);
    await aTickLater();
    const looks = [1, 2, 3].map(() => m.takeover.giveBackSilent(1, 1000));
    const given = (await Promise.all(looks)).flat().filter((id) => mine.includes(id));
    expect(given.toSorted()).toEqual(mine.toSorted());
    for (const id of mine)
      expect(await step(id)).toEqual(['released', 'silence', { taken: false, waits: false }]);
  });

  test('is not ended by silence before somebody is there, as was promised', async () => {
    const { conversationId: id } = await waits({
      reason: 'asked',
      promisedAt: Date.now() + LONG,
    });
    await aTickLater();
    expect(await m.takeover.giveBackSilent(1, 1000)).not.toContain(id);
    expect((await step(id))[0]).toBe('waiting');
  });

  test('is ended by the longest silence first, so many at once', async () => {
    await m.takeover.giveBackSilent(1, 1000);
    const ids = [];
    for (const _ of [1, 2, 3]) {
      ids.push((await waits()).conversationId);
      await aTickLater();
    }
    expect(await m.takeover.giveBackSilent(1, 1)).toEqual([ids[0]]);
    expect((await m.takeover.giveBackSilent(1, 1000)).toSorted()).toEqual(ids.slice(1).toSorted());
  });

  test('a word at the moment of its end leaves it with one of both, and nothing lost', async () => {
    for (const _ of [1, 2, 3, 4]) {
      const phone = aPhone();
      const { conversationId: id } = await waits({ reason: 'asked' }, { phone });
      await m.takeover.takeOver(id);
      await aTickLater();
      const [ids] = await Promise.all([
        m.takeover.giveBackSilent(1, 1000),
        m.intake.accept(inbound({ phone, text: 'hello?' })),
        m.takeover.reply(id, reply()),
      ]);
      const { taken } = (await step(id))[2];
      expect(taken).toBe(!ids.includes(id));
      const work = (await m.turns.open(await claimed(m, id)))!;
      expect(work.waiting.map(({ text }) => text)).toEqual(['hello?']);
      expect(work.takenOver).toBe(taken);
    }
  });
});
