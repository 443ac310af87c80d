import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import {
  acceptance,
  answered,
  claimed,
  draftOf,
  heard,
  inbound,
  onBothMailboxes,
  turnOf,
} from '../support/stores/mailboxes.js';

onBothMailboxes('Opting out', (m) => {
  const states = async (id: string) => (await turnOf(m, id)).parts.map(({ state }) => state);
  const word = () => ({ optOut: true, endsAs: 'opted_out', evenIfOutdated: true }) as const;

  test('cancels what is not on its way; its own word goes out, and ends so', async () => {
    const { held, draft, phone, conversationId } = await answered(m, 2);
    await m.intake.accept(inbound({ phone, text: 'STOP' }));
    const stop = draftOf((await m.turns.open(held))!.waiting, word());
    expect(await m.turns.answer(held, stop)).toBe('stored');
    expect(await turnOf(m, draft.turnId)).toMatchObject({ outcome: 'opted_out' });
    expect(await states(draft.turnId)).toEqual(['stopped', 'stopped']);
    const work = (await m.turns.open(held))!;
    expect(work).toMatchObject({ optedOut: true, unsettled: 1, turn: { id: stop.turnId } });
    await m.turns.cancel(held);
    expect(await states(stop.turnId)).toEqual(['pending']);
    const attempt = randomUUID();
    await m.outbox.begin(held, stop.parts[0].id, attempt, 60_000);
    await m.outbox.record(held, attempt, acceptance());
    expect((await turnOf(m, stop.turnId)).outcome).toBe('opted_out');
    const reply = { turnId: randomUUID(), text: 'Hi', parts: [], windowMs: 60_000 };
    expect(await m.takeover.reply(conversationId, reply)).toEqual({ kind: 'opted out' });
  });

  test('a recorded attempt comes to its end, and is not made again', async () => {
    const { held, draft, part, phone } = await answered(m);
    const attempt = randomUUID();
    await m.outbox.begin(held, part, attempt, 60_000);
    await m.intake.accept(inbound({ phone, text: 'STOP' }));
    await m.turns.answer(held, draftOf((await m.turns.open(held))!.waiting, word()));
    expect(await states(draft.turnId)).toEqual(['sending']);
    const refused = { kind: 'retry', error: { code: 20429, message: 'busy' } } as const;
    await m.outbox.record(held, attempt, refused);
    expect(await states(draft.turnId)).toEqual(['stopped']);
    expect((await turnOf(m, draft.turnId)).outcome).toBe('opted_out');
  });

  test('START ends it', async () => {
    const { conversationId } = await m.intake.accept(inbound({ text: 'STOP' }));
    const held = await claimed(m, conversationId);
    await m.turns.answer(held, draftOf((await m.turns.open(held))!.waiting, word()));
    expect((await m.sessions.conversation(conversationId))!.optedOutAt).toBeDefined();
    await m.turns.answer(held, draftOf([], { optOut: false, evenIfOutdated: true }));
    expect((await m.sessions.conversation(conversationId))!.optedOutAt).toBeUndefined();
  });

  test('STOP takes the mailbox from whoever works on it, without blame', async () => {
    const { held, conversationId, draft } = await answered(m);
    await m.queue.interrupt(conversationId);
    expect(await m.outbox.begin(held, draft.parts[0].id, randomUUID(), 60_000)).toBeNull();
    const next = await claimed(m, conversationId);
    expect(next.crashes).toBe(0);
    await m.turns.answer(next, draftOf([], word()));
    await m.queue.interrupt(conversationId);
    expect(await m.turns.open(next)).not.toBeNull();
  });

  test('its own word is sent again for a person only while it holds', async () => {
    const { conversationId } = await m.intake.accept(inbound({ text: 'STOP' }));
    const held = await claimed(m, conversationId);
    const stop = draftOf((await m.turns.open(held))!.waiting, word());
    await m.turns.answer(held, stop);
    const dead = async () => {
      const attempt = randomUUID();
      await m.outbox.begin(held, stop.parts[0].id, attempt, 60_000);
      const error = { code: 21211, message: 'no' };
      await m.outbox.record(held, attempt, { kind: 'dead', error });
    };
    await dead();
    expect(await m.failures.retry(stop.turnId)).toBe('retried');
    await dead();
    await m.turns.answer(held, draftOf([], { optOut: false, evenIfOutdated: true }));
    expect(await m.failures.retry(stop.turnId)).toBe('nothing to retry');
  });

  test.each(['answer', 'callback'])('the channel tells of it by an %s', async (by) => {
    const { conversationId, held, part } = await answered(m);
    const attempt = randomUUID();
    await m.outbox.begin(held, part, attempt, 60_000);
    const error = { code: 63014, message: 'blocked' };
    const refused = { kind: 'dead', error, optOut: true } as const;
    if (by === 'answer') await m.outbox.record(held, attempt, refused);
    else
      await m.outbox.callback(heard({ sid: 'SM1', status: 'failed', attempt, failure: refused }));
    expect((await m.sessions.conversation(conversationId))!.optedOutAt).toBeDefined();
  });

  test('a refusal for another reason is none', async () => {
    const { conversationId, held, part } = await answered(m);
    const attempt = randomUUID();
    await m.outbox.begin(held, part, attempt, 60_000);
    await m.outbox.record(held, attempt, { kind: 'dead', error: { message: 'no' } });
    expect((await m.sessions.conversation(conversationId))!.optedOutAt).toBeUndefined();
  });
});
