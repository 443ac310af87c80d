import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Claim } from '../../../src/mailbox/queue/queue.store.js';
import {
  acceptance,
  answered,
  claimed,
  claimOf,
  draftOf,
  heard,
  inbound,
  onBothMailboxes,
  turnOf,
} from '../../support/stores/mailboxes.js';

const busy = { code: 63012, message: 'internal' };
const again = { kind: 'retry', error: busy } as const;
const held = { kind: 'stop', of: 'account', error: busy } as const;
const blocked = { kind: 'dead', error: { code: 63014, message: 'blocked' }, optOut: true } as const;

onBothMailboxes('Where the bot is silent', (m) => {
  /** An answer of so many parts, all accepted by the channel, whose mailbox sleeps. */
  async function sent(parts = 1) {
    const turn = await answered(m, parts);
    const all = [];
    for (const { id } of turn.draft.parts) all.push(await send(turn.held, id));
    await m.queue.release(turn.held, { crashes: 0 });
    return { ...turn, id: turn.draft.turnId, sent: all };
  }

  async function send(claim: Claim, part: string) {
    const [attempt, sid] = [randomUUID(), `SM${randomUUID()}`];
    await m.outbox.begin(claim, part, attempt, 60_000);
    await m.outbox.record(claim, attempt, acceptance(sid));
    return { attempt, sid };
  }

  const failed = (one: { attempt: string; sid: string }, failure: object = again) =>
    m.outbox.callback(heard({ ...one, status: 'failed', failure: failure as typeof again }));
  const listed = async (id: string) => (await m.failures.list(100)).find((one) => one.id === id);

  async function optOut({ conversationId, phone }: Awaited<ReturnType<typeof sent>>) {
    await m.intake.accept(inbound({ phone, text: 'STOP' }));
    const claim = await claimed(m, conversationId);
    const { waiting } = (await m.turns.open(claim))!;
    const stop = { optOut: true, endsAs: 'opted_out', outcome: 'opted_out', parts: [] } as const;
    await m.turns.answer(claim, draftOf(waiting, { ...stop, parts: [], answer: undefined }));
    await m.queue.release(claim, { crashes: 0 });
  }

  test.each([
    ['failed', again],
    ['failed by the account', held],
  ])('what %s late is dead, not sent again, once a person has the conversation', async (_, why) => {
    const answer = await sent(2);
    await m.takeover.takeOver(answer.conversationId);
    await m.queue.release(await claimed(m, answer.conversationId), { crashes: 0 });
    expect(await failed(answer.sent[0], why)).toMatchObject({ state: 'dead', outcome: 'dead' });
    const turn = await turnOf(m, answer.id);
    expect(turn.parts[0]).toMatchObject({ state: 'dead', error: { code: 63012 } });
    expect(turn.parts[0].error!.action).toMatch(/a person has the conversation/);
    expect(turn.parts[0].retryAt).toBeUndefined();
    expect(await listed(answer.id)).toMatchObject({ outcome: 'dead' });
    expect(await claimOf(m, answer.conversationId)).toBeUndefined();
  });

  test('nor does the rest of it go out when its first part turns out to have arrived', async () => {
    const answer = await answered(m, 2);
    const [attempt, sid] = [randomUUID(), `SM${randomUUID()}`];
    await m.outbox.begin(answer.held, answer.part, attempt, 60_000);
    await m.outbox.markUncertain(answer.held, answer.part);
    await m.takeover.takeOver(answer.conversationId);
    await m.outbox.callback(heard({ attempt, sid, status: 'sent' }));
    const { outcome, parts } = await turnOf(m, answer.draft.turnId);
    expect([outcome, ...parts.map(({ state }) => state)]).toEqual(['dead', 'accepted', 'dead']);
  });

  test('a turn that was stopped in its midst shows what of it failed later', async () => {
    const answer = await answered(m, 2);
    const first = await send(answer.held, answer.part);
    await m.takeover.takeOver(answer.conversationId);
    expect(await turnOf(m, answer.draft.turnId)).toMatchObject({ outcome: 'human' });
    expect(await failed(first)).toMatchObject({ state: 'dead', outcome: 'dead' });
    expect(await listed(answer.draft.turnId)).toBeDefined();
  });

  test("a person's own reply is sent again", async () => {
    const { conversationId } = await m.intake.accept(inbound());
    await m.takeover.takeOver(conversationId);
    const parts = [{ id: randomUUID(), body: 'Hi' }];
    const reply = { turnId: randomUUID(), text: 'Hi', parts, windowMs: 60_000 };
    await m.takeover.reply(conversationId, reply);
    const claim = await claimed(m, conversationId);
    const { waiting } = (await m.turns.open(claim))!;
    await m.turns.answer(
      claim,
      draftOf(waiting, { parts: [], answer: undefined, outcome: 'human' }),
    );
    // That a message was left to the person is a later turn, but it says nothing.
    const one = await send(claim, parts[0].id);
    expect(await failed(one)).toMatchObject({ state: 'pending', woken: true });
  });

  test('a person may have what was dead sent again', async () => {
    const answer = await sent();
    await m.takeover.takeOver(answer.conversationId);
    await failed(answer.sent[0]);
    expect(await m.failures.retry(answer.id)).toBe('retried');
    const claim = await claimed(m, answer.conversationId);
    expect((await m.turns.open(claim))!.turn!.id).toBe(answer.id);
    await send(claim, answer.part);
    expect((await turnOf(m, answer.id)).outcome).toBe('answered');
  });

  test('after opting out nothing is sent again either', async () => {
    const answer = await sent();
    await optOut(answer);
    expect(await failed(answer.sent[0])).toMatchObject({ state: 'dead', outcome: 'dead' });
    expect(await claimOf(m, answer.conversationId)).toBeUndefined();
  });

  test('what is told of an erased message leaves nothing behind', async () => {
    const answer = await sent();
    await m.erasure.erase(answer.conversationId);
    expect(await failed(answer.sent[0])).toBeNull();
    expect(await m.outbox.heard(answer.part)).toEqual([]);
    expect(await claimOf(m, answer.conversationId)).toBeUndefined();
  });

  test.each(['answer', 'callback'])(
    'an opt-out told by an %s stops all, as a word does',
    async (by) => {
      const { phone, conversationId, held: claim, draft } = await answered(m, 2);
      const first = await send(claim, draft.parts[0].id);
      const attempt = randomUUID();
      await m.outbox.begin(claim, draft.parts[1].id, attempt, 60_000);
      await m.intake.accept(inbound({ phone, text: 'and?' }));
      if (by === 'answer') await m.outbox.record(claim, attempt, blocked);
      else await failed({ attempt, sid: `SM${randomUUID()}` }, blocked);
      expect(await m.outbox.begin(claim, draft.parts[1].id, randomUUID(), 60_000)).toBeNull();
      expect(await m.turns.open(claim)).toBeNull();
      expect(await turnOf(m, draft.turnId)).toMatchObject({ outcome: 'dead' });
      const next = (await claimOf(m, conversationId))!;
      expect(next.crashes).toBe(0);
      expect(await m.turns.open(next)).toMatchObject({
        optedOut: true,
        waitingInAll: 1,
        unsettled: 0,
      });
      expect(await failed(first)).toMatchObject({ outcome: 'dead' });
    },
  );

  test('it cancels the other turns, too', async () => {
    const older = await sent();
    const newer = await answered(m, 1, older.phone);
    expect(await failed(older.sent[0], blocked)).toMatchObject({ outcome: 'dead', woken: true });
    expect(await m.outbox.begin(newer.held, newer.part, randomUUID(), 60_000)).toBeNull();
    const turn = await turnOf(m, newer.draft.turnId);
    expect(turn).toMatchObject({ outcome: 'opted_out', parts: [{ state: 'stopped' }] });
  });
});
