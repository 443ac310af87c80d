import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Claim } from '../../../src/mailbox/queue/queue.store.js';
import {
  aPhone,
  claimed,
  draftOf,
  inbound,
  onBothMailboxes,
} from '../../support/stores/mailboxes.js';

const ASKED = { reason: 'asked' } as const;
const BOTH = [
  ['older', 'younger'],
  ['younger', 'older'],
] as const;

onBothMailboxes('Waiting for a person', (m) => {
  const since = async (id: string) => (await m.sessions.conversation(id))?.waitingSince;
  const reply = (over: object = {}) => ({
    turnId: randomUUID(),
    text: 'Hi',
    parts: [{ id: randomUUID(), body: 'Hi' }],
    windowMs: 60_000,
    ...over,
  });
  const aTickLater = async () => {
    const now = Date.now();
    await expect.poll(() => Date.now() > now + 2).toBe(true);
  };

  /** The bot stores that it hands the conversation over to a person. */
  async function handOver(held: Claim, over: object = {}) {
    const { waiting } = (await m.turns.open(held))!;
    return m.turns.answer(held, draftOf(waiting, { handover: ASKED, ...over }));
  }

  /** Somebody writes, and waits for a person from the answer on. */
  async function waits(from: object = {}) {
    const { conversationId } = await m.intake.accept(inbound(from));
    const held = await claimed(m, conversationId);
    await handOver(held);
    return { conversationId, held };
  }

  test('begins with the answer that says so, and the first time counts', async () => {
    const before = Date.now() - 1000;
    const { conversationId, held } = await waits();
    const first = (await m.turns.open(held))!.waitingSince!;
    expect(first).toBeGreaterThan(before);
    expect(await since(conversationId)).toBe(first);
    await aTickLater();
    await m.turns.answer(held, draftOf([], { handover: ASKED, evenIfOutdated: true }));
    await m.sessions.waitForPerson(conversationId, ASKED);
    expect(await since(conversationId)).toBe(first);
  });

  test('does not begin with an answer that is outdated or of a lost claim', async () => {
    const { conversationId } = await m.intake.accept(inbound());
    const held = await claimed(m, conversationId);
    expect(await handOver(held, { seen: 7 })).toBe('outdated');
    const draft = draftOf((await m.turns.open(held))!.waiting, { handover: ASKED });
    await m.takeover.takeOver(conversationId);
    expect(await m.turns.answer(held, draft)).toBe('lost');
    expect(await since(conversationId)).toBeUndefined();
  });

  test('goes on when a person takes over, and ends with their reply', async () => {
    const { conversationId } = await waits();
    const first = await since(conversationId);
    await m.takeover.takeOver(conversationId);
    await m.takeover.reply(conversationId, reply({ windowMs: -1 }));
    expect(await since(conversationId)).toBe(first);
    await m.takeover.reply(conversationId, reply());
    expect(await since(conversationId)).toBeUndefined();
    expect((await m.sessions.conversation(conversationId))!.takenAt).toBeDefined();
  });

  test('is not ended by a reply of earlier that is sent again', async () => {
    const { conversationId, held } = await waits();
    await m.takeover.reply(conversationId, reply({ key: 'k' }));
    await m.turns.answer(held, draftOf([], { handover: ASKED, evenIfOutdated: true }));
    const again = await m.takeover.reply(conversationId, reply({ key: 'k' }));
    expect(again.kind).toBe('repeated');
    expect(await since(conversationId)).toBeDefined();
  });

  test('ends when the conversation is given back to the bot', async () => {
    const { conversationId, held } = await waits();
    await m.takeover.release(conversationId);
    expect(await m.turns.open(held)).toMatchObject({ waitingSince: undefined });
  });

  test('ends when the sender opts out, to whom nobody can reply', async () => {
    const { conversationId, held } = await waits();
    await m.turns.answer(held, draftOf([], { optOut: true, evenIfOutdated: true }));
    expect(await since(conversationId)).toBeUndefined();
    await m.sessions.waitForPerson(conversationId, ASKED);
    expect(await since(conversationId)).toBeUndefined();
    await m.turns.answer(held, draftOf([], { optOut: false, evenIfOutdated: true }));
    expect(await since(conversationId)).toBeUndefined();
  });

  test('ends when the channel tells that the sender has opted out', async () => {
    const { conversationId, held } = await waits();
    const [part] = (await m.turns.open(held))!.turn!.parts;
    const attempt = randomUUID();
    await m.outbox.begin(held, part.id, attempt, 60_000);
    const error = { code: 63014, message: 'blocked' };
    await m.outbox.record(held, attempt, { kind: 'dead', error, optOut: true });
    expect(await since(conversationId)).toBeUndefined();
  });

  /** One person in two conversations, the first of them older; `link` makes them one. */
  async function twoOfOne() {
    const [phone, userId] = [aPhone(), `US.${randomUUID().slice(0, 8)}`];
    const older = (await m.intake.accept(inbound({ userId }))).conversationId;
    await aTickLater();
    const younger = (await m.intake.accept(inbound({ phone }))).conversationId;
    const claims = await m.queue.claim(100, 60_000);
    const claimOn = (id: string) => claims.find((claim) => claim.conversationId === id)!;
    const link = () => m.intake.accept(inbound({ phone, userId }));
    return { older, younger, claimOn, link };
  }

  test.each(BOTH)('of two conversations, the %s waiting first, its time counts', async (...of) => {
    const [one, other] = of;
    const two = await twoOfOne();
    await handOver(two.claimOn(two[one]));
    await aTickLater();
    const first = await since(two[one]);
    await handOver(two.claimOn(two[other]));
    const { count } = await m.takeover.waiting();
    await two.link();
    expect(await since(two.older)).toBe(first);
    expect((await m.takeover.waiting()).count).toBe(count - 1);
  });

  test('who waited in one of two conversations waits in both, and its worker knows', async () => {
    const two = await twoOfOne();
    await handOver(two.claimOn(two.younger));
    const first = await since(two.younger);
    await two.link();
    expect(await m.turns.open(two.claimOn(two.older))).toBeNull();
    expect(await m.turns.open(await claimed(m, two.older))).toMatchObject({ waitingSince: first });
  });

  test.each(BOTH)('who opted out in the %s of two waits in neither', async (out, waiting) => {
    const two = await twoOfOne();
    await handOver(two.claimOn(two[waiting]));
    const word = draftOf([], { optOut: true, evenIfOutdated: true });
    await m.turns.answer(two.claimOn(two[out]), word);
    await two.link();
    const { optedOutAt, waitingSince } = (await m.sessions.conversation(two.older))!;
    expect([optedOutAt, waitingSince]).toEqual([expect.any(Number), undefined]);
  });

  test('lists who waits, the longest first, in pages that join up; and who does not', async () => {
    const ids: string[] = [];
    // Some of these begin to wait in the same millisecond.
    const crowd = await Promise.all(Array.from({ length: 9 }, () => m.intake.accept(inbound())));
    await Promise.all(crowd.map((one) => m.sessions.waitForPerson(one.conversationId, ASKED)));
    for (const _ of [1, 2, 3]) {
      ids.push((await waits()).conversationId);
      await aTickLater();
    }
    // The order is that of the requests, not that of the conversations.
    await m.takeover.release(ids[0]);
    await m.sessions.waitForPerson(ids[0], ASKED);
    const { conversationId: newest } = await m.intake.accept(inbound());
    const listed: string[] = [];
    for (let more = true, after = { at: 0, id: '' }; more;) {
      const page = await m.sessions.conversations({ waitingForPerson: true }, 2, after);
      listed.push(...page.map(({ id }) => id));
      after = { at: page.at(-1)?.waitingSince ?? 0, id: listed.at(-1)! };
      more = page.length > 0;
    }
    expect(listed.slice(-3)).toEqual([ids[1], ids[2], ids[0]]);
    expect(new Set(listed).size).toBe(listed.length);
    const others = await m.sessions.conversations({ waitingForPerson: false }, 200);
    expect(others[0].id).toBe(newest);
    expect(others.map(({ id }) => id).filter((id) => listed.includes(id))).toEqual([]);
    expect(await m.sessions.conversations({}, 200)).toHaveLength(others.length + listed.length);
    await m.takeover.takeOver(ids[2]);
    const both = await m.sessions.conversations({ waitingForPerson: true, takenOver: true }, 200);
    expect(both).toContainEqual(expect.objectContaining({ id: ids[2] }));
  });

  test('is counted, with the longest wait, until it ends or is erased', async () => {
    const { count } = await m.takeover.waiting();
    const { conversationId } = await waits();
    expect((await m.takeover.waiting()).count).toBe(count + 1);
    await expect.poll(async () => (await m.takeover.waiting()).oldestMs).toBeGreaterThan(0);
    await m.erasure.erase(conversationId);
    expect((await m.takeover.waiting()).count).toBe(count);
    for (const { id } of await m.sessions.conversations({ waitingForPerson: true }, 200))
      await m.takeover.release(id);
    expect(await m.takeover.waiting()).toEqual({ count: 0, oldestMs: 0 });
  });
});
