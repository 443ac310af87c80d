import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import {
  acceptance,
  answered,
  aPhone,
  claimed,
  claimOf,
  draftOf,
  inbound,
  onBothMailboxes,
  turnOf,
} from '../../support/stores/mailboxes.js';

const NOBODY = '00000000-0000-4000-8000-000000000000';
const DAY = 24 * 3_600_000;

onBothMailboxes('A desk', (m) => {
  const states = async (id: string) => (await turnOf(m, id)).parts.map(({ state }) => state);
  const reply = (text = 'Hi', over: object = {}) => ({
    turnId: randomUUID(),
    text,
    parts: [{ id: randomUUID(), body: text }],
    windowMs: DAY,
    ...over,
  });

  test('taking over cancels what has no recorded attempt, and fences the worker', async () => {
    const { held, draft, conversationId } = await answered(m, 2);
    expect(await m.takeover.takeOver(conversationId)).toBe(true);
    expect(await m.outbox.begin(held, draft.parts[0].id, randomUUID(), 60_000)).toBeNull();
    expect(await m.turns.open(held)).toBeNull();
    expect(await turnOf(m, draft.turnId)).toMatchObject({ outcome: 'human' });
    expect(await states(draft.turnId)).toEqual(['stopped', 'stopped']);
    const next = (await claimOf(m, conversationId))!;
    expect(next.crashes).toBe(0);
    expect(await m.turns.open(next)).toMatchObject({ takenOver: true, unsettled: 0 });
  });

  test('a recorded attempt comes to its end, whatever that is', async () => {
    const refused = { kind: 'retry', error: { code: 20429, message: 'busy' } } as const;
    for (const [verdict, outcome] of [
      [acceptance(), 'answered'],
      [refused, 'human'],
    ] as const) {
      const { held, draft, conversationId, part } = await answered(m);
      const attempt = randomUUID();
      await m.outbox.begin(held, part, attempt, 60_000);
      await m.takeover.takeOver(conversationId);
      expect(await states(draft.turnId)).toEqual(['sending']);
      expect((await turnOf(m, draft.turnId)).outcome).toBeUndefined();
      await m.outbox.record(held, attempt, verdict);
      expect((await turnOf(m, draft.turnId)).outcome).toBe(outcome);
    }
  });

  test('an answer that was being made is not stored', async () => {
    const { conversationId } = await m.intake.accept(inbound());
    const held = await claimed(m, conversationId);
    const { waiting } = (await m.turns.open(held))!;
    await m.takeover.takeOver(conversationId);
    expect(await m.turns.answer(held, draftOf(waiting))).toBe('lost');
  });

  test('taking over twice is taking over once; it can be given back', async () => {
    const { conversationId } = await m.intake.accept(inbound());
    await m.takeover.takeOver(conversationId);
    const held = await claimed(m, conversationId);
    await m.takeover.takeOver(conversationId);
    expect(await m.turns.open(held)).toMatchObject({ takenOver: true });
    const { takenAt } = (await m.sessions.conversation(conversationId))!;
    expect(takenAt).toBeGreaterThan(Date.now() - 60_000);
    await m.takeover.release(conversationId);
    expect(await m.takeover.release(conversationId)).toBe(true);
    expect(await m.turns.open(held)).toMatchObject({ takenOver: false });
    expect(await m.takeover.takeOver(NOBODY)).toBe(false);
    expect(await m.takeover.release(NOBODY)).toBe(false);
  });

  test('a reply is a turn like any other, and taking over leaves it', async () => {
    const { conversationId, held } = await answered(m);
    await m.queue.release(held, { crashes: 0 });
    const stored = reply();
    expect(await m.takeover.reply(conversationId, stored)).toMatchObject({
      kind: 'stored',
      id: stored.turnId,
      text: 'Hi',
      createdAt: expect.any(Number),
    });
    await m.takeover.takeOver(conversationId);
    expect(await states(stored.turnId)).toEqual(['pending']);
    const next = await claimed(m, conversationId);
    expect((await m.turns.open(next))!.turn).toMatchObject({ id: stored.turnId, answer: 'Hi' });
    const { messages } = await m.messages.page(conversationId, 10);
    expect(messages.at(-1)).toMatchObject({ id: stored.turnId, role: 'assistant', text: 'Hi' });
  });

  test('a reply goes out whole, though the bot has stored an answer behind it', async () => {
    const { conversationId } = await m.intake.accept(inbound());
    const held = await claimed(m, conversationId);
    const parts = [1, 2].map((n) => ({ id: randomUUID(), body: `${n}` }));
    const stored = reply('1\n\n2', { parts });
    await m.takeover.reply(conversationId, stored);
    await m.turns.answer(held, draftOf((await m.turns.open(held))!.waiting));
    expect((await m.turns.open(held))!.turn!.id).toBe(stored.turnId);
    for (const { id } of parts) {
      const attempt = randomUUID();
      expect(await m.outbox.begin(held, id, attempt, 60_000)).not.toBeNull();
      await m.outbox.record(held, attempt, acceptance());
    }
    expect((await turnOf(m, stored.turnId)).outcome).toBe('answered');
  });

  test('the same key again is the same reply, also at once', async () => {
    const { conversationId } = await m.intake.accept(inbound());
    const replies = [1, 2, 3].map(() =>
      m.takeover.reply(conversationId, reply('Hi', { key: 'k' })),
    );
    const all = await Promise.all(replies);
    expect(all.map(({ kind }) => kind).sort()).toEqual(['repeated', 'repeated', 'stored']);
    expect(new Set(all.map((one) => 'id' in one && one.id)).size).toBe(1);
    const other = await m.intake.accept(inbound());
    expect(await m.takeover.reply(other.conversationId, reply('Hi', { key: 'k' }))).toMatchObject({
      kind: 'stored',
    });
  });

  test('no reply outside the window, and none to an unknown conversation', async () => {
    const { conversationId } = await m.intake.accept(inbound());
    const late = reply('Hi', { windowMs: -1 });
    expect(await m.takeover.reply(conversationId, late)).toEqual({ kind: 'window closed' });
    expect(await m.takeover.reply(NOBODY, reply())).toEqual({ kind: 'unknown' });
  });

  test('who was taken over stays so when two conversations become one', async () => {
    const [phone, userId] = [aPhone(), `US.${randomUUID().slice(0, 8)}`];
    await m.intake.accept(inbound({ userId }));
    const now = Date.now();
    await expect.poll(() => Date.now() > now + 2).toBe(true);
    const younger = await m.intake.accept(inbound({ phone }));
    await m.takeover.takeOver(younger.conversationId);
    const { conversationId } = await m.intake.accept(inbound({ phone, userId }));
    expect(conversationId).not.toBe(younger.conversationId);
    expect(await m.sessions.conversation(younger.conversationId)).toMatchObject({
      id: conversationId,
      takenAt: expect.any(Number),
    });
  });

  test('conversations are listed, the last begun first, by who has them and by address', async () => {
    const phones = [aPhone(), aPhone(), aPhone()];
    const ids: string[] = [];
    for (const phone of phones) {
      ids.unshift((await m.intake.accept(inbound({ phone, profileName: 'Ana' }))).conversationId);
      const now = Date.now();
      await expect.poll(() => Date.now() > now + 2).toBe(true);
    }
    const [first] = await m.sessions.conversations({}, 1);
    expect(first).toMatchObject({ id: ids[0], addresses: [{ waId: phones[2] }] });
    const next = await m.sessions.conversations({}, 2, { at: first.createdAt, id: first.id });
    expect(next.map(({ id }) => id)).toEqual(ids.slice(1));
    await m.takeover.takeOver(ids[1]);
    const list = async (filter: object) =>
      (await m.sessions.conversations(filter, 200)).map(({ id }) => id);
    expect(await list({ takenOver: true })).toContain(ids[1]);
    expect(await list({ takenOver: false })).not.toContain(ids[1]);
    expect(await list({ takenOver: false })).toContain(ids[0]);
    expect(await list({ waId: phones[1] })).toEqual([ids[1]]);
    expect(await list({ waId: aPhone() })).toEqual([]);
    expect(await m.sessions.conversation(NOBODY)).toBeNull();
  });
});
