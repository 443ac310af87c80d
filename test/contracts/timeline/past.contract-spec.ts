import { expect, test } from 'vitest';
import type { Draft } from '../../../src/mailbox/turns/work.js';
import {
  aPhone,
  claimed,
  draftOf,
  inbound,
  onBothMailboxes,
  turnOf,
} from '../../support/stores/mailboxes.js';

const UNSAID: Partial<Draft> = {
  answer: undefined,
  parts: [],
  outcome: 'human',
  evenIfOutdated: true,
};

onBothMailboxes('What was said before', (m) => {
  /** Writes, and has it answered; `late` comes in while the answer is made. */
  async function exchange(phone: string, text: string, late?: string) {
    const asked = await m.intake.accept(inbound({ phone, text }));
    const held = await claimed(m, asked.conversationId);
    const { waiting } = (await m.turns.open(held))!;
    const own = waiting.filter((message) => message.text === text);
    const later = late && (await m.intake.accept(inbound({ phone, text: late })));
    const draft = draftOf(own, { answer: `re: ${text}`, evenIfOutdated: true, parts: [] });
    await m.turns.answer(held, { ...draft, outcome: 'answered' });
    await m.queue.release(held, { dueInMs: 0, crashes: 0 });
    return { ...asked, turnId: draft.turnId, later: later || undefined };
  }
  const before = async (id: string, limit = 10) => {
    const story = (await m.stories.find(id))!;
    return (await m.stories.before(story, limit)).map(({ text }) => text);
  };

  test('is what had been said when the answer was made', async () => {
    const phone = aPhone();
    const first = await exchange(phone, 'one', 'two');
    const third = await m.intake.accept(inbound({ phone, text: 'three' }));
    const held = await claimed(m, first.conversationId);
    const { waiting } = (await m.turns.open(held))!;
    expect(waiting.map(({ text }) => text)).toEqual(['two', 'three']);
    const draft = draftOf(waiting.slice(0, 1), {
      answer: 're: two',
      evenIfOutdated: true,
      parts: [],
      outcome: 'answered',
    });
    await m.turns.answer(held, draft);
    await m.queue.release(held, { dueInMs: 0, crashes: 0 });
    expect(await turnOf(m, draft.turnId)).toMatchObject({ outcome: 'answered' });
    expect(await before(first.messageId)).toEqual([]);
    expect(await before(first.later!.messageId)).toEqual(['one', 're: one']);
    // It waits: all that was said counts.
    expect(await before(third.messageId)).toEqual(['one', 'two', 're: one', 're: two']);
    expect(await before(third.messageId, 1)).toEqual(['re: two']);
    // Nothing is said to it: what comes later was not said before it.
    const left = await claimed(m, first.conversationId);
    await m.turns.answer(left, draftOf([], { ...UNSAID, covers: [third.messageId] }));
    await m.queue.release(left, { dueInMs: 0, crashes: 0 });
    await exchange(phone, 'four');
    expect(await before(third.messageId)).toEqual(['one', 'two', 're: one', 're: two']);
  });
});
