import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Claim } from '../../src/mailbox/queue/queue.store.js';
import type { Draft } from '../../src/mailbox/turns/work.js';
import {
  acceptance,
  aPhone,
  claimed,
  claimOf,
  draftOf,
  inbound,
  onBothMailboxes,
} from '../support/stores/mailboxes.js';

onBothMailboxes('A merge that takes several steps', (m) => {
  const nothing = async () => undefined;

  /**
   * Links a sender's two conversations, both of which a worker has; the younger has an answer stored
   * and a message waiting. Claims both again.
   */
  async function linked(before: (held: Claim, draft: Draft) => Promise<unknown> = nothing) {
    const [phone, userId] = [aPhone(), `US.${randomUUID().slice(0, 8)}`];
    const older = (await m.intake.accept(inbound({ userId, text: 'one' }))).conversationId;
    const olders = await claimed(m, older);
    const now = Date.now();
    await expect.poll(() => Date.now() > now + 2).toBe(true);
    const younger = (await m.intake.accept(inbound({ phone, text: 'two' }))).conversationId;
    const youngers = await claimed(m, younger);
    const draft = draftOf((await m.turns.open(youngers))!.waiting, { answer: 'to two' });
    await m.turns.answer(youngers, draft);
    await m.intake.accept(inbound({ phone, text: 'three' }));
    await before(youngers, draft);
    await m.intake.accept(inbound({ phone, userId, text: 'four' }));
    expect([await m.turns.open(olders), await m.turns.open(youngers)]).toEqual([null, null]);
    return { older, younger, phone, userId, draft, youngers, ...(await both(older, younger)) };
  }

  /** Claims both, where they are due. */
  async function both(older: string, younger: string) {
    const claims = await m.queue.claim(100, 60_000);
    const of = (id: string) => claims.find(({ conversationId }) => conversationId === id)!;
    return { waits: of(older), held: of(younger) };
  }

  const mergeRest = async (held: Claim) => {
    while (await m.intake.mergeSome(held, 1));
  };

  const texts = async (id: string) =>
    (await m.messages.page(id, 10)).messages.map(({ text }) => text);

  test('has the older sleep until it is complete, whatever comes in meanwhile', async () => {
    const { older, phone, draft, waits, held } = await linked();
    const { awaitsMerge, wakes } = (await m.turns.open(waits))!;
    expect(awaitsMerge).toBe(true);
    await m.queue.release(waits, { wakes, crashes: 0 });
    expect(await m.intake.mergeSome(held, 1)).toBe(true);
    expect(await claimOf(m, older)).toBeUndefined();
    await m.intake.accept(inbound({ phone, text: 'five' }));
    const again = await claimed(m, older);
    expect(await m.turns.open(again)).toMatchObject({ awaitsMerge: true });
    await mergeRest(held);
    await m.queue.release(again, { wakes, crashes: 0 });
    const work = (await m.turns.open(await claimed(m, older)))!;
    expect(work).toMatchObject({ awaitsMerge: false, turn: { id: draft.turnId }, unsettled: 1 });
    expect(work.waiting.map(({ text }) => text)).toEqual(['one', 'three', 'four', 'five']);
  });

  test('shows what has come so far, each message in its place', async () => {
    const { older, younger, held } = await linked();
    expect(await texts(older)).toEqual(['one', 'four']);
    await m.intake.mergeSome(held, 1);
    expect(await texts(older)).toEqual(['one', 'two', 'four']);
    await mergeRest(held);
    expect(await texts(older)).toEqual(['one', 'two', 'to two', 'three', 'four']);
    expect(await texts(younger)).toEqual([]);
  });

  test('is gone on with by another when its process dies', async () => {
    const { older, younger, held } = await linked();
    await m.intake.mergeSome(held, 1);
    await m.queue.renew(held, 1);
    let heir: Claim | undefined;
    await expect.poll(async () => (heir = await claimOf(m, younger))).toBeDefined();
    expect(await m.intake.mergeSome(held, 1)).toBe(false);
    expect(await texts(older)).toEqual(['one', 'two', 'four']);
    await mergeRest(heir!);
    expect(await texts(older)).toEqual(['one', 'two', 'to two', 'three', 'four']);
  });

  test('leaves a send that is under way its outcome, before it was moved and after', async () => {
    for (const steps of [1, 10]) {
      const attempt = randomUUID();
      const { older, draft, youngers, waits, held } = await linked((claim, { parts }) =>
        m.outbox.begin(claim, parts[0].id, attempt, 60_000),
      );
      for (let n = 0; n < steps; n++) await m.intake.mergeSome(held, 1);
      const recorded = await m.outbox.record(youngers, attempt, acceptance());
      expect(recorded).toMatchObject({ outcome: 'answered' });
      await mergeRest(held);
      const work = (await m.turns.open(waits))!;
      expect(work).toMatchObject({ unsettled: 0, waitingInAll: 3 });
      expect((await m.turns.find([draft.turnId]))[0].conversationId).toBe(older);
    }
  });

  test('half-way, joined by a third that is older still, brings all into that one', async () => {
    const phone = aPhone();
    const oldest = (await m.intake.accept(inbound({ phone, text: 'zero' }))).conversationId;
    const { older, younger, userId, held } = await linked();
    await m.intake.mergeSome(held, 1);
    await m.intake.accept(inbound({ phone, userId, text: 'five' }));
    expect(await m.intake.mergeSome(held, 1)).toBe(false);
    for (const id of [younger, older]) {
      const { waits } = await both(oldest, id);
      if (waits) expect(await m.turns.open(waits)).toMatchObject({ awaitsMerge: true });
      await m.queue.interrupt(id);
      await mergeRest(await claimed(m, id));
    }
    const all = ['zero', 'one', 'two', 'to two', 'three', 'four', 'five'];
    expect(await texts(oldest)).toEqual(all);
    expect(await m.sessions.resolve(younger)).toBe(oldest);
  });

  test('cancels what the bot has in work step by step, if a person has one of the two', async () => {
    const [phone, userId] = [aPhone(), `US.${randomUUID().slice(0, 8)}`];
    const { conversationId: taken } = await m.intake.accept(inbound({ userId }));
    await m.takeover.takeOver(taken);
    const { conversationId: younger } = await m.intake.accept(inbound({ phone }));
    const held = await claimed(m, younger);
    const turns: string[] = [];
    for (let n = 0; n < 5; n++) {
      const draft = draftOf((await m.turns.open(held))!.waiting);
      await m.turns.answer(held, draft);
      await m.outbox.abandon(held, draft.parts[0].id, { message: 'no' });
      turns.push(draft.turnId);
      // What is given up closes the window; who writes in the same millisecond doesn't open it again.
      await m.intake.accept(inbound({ phone, receivedAt: Date.now() + 1 }));
    }
    for (const id of turns) expect(await m.failures.retry(id)).toBe('retried');
    await m.intake.accept(inbound({ phone, userId }));
    const mover = await claimed(m, younger);
    const ended = async () =>
      (await m.turns.find(turns)).filter(({ outcome }) => outcome === 'human').length;
    for (let before = 0, more = true; more; before = await ended()) {
      more = await m.intake.mergeSome(mover, 2);
      expect((await ended()) - before).toBeLessThanOrEqual(2);
    }
    expect(await ended()).toBe(5);
  });

  test('is given up when the sender is erased half-way, and all of it is erased', async () => {
    const { older, younger, held } = await linked();
    await m.intake.mergeSome(held, 1);
    await m.erasure.begin(older);
    expect(await m.intake.mergeSome(held, 1)).toBe(false);
    await m.erasure.goOn();
    expect([await texts(older), await texts(younger)]).toEqual([[], []]);
  });
});
