import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Verdict } from '../../../src/mailbox/outbox/channel.js';
import {
  acceptance,
  answered,
  draftOf,
  heard,
  inbound,
  onBothMailboxes,
  turnOf,
} from '../../support/stores/mailboxes.js';

const error = { code: 63024, message: 'Invalid recipient', action: 'Reach them another way.' };
const gone = { kind: 'dead', error, unreachable: 'invalid' } satisfies Verdict;

onBothMailboxes('Whom nothing reaches', (m) => {
  const stateOf = async (id: string) => (await m.sessions.conversation(id))!.unreachable;
  const replyTo = (id: string) =>
    m.takeover.reply(id, {
      turnId: randomUUID(),
      text: 'Hi',
      parts: [{ id: randomUUID(), body: 'Hi' }],
      windowMs: 60_000,
    });

  /** Somebody whom an answer didn't reach. */
  async function lost(by: 'answer' | 'callback' = 'answer') {
    const one = await answered(m);
    const attempt = randomUUID();
    await m.outbox.begin(one.held, one.part, attempt, 60_000);
    if (by === 'answer') await m.outbox.record(one.held, attempt, gone);
    else
      await m.outbox.callback(
        heard({ sid: randomUUID(), status: 'failed', attempt, failure: gone }),
      );
    return one;
  }

  test.each(['answer', 'callback'] as const)('is marked by an %s, and listed', async (by) => {
    const { conversationId, draft } = await lost(by);
    const since = expect.any(Number);
    expect(await stateOf(conversationId)).toEqual({ since, reason: 'invalid', code: 63024 });
    expect((await turnOf(m, draft.turnId)).outcome).toBe('dead');
    const ids = async (unreachable: boolean) =>
      (await m.sessions.conversations({ unreachable }, 200)).map(({ id }) => id);
    expect(await ids(true)).toContain(conversationId);
    expect(await ids(false)).not.toContain(conversationId);
  });

  test('nobody sends to them: a person’s reply is refused, another turn is dead', async () => {
    const { conversationId, held, phone } = await answered(m);
    await m.intake.accept(inbound({ phone }));
    const { waiting } = (await m.turns.open(held))!;
    const second = draftOf(waiting);
    await m.turns.answer(held, second);
    const work = (await m.turns.open(held))!;
    const attempt = randomUUID();
    await m.outbox.begin(held, work.turn!.parts[0].id, attempt, 60_000);
    await m.outbox.record(held, attempt, gone);
    expect(await replyTo(conversationId)).toEqual({ kind: 'unreachable' });
    expect(await m.outbox.begin(held, second.parts[0].id, randomUUID(), 60_000)).toBeNull();
    const [part] = (await turnOf(m, second.turnId)).parts;
    expect(part).toMatchObject({ state: 'dead', error: { code: 63024 } });
    expect(part.error!.action).toMatch(/reachable/);
    // Nor is it sent with its answer.
    const first = { id: randomUUID(), leaseMs: 60_000 };
    const third = draftOf([], { first, evenIfOutdated: true });
    expect(await m.turns.answer(held, third)).toBe('stored');
  });

  test('who writes again is reached', async () => {
    const { conversationId, phone, held } = await lost();
    await m.intake.accept(inbound({ phone }));
    expect(await stateOf(conversationId)).toBeUndefined();
    expect(await replyTo(conversationId)).toMatchObject({ kind: 'stored' });
    expect(await m.turns.open(held)).not.toBeNull();
  });

  test('who wrote since it was sent is not marked', async () => {
    const { conversationId, phone, held, part } = await answered(m);
    const attempt = randomUUID();
    await m.outbox.begin(held, part, attempt, 60_000);
    const began = Date.now();
    await expect.poll(() => Date.now() > began + 2).toBe(true);
    await m.intake.accept(inbound({ phone }));
    await m.outbox.record(held, attempt, gone);
    expect(await stateOf(conversationId)).toBeUndefined();
  });

  test('an operator clears it, by their word or by sending again what failed', async () => {
    const one = await lost();
    expect(await m.sessions.clearUnreachable(one.conversationId)).toBe(true);
    expect(await m.sessions.clearUnreachable(one.conversationId)).toBe(false);
    expect(await m.sessions.clearUnreachable(randomUUID())).toBe(false);
    expect(await replyTo(one.conversationId)).toMatchObject({ kind: 'stored' });
    const other = await lost();
    expect(await m.failures.retry(other.draft.turnId)).toBe('retried');
    expect(await stateOf(other.conversationId)).toBeUndefined();
    const { held } = other;
    const attempt = randomUUID();
    expect(await m.outbox.begin(held, other.part, attempt, 60_000)).toBe(other.phone);
    await m.outbox.record(held, attempt, acceptance());
    expect((await turnOf(m, other.draft.turnId)).outcome).toBe('answered');
  });

  test('opted out beats all: what is begun then ends so, and nothing leaves', async () => {
    const { conversationId, held, draft, part, phone } = await answered(m);
    await m.intake.accept(inbound({ phone, text: 'STOP' }));
    const { waiting } = (await m.turns.open(held))!;
    await m.turns.answer(held, draftOf(waiting, { optOut: true, endsAs: 'opted_out' }));
    // As though a merged conversation, or a person, had brought it back.
    const late = draftOf([], {
      evenIfOutdated: true,
      first: { id: randomUUID(), leaseMs: 60_000 },
    });
    expect(await m.turns.answer(held, late)).toBe('stored');
    expect(await m.outbox.begin(held, late.parts[0].id, randomUUID(), 60_000)).toBeNull();
    expect((await turnOf(m, late.turnId)).outcome).toBe('opted_out');
    expect((await turnOf(m, draft.turnId)).outcome).toBe('opted_out');
    expect(await m.outbox.begin(held, part, randomUUID(), 60_000)).toBeNull();
    expect(await replyTo(conversationId)).toEqual({ kind: 'opted out' });
  });
});
