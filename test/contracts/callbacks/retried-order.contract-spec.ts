import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Claim } from '../../../src/mailbox/queue/queue.store.js';
import type { Draft } from '../../../src/mailbox/turns/work.js';
import {
  acceptance,
  answered,
  claimed,
  draftOf,
  heard,
  inbound,
  onBothMailboxes,
} from '../../support/stores/mailboxes.js';

const refused = { kind: 'dead', error: { code: 21211, message: 'no' } } as const;
const busy = { kind: 'retry', error: { code: 20429, message: 'busy' } } as const;

onBothMailboxes('A retried turn', (m) => {
  /** Turns of one conversation, the first of which failed; the last has two parts, unsent. */
  async function turns(failed: number) {
    const first = await answered(m, 2);
    await refuse(first.held, first.draft);
    const all: Draft[] = [first.draft];
    for (let n = 1; n <= failed; n++) {
      await m.intake.accept(inbound({ phone: first.phone }));
      const { waiting } = (await m.turns.open(first.held))!;
      const parts = [1, 2].map((part) => ({ id: randomUUID(), body: `${n}.${part}` }));
      const draft = draftOf(waiting, { parts });
      await m.turns.answer(first.held, draft);
      if (n < failed) await refuse(first.held, draft);
      all.push(draft);
    }
    return { ...first, all, newest: all.at(-1)! };
  }

  async function attempt(claim: Claim, part: string, verdict: object) {
    const id = randomUUID();
    if (!(await m.outbox.begin(claim, part, id, 60_000))) return false;
    await m.outbox.record(claim, id, verdict as typeof busy);
    return true;
  }
  const refuse = (claim: Claim, { parts }: Draft) => attempt(claim, parts[0].id, refused);
  const accept = (claim: Claim, part: string) => attempt(claim, part, acceptance());

  /** Sends what there is as the worker does, and returns the turns in the order of their parts. */
  async function order(conversationId: string): Promise<string[]> {
    const claim = await claimed(m, conversationId);
    const sent: string[] = [];
    for (let work; (work = (await m.turns.open(claim))!).turn;) {
      const { id, parts } = work.turn;
      const next = parts.find(({ state }) => state === 'pending')!;
      expect(await accept(claim, next.id)).toBe(true);
      sent.push(id);
    }
    await m.queue.release(claim, { crashes: 0 });
    return sent;
  }
  const twice = (...drafts: Draft[]) => drafts.flatMap(({ turnId }) => [turnId, turnId]);

  test('goes after a newer one that is half sent', async () => {
    const { held, conversationId, all, newest } = await turns(1);
    await accept(held, newest.parts[0].id);
    await attempt(held, newest.parts[1].id, busy);
    await m.queue.release(held, { dueInMs: 0, crashes: 0 });
    expect(await m.failures.retry(all[0].turnId)).toBe('retried');
    expect(await order(conversationId)).toEqual([newest.turnId, ...twice(all[0])]);
  });

  test('goes before a newer one of which nothing was sent', async () => {
    const { held, conversationId, all, newest } = await turns(1);
    await m.queue.release(held, { dueInMs: 0, crashes: 0 });
    await m.failures.retry(all[0].turnId);
    expect(await order(conversationId)).toEqual(twice(all[0], newest));
  });

  test('and then a worker that had begun to look at the newer one no longer sends it', async () => {
    const { held, conversationId, all, newest } = await turns(1);
    expect((await m.turns.open(held))!.turn!.id).toBe(newest.turnId);
    await m.failures.retry(all[0].turnId);
    expect(await accept(held, newest.parts[0].id)).toBe(false);
    expect(await order(conversationId)).toEqual(twice(all[0], newest));
  });

  test('several go in the order of their retries, whole', async () => {
    const { held, conversationId, all, newest } = await turns(2);
    await accept(held, newest.parts[0].id);
    await m.queue.release(held, { dueInMs: 0, crashes: 0 });
    await m.failures.retry(all[1].turnId);
    await m.failures.retry(all[0].turnId);
    expect(await order(conversationId)).toEqual([newest.turnId, ...twice(all[1], all[0])]);
  });

  test('that is half sent itself is not parted by one that is retried after it', async () => {
    const { held, conversationId, all, newest } = await turns(2);
    await m.queue.release(held, { dueInMs: 0, crashes: 0 });
    await m.failures.retry(all[1].turnId);
    const claim = await claimed(m, conversationId);
    await accept(claim, all[1].parts[0].id);
    await m.queue.release(claim, { dueInMs: 0, crashes: 0 });
    await m.failures.retry(all[0].turnId);
    const [rest, ...others] = await order(conversationId);
    expect(rest).toBe(all[1].turnId);
    expect(others).toEqual(twice(newest, all[0]));
  });

  test('is not parted by what a doubtful newer one left, when word of that comes', async () => {
    const { held, conversationId, all, newest } = await turns(1);
    const [id, sid] = [randomUUID(), `SM${randomUUID()}`];
    await m.outbox.begin(held, newest.parts[0].id, id, 60_000);
    await m.outbox.markUncertain(held, newest.parts[0].id);
    await m.queue.release(held, { crashes: 0 });
    await m.failures.retry(all[0].turnId);
    const claim = await claimed(m, conversationId);
    await accept(claim, all[0].parts[0].id);
    await m.queue.release(claim, { dueInMs: 0, crashes: 0 });
    expect(await m.outbox.callback(heard({ attempt: id, sid, status: 'sent' }))).toMatchObject({
      outcome: 'dead',
    });
    expect(await order(conversationId)).toEqual([all[0].turnId]);
  });

  test('leaves the list, stands last in it when it fails again, and others stay', async () => {
    const { held, all, newest } = await turns(1);
    await accept(held, newest.parts[0].id);
    await refuse(held, { ...newest, parts: newest.parts.slice(1) });
    await m.failures.retry(all[0].turnId);
    await refuse(held, all[0]);
    const ids = (await m.failures.list(2)).map(({ id }) => id);
    expect(ids).toEqual([all[0].turnId, newest.turnId]);
  });
});
