import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Draft } from '../../src/mailbox/turns/work.js';
import {
  acceptance,
  aPhone,
  claimed,
  claimOf,
  draftOf,
  inbound,
  merge,
  onBothMailboxes,
  turnOf,
} from '../support/stores/mailboxes.js';

onBothMailboxes('Linking', (m) => {
  /** One person in two conversations, the first of them older; then a message with both. */
  async function twoOfOne() {
    const [phone, userId] = [aPhone(), `US.${randomUUID().slice(0, 8)}`];
    const older = await m.intake.accept(inbound({ userId, text: 'one' }));
    const now = Date.now();
    await expect.poll(() => Date.now() > now + 2).toBe(true);
    const younger = await m.intake.accept(inbound({ phone, text: 'two' }));
    expect(younger.conversationId).not.toBe(older.conversationId);
    const link = async () => {
      const linked = await m.intake.accept(inbound({ phone, userId, text: 'three' }));
      await merge(m, younger.conversationId);
      return linked;
    };
    return { older: older.conversationId, younger: younger.conversationId, link };
  }

  test('what waits in the younger waits in the older, in its place', async () => {
    const { older, link } = await twoOfOne();
    expect((await link()).conversationId).toBe(older);
    const work = (await m.turns.open(await claimed(m, older)))!;
    expect(work.waiting.map(({ text }) => text)).toEqual(['one', 'two', 'three']);
  });

  test('an old webhook that comes again gives a phone back to nobody', async () => {
    const phone = aPhone();
    const [former, owner] = [0, 1].map(() => `US.${randomUUID().slice(0, 8)}`);
    const old = inbound({ phone, userId: former });
    const first = await m.intake.accept(old);
    const { conversationId } = await m.intake.accept(inbound({ phone, userId: owner }));
    expect(conversationId).not.toBe(first.conversationId);
    expect(await m.intake.accept(old)).toEqual({ ...first, duplicate: true });
    expect(await m.sessions.addresses(conversationId)).toEqual([phone, owner]);
    expect(await m.sessions.addresses(first.conversationId)).toEqual([former]);
  });

  test('a generation in the younger is fenced: nothing is answered twice', async () => {
    const { older, younger, link } = await twoOfOne();
    const held = await claimed(m, younger);
    const { waiting } = (await m.turns.open(held))!;
    await link();
    expect(await m.turns.answer(held, draftOf(waiting))).toBe('lost');
    expect((await m.turns.open(await claimed(m, older)))!.waiting).toHaveLength(3);
  });

  test('an answer stored in the younger goes out from the older, and once', async () => {
    const { older, younger, link } = await twoOfOne();
    const held = await claimed(m, younger);
    const draft = draftOf((await m.turns.open(held))!.waiting);
    await m.turns.answer(held, draft);
    const attempt = randomUUID();
    await m.outbox.begin(held, draft.parts[0].id, attempt, 60_000);
    await link();
    const work = (await m.turns.open(await claimed(m, older)))!;
    expect(work.turn).toMatchObject({ id: draft.turnId });
    expect(work.turn!.parts[0].state).toBe('sending');
    await m.outbox.record(held, attempt, acceptance());
    expect((await turnOf(m, draft.turnId)).outcome).toBe('answered');
  });

  test('the younger, woken once more, is merged and then has nothing due', async () => {
    const { older, younger, link } = await twoOfOne();
    await link();
    expect(await claimOf(m, younger)).toBeUndefined();
    await m.queue.interrupt(younger);
    const held = await claimed(m, younger);
    expect((await m.turns.open(held))!.mergedInto).toBe(older);
    expect(await m.intake.mergeSome(held)).toBe(false);
    expect(await claimOf(m, younger)).toBeUndefined();
  });

  test('an opt-out of the younger ends what is being made in the older', async () => {
    const { older, younger, link } = await twoOfOne();
    const claims = await m.queue.claim(100, 60_000);
    const claimOn = (id: string) => claims.find((claim) => claim.conversationId === id)!;
    const [held, out] = [claimOn(older), claimOn(younger)];
    const { waiting } = (await m.turns.open(out))!;
    const stop: Partial<Draft> = { optOut: true, parts: [], outcome: 'opted_out' };
    await m.turns.answer(out, draftOf(waiting, { ...stop, answer: undefined }));
    const work = (await m.turns.open(held))!;
    await link();
    expect((await m.sessions.conversation(older))!.optedOutAt).toBeDefined();
    const draft = draftOf(work.waiting, { evenIfOutdated: true });
    expect(await m.turns.answer(held, draft)).toBe('lost');
    expect(await claimed(m, older)).toMatchObject({ crashes: 0 });
  });

  test.each(['younger', 'older'] as const)(
    'a person who has the %s has both: what the bot made before is not sent',
    async (which) => {
      const two = await twoOfOne();
      await m.takeover.takeOver(two[which]);
      const bots = which === 'younger' ? two.older : two.younger;
      const held = await claimed(m, bots);
      const draft = draftOf((await m.turns.open(held))!.waiting);
      await m.turns.answer(held, draft);
      await two.link();
      expect(await m.outbox.begin(held, draft.parts[0].id, randomUUID(), 1000)).toBeNull();
      const work = (await m.turns.open(await claimed(m, two.older)))!;
      expect([work.takenOver, work.turn]).toEqual([true, undefined]);
      expect((await turnOf(m, draft.turnId)).outcome).toBe('human');
    },
  );
});
