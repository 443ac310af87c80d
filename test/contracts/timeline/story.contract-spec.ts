import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { MOST_KEPT } from '../../../src/mailbox/turns/first-attempt.js';
import {
  acceptance,
  answered,
  aPhone,
  aSid,
  claimed,
  draftOf,
  heard,
  inbound,
  merge,
  onBothMailboxes,
} from '../../support/stores/mailboxes.js';

const busy = { kind: 'retry', http: 429, ms: 7, error: { code: 20429, message: 'busy' } } as const;
const refusal = { kind: 'dead', http: 400, error: { code: 21211, message: '$no' } } as const;

onBothMailboxes('Stories', (m) => {
  const story = async (id: string) => (await m.stories.find(id))!;
  const log = async (id: string) => (await story(id)).turn!.parts[0].log;

  test('a message that waits has its mailbox, and how it came', async () => {
    const received = { via: 'webhook', at: 5, request: { id: 'r', method: 'POST' } } as never;
    const message = inbound({ received, text: 'hola' });
    const { conversationId } = await m.intake.accept(message);
    const told = await story(message.id);
    expect(told).toMatchObject({
      message: { id: message.id, text: 'hola', received },
      asked: [{ id: message.id }],
      mailbox: { id: conversationId, failures: 0, takenOver: false, optedOut: false },
    });
    expect([told.turn, told.answer, told.former]).toEqual([undefined, undefined, undefined]);
    expect(told.mailbox.dueAt).toBeLessThanOrEqual(told.now);
    expect(await m.stories.find(aSid())).toBeNull();
    const held = await claimed(m, conversationId);
    const { mailbox } = await story(message.id);
    expect(mailbox).toMatchObject({ claimedAt: held.at });
    expect(mailbox.leaseUntil).toBe(mailbox.dueAt);
  });

  test('the turn says how it was made, after crashes and visits that failed', async () => {
    const message = inbound();
    const { conversationId } = await m.intake.accept(message);
    const dies = await claimed(m, conversationId, 1);
    expect(dies).toMatchObject({ crashes: 0, failures: 0 });
    await expect.poll(() => claimed(m, conversationId, 1)).toMatchObject({ crashes: 1 });
    let held = dies;
    await expect.poll(async () => (held = await claimed(m, conversationId))).toBeDefined();
    await m.queue.release(held, { dueInMs: 0, crashes: held.crashes, failures: 1 });
    expect((await story(message.id)).mailbox.failures).toBe(1);
    held = await claimed(m, conversationId);
    expect(held).toMatchObject({ crashes: 2, failures: 1 });
    const { waiting } = (await m.turns.open(held))!;
    const runs = [{ at: 1, ms: 2, end: 'answered' as const, timings: { model_ms: 1 } }];
    const acknowledged = [[message.id, 3.4] as const];
    await m.turns.answer(held, draftOf(waiting, { runs, acknowledged }));
    const { turn, message: told } = await story(message.id);
    const made = { messages: 1, acknowledgedMs: 3.4, crashes: 2, failures: 1, runs };
    expect([turn!.made, told.acknowledgedMs]).toEqual([{ ...made, claimedAt: held.at }, 3.4]);
    await m.queue.release(held, { crashes: 0 });
    expect((await story(message.id)).mailbox.failures).toBe(0);
  });

  test('an attempt keeps what set it off, its answer, and what followed', async () => {
    const { held, part, messageId } = await answered(m);
    const [one, two] = [randomUUID(), randomUUID()];
    await m.outbox.begin(held, part, one, 60_000);
    expect(await log(messageId)).toEqual([
      { n: 1, attempt: one, at: expect.any(Number), cause: 'first' },
    ]);
    await m.outbox.record(held, one, busy);
    const [refused] = await log(messageId);
    const { ms, http, kind } = busy;
    expect(refused.answer).toEqual({
      at: expect.any(Number),
      ms,
      http,
      kind,
      code: 20429,
      message: 'busy',
    });
    expect(refused.result).toMatchObject({ state: 'pending', by: 'answer' });
    const { turn } = await story(messageId);
    expect(refused.result!.next).toBe(turn!.parts[0].retryAt);
    await m.outbox.begin({ ...held, crashes: 2 }, part, two, 60_000);
    const accepted = acceptance();
    await m.outbox.record(held, two, accepted);
    expect((await log(messageId))[1]).toMatchObject({
      n: 2,
      attempt: two,
      cause: 'retry',
      crashes: 2,
      answer: { kind: 'accepted', sid: accepted.sid },
      result: { state: 'accepted', by: 'answer' },
    });
    await m.outbox.callback(heard({ sid: accepted.sid, status: 'delivered' }));
    expect((await log(messageId))[1].result).toMatchObject({ by: 'answer' });
  });

  test('a callback before the answer, and after it, says what became of the attempt', async () => {
    const early = await answered(m);
    const sid = aSid();
    const attempt = randomUUID();
    await m.outbox.begin(early.held, early.part, attempt, 60_000);
    await m.outbox.callback(heard({ sid, attempt, status: 'sent', listed: true }));
    await m.outbox.record(early.held, attempt, acceptance(sid));
    expect(await log(early.messageId)).toMatchObject([
      { answer: { kind: 'accepted', sid }, result: { state: 'accepted', by: 'list' } },
    ]);
    expect((await story(sid)).turn!.parts[0].heard).toMatchObject([
      { status: 'sent', listed: true },
    ]);
    await m.outbox.callback(heard({ sid, status: 'undelivered', failure: refusal }));
    expect((await log(early.messageId))[0].result).toMatchObject({ state: 'dead', by: 'callback' });
  });

  test('one without a word becomes uncertain by time, and a person sends it again', async () => {
    const { held, part, messageId, draft } = await answered(m);
    await m.outbox.begin(held, part, randomUUID(), 60_000);
    await m.outbox.markUncertain(held, part);
    await m.queue.release(held, { crashes: 0 });
    const [lost] = await log(messageId);
    expect([lost.answer, lost.result]).toMatchObject([
      undefined,
      { state: 'uncertain', by: 'time' },
    ]);
    expect((await story(messageId)).turn).toMatchObject({ outcome: 'uncertain', failed: true });
    await m.failures.retry(draft.turnId);
    const again = await claimed(m, held.conversationId);
    await m.outbox.begin(again, part, randomUUID(), 60_000);
    expect((await log(messageId))[1]).toMatchObject({ n: 2, cause: 'person' });
  });

  test('what was held, or awaited a change, is set off by that', async () => {
    const stop = { kind: 'stop', of: 'account', error: { message: 'no' } } as const;
    const suspect = { ...busy, suspect: true } as const;
    for (const [verdict, cause] of [
      [stop, 'account'],
      [suspect, 'configuration'],
    ] as const) {
      const { held, part, messageId } = await answered(m);
      const attempt = randomUUID();
      await m.outbox.begin(held, part, attempt, 60_000);
      await m.outbox.record(held, attempt, verdict);
      if (verdict === stop) expect((await story(messageId)).turn!.parts[0].held).toBe('default');
      await m.holds.tryNow();
      await m.outbox.begin(held, part, randomUUID(), 60_000);
      expect((await log(messageId))[1].cause).toBe(cause);
    }
  });

  test('the latest attempts are kept, and their count', async () => {
    const { held, part, messageId } = await answered(m);
    for (let n = 0; n < MOST_KEPT + 5; n++) {
      const attempt = randomUUID();
      await m.outbox.begin(held, part, attempt, 60_000);
      await m.outbox.record(held, attempt, busy);
    }
    const kept = await log(messageId);
    expect([kept.length, kept[0].n, kept.at(-1)!.n]).toEqual([MOST_KEPT, 6, MOST_KEPT + 5]);
  });

  test('a former turn is one that was in work when the message came', async () => {
    const first = await answered(m);
    const second = await m.intake.accept(inbound({ phone: first.phone }));
    expect((await story(second.messageId)).former).toMatchObject({ id: first.draft.turnId });
    const attempt = randomUUID();
    await m.outbox.begin(first.held, first.part, attempt, 60_000);
    await m.outbox.record(first.held, attempt, acceptance());
    const { former } = await story(second.messageId);
    expect(former!.settledAt).toBeGreaterThanOrEqual(former!.createdAt);
    await m.queue.release(first.held, { dueInMs: 0, crashes: 0 });
    const next = await answered(m, 1, first.phone);
    expect((await story(next.messageId)).turn!.id).toBe(next.draft.turnId);
    expect((await story(first.messageId)).former).toBeUndefined();
  });

  test('a merged message has its story still, and an erased one none', async () => {
    const [phone, userId] = [aPhone(), `US.${randomUUID().slice(0, 8)}`];
    const received = { via: 'webhook', at: 5 } as const;
    const older = await m.intake.accept(inbound({ userId }));
    const younger = await answered(m, 1, phone);
    const attempt = randomUUID();
    await m.outbox.begin(younger.held, younger.part, attempt, 60_000);
    const sid = aSid();
    await m.outbox.record(younger.held, attempt, acceptance(sid));
    await m.queue.release(younger.held, { crashes: 0 });
    const joining = await m.intake.accept(inbound({ phone, userId, received }));
    expect((await story(sid)).mailbox.id).toBe(older.conversationId);
    await merge(m, younger.conversationId);
    const told = await story(younger.messageId);
    expect(told).toMatchObject({ mailbox: { id: older.conversationId } });
    expect(told.turn!.parts[0].log).toMatchObject([{ attempt, result: { state: 'accepted' } }]);
    await m.erasure.erase(older.conversationId);
    for (const id of [sid, younger.messageId, joining.messageId, younger.draft.turnId])
      expect(await m.stories.find(id)).toBeNull();
  });
});
