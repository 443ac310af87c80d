import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Claim } from '../../src/mailbox/mailbox.store.js';
import { aPhone, claimOf, draftOf, inbound, openMailboxes } from '../support/mailboxes.js';
import type { Mailboxes } from '../support/mailboxes.js';
import { onBothStores, type TestStore } from '../support/stores.js';

onBothStores('Mailbox', (make) => {
  let store: TestStore;
  let m: Mailboxes;
  beforeAll(async () => {
    store = await make();
    m = await openMailboxes(store);
  });
  afterAll(() => store.close());

  const accept = async (phone: string, text = 'hola') => m.mailbox.accept(inbound({ phone, text }));
  const claim = async (id: string, leaseMs?: number) => (await claimOf(m, id, leaseMs))!;

  /** A claimed mailbox with one message, and a stored answer of so many parts. */
  async function answered(parts = 1) {
    const phone = aPhone();
    const { conversationId, messageId } = await accept(phone);
    const held = await claim(conversationId);
    const work = (await m.turns.open(held))!;
    const bodies = Array.from({ length: parts }, (_, n) => ({ id: randomUUID(), body: `${n}` }));
    const draft = draftOf(work.waiting, { parts: bodies });
    expect(await m.turns.answer(held, draft)).toBe('stored');
    return { phone, conversationId, messageId, held, draft, part: draft.parts[0].id };
  }
  const openTurn = async (held: Claim) => (await m.turns.open(held))!.turn;
  const turnOf = async (id: string) => (await m.outcomes.turns([id]))[0];
  const accepted = (sid = `SM${randomUUID()}`) =>
    ({ kind: 'accepted', sid, status: 'queued' }) as const;

  describe('accepting', () => {
    test('a message waits once, however often it arrives', async () => {
      const message = inbound();
      const first = await m.mailbox.accept(message);
      expect(first).toMatchObject({ messageId: message.id, duplicate: false });
      const again = await Promise.all([m.mailbox.accept(message), m.mailbox.accept(message)]);
      for (const other of again) expect(other).toEqual({ ...first, duplicate: true });
      const held = await claim(first.conversationId);
      expect((await m.turns.open(held))!.waiting.map(({ id }) => id)).toEqual([message.id]);
    });

    test('the same message at once from many sides is stored once', async () => {
      const message = inbound();
      const all = await Promise.all(Array.from({ length: 10 }, () => m.mailbox.accept(message)));
      expect(all.filter(({ duplicate }) => !duplicate)).toHaveLength(1);
      expect(new Set(all.map(({ conversationId }) => conversationId)).size).toBe(1);
    });

    test('messages wait in the order in which they were accepted', async () => {
      const phone = aPhone();
      const texts = Array.from({ length: 30 }, (_, n) => `text ${n}`);
      let conversationId = '';
      for (const text of texts) ({ conversationId } = await accept(phone, text));
      const held = await claim(conversationId);
      expect((await m.turns.open(held))!.waiting.map(({ text }) => text)).toEqual(texts);
    });

    test('details come back as they were given', async () => {
      const details = { location: { latitude: 1.5, longitude: -2 }, messageType: 'location' };
      const { conversationId } = await m.mailbox.accept(inbound({ text: '', details }));
      const work = await m.turns.open(await claim(conversationId));
      expect(work!.waiting[0]).toMatchObject({ text: '', details, role: 'user' });
    });

    test('accepting never shortens a lease', async () => {
      const phone = aPhone();
      const { conversationId } = await accept(phone);
      await claim(conversationId);
      await accept(phone);
      expect(await claimOf(m, conversationId)).toBeUndefined();
    });

    test('accepting never shortens a backoff', async () => {
      const phone = aPhone();
      const { conversationId } = await accept(phone);
      const held = await claim(conversationId);
      const { wakes } = (await m.turns.open(held))!;
      await m.mailbox.release(held, { wakes, dueInMs: 60_000, crashes: 0 });
      await accept(phone);
      expect(await claimOf(m, conversationId)).toBeUndefined();
    });
  });

  describe('claiming', () => {
    test('a mailbox belongs to one claim at a time', async () => {
      const { conversationId } = await accept(aPhone());
      const claims = await Promise.all([1, 2, 3].map(() => m.mailbox.claim(100, 60_000)));
      const ours = claims.flat().filter((c) => c.conversationId === conversationId);
      expect(ours).toHaveLength(1);
    });

    test('the longest due comes first', async () => {
      for (const c of await m.mailbox.claim(1000, 60_000))
        await m.mailbox.release(c, { crashes: 0 });
      const first = await accept(aPhone());
      await expect.poll(async () => (await m.outcomes.answerTo(first.messageId)).done).toBe(false);
      const now = Date.now();
      await expect.poll(() => Date.now() > now + 2).toBe(true);
      await accept(aPhone());
      const [only] = await m.mailbox.claim(1, 60_000);
      expect(only.conversationId).toBe(first.conversationId);
    });

    test('a lease that ran out is claimed again, and its holder can write no more', async () => {
      const phone = aPhone();
      const { conversationId } = await accept(phone);
      const zombie = await claim(conversationId, 50);
      let heir: Claim | undefined;
      await expect.poll(async () => (heir = await claimOf(m, conversationId))).toBeDefined();
      expect(heir!.crashes).toBe(1);
      expect(await m.turns.open(zombie)).toBeNull();
      expect(await m.mailbox.renew(zombie, 60_000)).toBe(false);
      const { waiting, wakes } = (await m.turns.open(heir!))!;
      expect(await m.turns.answer(zombie, draftOf(waiting))).toBe('lost');
      await m.mailbox.release(zombie, { wakes, dueInMs: 0, crashes: 0 });
      expect(await claimOf(m, conversationId)).toBeUndefined();
      expect(await m.turns.answer(heir!, draftOf(waiting))).toBe('stored');
    });

    test('renewing keeps a claim', async () => {
      const { conversationId } = await accept(aPhone());
      const held = await claim(conversationId, 200);
      expect(await m.mailbox.renew(held, 60_000)).toBe(true);
      const until = Date.now() + 300;
      await expect.poll(() => Date.now() > until).toBe(true);
      expect(await claimOf(m, conversationId)).toBeUndefined();
    });

    test('a release leaves nothing due, unless something came in since', async () => {
      const phone = aPhone();
      const { conversationId } = await accept(phone);
      const first = await claim(conversationId);
      const { wakes } = (await m.turns.open(first))!;
      await m.mailbox.release(first, { wakes, crashes: 0 });
      expect(await claimOf(m, conversationId)).toBeUndefined();
      await accept(phone);
      const second = await claim(conversationId);
      const seen = (await m.turns.open(second))!.wakes;
      await accept(phone);
      await m.mailbox.release(second, { wakes: seen, crashes: 0 });
      expect(await claimOf(m, conversationId)).toMatchObject({ crashes: 0 });
    });
  });

  describe('answering', () => {
    test('an answer is stored with its parts, and covers its messages', async () => {
      const { held, draft, messageId } = await answered(2);
      const work = (await m.turns.open(held))!;
      expect(work).toMatchObject({ unsettled: 1, waiting: [] });
      expect(work.turn).toMatchObject({ id: draft.turnId, answer: 'Buenos días' });
      expect(work.turn!.parts.map(({ body, state }) => [body, state])).toEqual([
        ['0', 'pending'],
        ['1', 'pending'],
      ]);
      expect(await m.outcomes.answerTo(messageId)).toEqual({ done: true, answer: 'Buenos días' });
    });

    test('an answer that has not seen all is outdated, and nothing of it is stored', async () => {
      const phone = aPhone();
      const { conversationId, messageId } = await accept(phone, 'one');
      const held = await claim(conversationId);
      const { waiting } = (await m.turns.open(held))!;
      await accept(phone, 'two');
      expect(await m.turns.answer(held, draftOf(waiting))).toBe('outdated');
      const work = (await m.turns.open(held))!;
      expect(work.turn).toBeUndefined();
      expect(work.waiting.map(({ text }) => text)).toEqual(['one', 'two']);
      expect(await m.outcomes.answerTo(messageId)).toEqual({ done: false, answer: null });
    });

    test('the last try is stored all the same; what came later waits', async () => {
      const phone = aPhone();
      const { conversationId } = await accept(phone, 'one');
      const held = await claim(conversationId);
      const { waiting } = (await m.turns.open(held))!;
      await accept(phone, 'two');
      const draft = draftOf(waiting, { evenIfOutdated: true });
      expect(await m.turns.answer(held, draft)).toBe('stored');
      expect((await m.turns.open(held))!.waiting.map(({ text }) => text)).toEqual(['two']);
    });

    test('the history has the question and the answer, and nothing that waits', async () => {
      const { phone, conversationId } = await answered();
      await accept(phone, 'next');
      const history = await m.messages.history(conversationId, 10);
      expect(history.map(({ role, text }) => [role, text])).toEqual([
        ['user', 'hola'],
        ['assistant', 'Buenos días'],
      ]);
      expect(await m.messages.history(conversationId, 1)).toHaveLength(1);
    });

    test('a turn without parts is settled at once', async () => {
      const { conversationId, messageId } = await accept(aPhone());
      const held = await claim(conversationId);
      const { waiting } = (await m.turns.open(held))!;
      const window = { start: 5, count: 7, noticed: true };
      const draft = draftOf(waiting, {
        parts: [],
        answer: undefined,
        limited: true,
        outcome: 'limited',
        window,
      });
      expect(await m.turns.answer(held, draft)).toBe('stored');
      expect(await turnOf(draft.turnId)).toMatchObject({ outcome: 'limited', limited: true });
      expect(await m.turns.open(held)).toMatchObject({ unsettled: 0, window });
      expect(await m.outcomes.answerTo(messageId)).toEqual({ done: true, answer: null });
    });

    test('an answer that failed on the way is a failure to look at', async () => {
      const { conversationId } = await accept(aPhone());
      const held = await claim(conversationId);
      const { waiting } = (await m.turns.open(held))!;
      const draft = draftOf(waiting, { error: 'model time-out' });
      await m.turns.answer(held, draft);
      expect(await m.outcomes.failures(10)).toContainEqual(
        expect.objectContaining({ id: draft.turnId, error: 'model time-out' }),
      );
    });

    test('what cannot be worked on is buried', async () => {
      const { held, draft } = await answered(2);
      await m.turns.bury(held, draft.turnId, 'crashed');
      const turn = await turnOf(draft.turnId);
      expect(turn.outcome).toBe('dead');
      expect(turn.parts.map(({ state }) => state)).toEqual(['dead', 'dead']);
      expect((await m.turns.open(held))!.unsettled).toBe(0);
    });
  });

  describe('sending', () => {
    test('all parts accepted: answered', async () => {
      const { held, draft, phone } = await answered(2);
      for (const { id } of draft.parts) {
        const attempt = randomUUID();
        expect(await m.outbox.begin(held, id, attempt, 60_000)).toBe(phone);
        await m.outbox.record(held, attempt, accepted());
      }
      expect((await turnOf(draft.turnId)).outcome).toBe('answered');
      expect((await m.turns.open(held))!.turn).toBeUndefined();
    });

    test('an attempt is begun once, and by who holds the claim', async () => {
      const { held, part } = await answered();
      const stale = { ...held, token: held.token - 1 };
      expect(await m.outbox.begin(stale, part, randomUUID(), 1000)).toBeNull();
      expect(await m.outbox.begin(held, part, randomUUID(), 1000)).not.toBeNull();
      expect(await m.outbox.begin(held, part, randomUUID(), 1000)).toBeNull();
      expect((await openTurn(held))!.parts[0]).toMatchObject({ state: 'sending', attempts: 1 });
    });

    test('a refusal is tried again later, with its count and its error', async () => {
      const { held, part } = await answered();
      const attempt = randomUUID();
      await m.outbox.begin(held, part, attempt, 1000);
      const error = { code: 20429, message: 'Too many requests' };
      const settled = await m.outbox.record(held, attempt, { kind: 'retry', error });
      expect(settled).toMatchObject({ state: 'pending' });
      expect(settled!.retryInMs).toBeGreaterThan(0);
      const after = (await openTurn(held))!.parts[0];
      expect(after).toMatchObject({ state: 'pending', attempts: 1, error });
      expect(after.retryAt).toBeGreaterThan(Date.now() - 1000);
    });

    test('a permanent refusal is dead, stops the rest, and is a failure', async () => {
      const { held, draft } = await answered(3);
      const attempt = randomUUID();
      await m.outbox.begin(held, draft.parts[0].id, attempt, 1000);
      const error = { code: 21211, message: 'Invalid To', action: 'Check the number.' };
      expect(await m.outbox.record(held, attempt, { kind: 'dead', error })).toMatchObject({
        state: 'dead',
        outcome: 'dead',
      });
      const turn = await turnOf(draft.turnId);
      expect(turn.parts.map(({ state }) => state)).toEqual(['dead', 'stopped', 'stopped']);
      const failure = (await m.outcomes.failures(100)).find(({ id }) => id === draft.turnId)!;
      expect(failure.parts[0]).toMatchObject({ state: 'dead', ...error });
    });

    test('a refused account holds the part back until it is woken', async () => {
      const { held, part, conversationId } = await answered();
      const attempt = randomUUID();
      await m.outbox.begin(held, part, attempt, 1000);
      const error = { code: 20003, message: 'Authenticate' };
      const settled = (await m.outbox.record(held, attempt, { kind: 'stop', error }))!;
      const { wakes } = (await m.turns.open(held))!;
      await m.mailbox.release(held, { wakes, dueInMs: settled.retryInMs, crashes: 0 });
      expect(await claimOf(m, conversationId)).toBeUndefined();
      await m.mailbox.wakeHeld();
      const again = await claim(conversationId);
      const work = (await m.turns.open(again))!;
      expect(work.turn!.parts[0].retryAt).toBeLessThanOrEqual(work.now);
    });

    test('an unknown outcome stays in doubt, then is uncertain, and the mailbox goes on', async () => {
      const { held, draft, part } = await answered(2);
      const attempt = randomUUID();
      await m.outbox.begin(held, part, attempt, 1000);
      const error = { message: 'no answer' };
      await m.outbox.record(held, attempt, { kind: 'unknown', error });
      expect((await openTurn(held))!.parts[0]).toMatchObject({ state: 'sending', error });
      await m.outbox.doubt(held, part);
      const turn = await turnOf(draft.turnId);
      expect(turn.outcome).toBe('uncertain');
      expect(turn.parts.map(({ state }) => state)).toEqual(['uncertain', 'stopped']);
      expect((await m.turns.open(held))!.turn).toBeUndefined();
    });

    test('what a lost claim learns is kept, and wakes the mailbox', async () => {
      const { conversationId } = await accept(aPhone());
      const zombie = await claim(conversationId, 100);
      const { waiting } = (await m.turns.open(zombie))!;
      const draft = draftOf(waiting);
      await m.turns.answer(zombie, draft);
      const attempt = randomUUID();
      await m.outbox.begin(zombie, draft.parts[0].id, attempt, 100);
      let heir: Claim | undefined;
      await expect.poll(async () => (heir = await claimOf(m, conversationId))).toBeDefined();
      const { wakes } = (await m.turns.open(heir!))!;
      await m.mailbox.release(heir!, { wakes, dueInMs: 60_000, crashes: 0 });
      expect(await claimOf(m, conversationId)).toBeUndefined();
      await m.outbox.record(zombie, attempt, accepted());
      expect((await turnOf(draft.turnId)).outcome).toBe('answered');
      expect(await claimOf(m, conversationId)).toBeDefined();
    });

    test('an answer goes to an address that its sender still has', async () => {
      const phone = aPhone();
      const userId = `US.${randomUUID().slice(0, 8)}`;
      const { conversationId } = await m.mailbox.accept(inbound({ phone, userId }));
      const held = await claim(conversationId);
      const draft = draftOf((await m.turns.open(held))!.waiting);
      await m.turns.answer(held, draft);
      // The phone goes to somebody else: the answer goes to the user id, never to the new owner.
      await m.mailbox.accept(inbound({ phone, userId: `US.${randomUUID().slice(0, 8)}` }));
      expect(await m.outbox.begin(held, draft.parts[0].id, randomUUID(), 1000)).toBe(userId);
    });
  });

  describe('callbacks', () => {
    async function sent(parts = 1) {
      const turn = await answered(parts);
      const attempt = randomUUID();
      const sid = `SM${randomUUID()}`;
      await m.outbox.begin(turn.held, turn.part, attempt, 1000);
      return { ...turn, attempt, sid };
    }
    const first = async (id: string) => (await turnOf(id)).parts[0];

    test('a callback settles an attempt without word, by its token', async () => {
      const { draft, attempt, sid, conversationId, held } = await sent();
      await m.outbox.record(held, attempt, { kind: 'unknown', error: { message: 'cut' } });
      const { wakes } = (await m.turns.open(held))!;
      await m.mailbox.release(held, { wakes, dueInMs: 60_000, crashes: 0 });
      const settled = await m.outbox.callback({ sid, status: 'sent', attempt });
      expect(settled).toMatchObject({ conversationId, state: 'accepted', outcome: 'answered' });
      expect(await first(draft.turnId)).toMatchObject({ sid, status: 'sent' });
      expect(await claimOf(m, conversationId)).toBeDefined();
    });

    test('a callback that comes before the answer keeps its word', async () => {
      const { draft, attempt, sid, held } = await sent();
      await m.outbox.callback({ sid, status: 'delivered', attempt });
      await m.outbox.record(held, attempt, { kind: 'unknown', error: { message: 'cut' } });
      expect(await first(draft.turnId)).toMatchObject({ state: 'accepted', status: 'delivered' });
      await m.outbox.record(held, attempt, { kind: 'accepted', sid, status: 'queued' });
      expect(await first(draft.turnId)).toMatchObject({ status: 'delivered', sid });
    });

    test('statuses only move forward, whatever their order', async () => {
      const { draft, attempt, sid, held } = await sent();
      await m.outbox.record(held, attempt, { kind: 'accepted', sid, status: 'queued' });
      for (const status of ['delivered', 'sent', 'sending', 'delivered']) {
        await m.outbox.callback({ sid, status });
      }
      expect((await first(draft.turnId)).status).toBe('delivered');
      await m.outbox.callback({ sid, status: 'read', attempt });
      await m.outbox.callback({ sid, status: 'delivered', attempt });
      expect((await first(draft.turnId)).status).toBe('read');
    });

    test('a failed callback corrects the outcome', async () => {
      const { draft, attempt, sid, held } = await sent();
      await m.outbox.record(held, attempt, { kind: 'accepted', sid, status: 'queued' });
      const error = { code: 63016, message: 'outside the window' };
      const update = {
        sid,
        status: 'undelivered',
        attempt,
        failure: { kind: 'dead', error },
      } as const;
      expect(await m.outbox.callback(update)).toMatchObject({ outcome: 'dead' });
      expect(await first(draft.turnId)).toMatchObject({ state: 'dead', error });
      expect(await m.outbox.callback({ sid, status: 'delivered' })).toBeNull();
    });

    test('a failed callback that may be tried again reopens the turn', async () => {
      const { draft, attempt, sid, held } = await sent();
      await m.outbox.record(held, attempt, { kind: 'accepted', sid, status: 'queued' });
      const failure = { kind: 'retry', attempts: 2, error: { code: 63012, message: 'x' } } as const;
      await m.outbox.callback({ sid, status: 'failed', attempt, failure });
      expect(await turnOf(draft.turnId)).toMatchObject({ outcome: undefined });
      expect(await first(draft.turnId)).toMatchObject({ state: 'pending', attempts: 1 });
      const next = { attempt: randomUUID(), sid: `SM${randomUUID()}` };
      await m.outbox.begin(held, draft.parts[0].id, next.attempt, 1000);
      await m.outbox.callback({ sid, status: 'delivered', attempt });
      expect(await first(draft.turnId)).toMatchObject({ state: 'sending' });
      await m.outbox.callback({ ...next, status: 'failed', failure });
      expect(await turnOf(draft.turnId)).toMatchObject({ outcome: 'dead' });
    });

    test('a late word for an uncertain part lets the rest go on', async () => {
      const { draft, part, attempt, sid, held } = await sent(2);
      await m.outbox.doubt(held, part);
      await m.outbox.callback({ sid, status: 'sent', attempt });
      const turn = await turnOf(draft.turnId);
      expect(turn.outcome).toBeUndefined();
      expect(turn.parts.map(({ state }) => state)).toEqual(['accepted', 'pending']);
      const failures = (await m.outcomes.failures(100)).map(({ id }) => id);
      expect(failures).not.toContain(draft.turnId);
    });

    test('but not behind a newer answer', async () => {
      const { draft, part, attempt, sid, held, phone } = await sent(2);
      await m.outbox.doubt(held, part);
      await accept(phone, 'next');
      const { waiting } = (await m.turns.open(held))!;
      await m.turns.answer(held, draftOf(waiting));
      await m.outbox.callback({ sid, status: 'sent', attempt });
      const turn = await turnOf(draft.turnId);
      expect(turn.outcome).toBe('dead');
      expect(turn.parts.map(({ state }) => state)).toEqual(['accepted', 'dead']);
    });

    test('a callback of a message that no turn sent is kept and changes nothing', async () => {
      expect(await m.outbox.callback({ sid: `SM${randomUUID()}`, status: 'sent' })).toBeNull();
    });
  });

  describe('linking', () => {
    /** One person in two conversations, the first of them older; then a message with both. */
    async function twoOfOne() {
      const [phone, userId] = [aPhone(), `US.${randomUUID().slice(0, 8)}`];
      const older = await m.mailbox.accept(inbound({ userId, text: 'one' }));
      const now = Date.now();
      await expect.poll(() => Date.now() > now + 2).toBe(true);
      const younger = await m.mailbox.accept(inbound({ phone, text: 'two' }));
      expect(younger.conversationId).not.toBe(older.conversationId);
      const link = () => m.mailbox.accept(inbound({ phone, userId, text: 'three' }));
      return { older: older.conversationId, younger: younger.conversationId, link };
    }

    test('what waits in the younger waits in the older, in its place', async () => {
      const { older, link } = await twoOfOne();
      expect((await link()).conversationId).toBe(older);
      const work = (await m.turns.open(await claim(older)))!;
      expect(work.waiting.map(({ text }) => text)).toEqual(['one', 'two', 'three']);
    });

    test('a generation in the younger is fenced: nothing is answered twice', async () => {
      const { older, younger, link } = await twoOfOne();
      const held = await claim(younger);
      const { waiting } = (await m.turns.open(held))!;
      await link();
      expect(await m.turns.answer(held, draftOf(waiting))).toBe('lost');
      expect((await m.turns.open(await claim(older)))!.waiting).toHaveLength(3);
    });

    test('an answer stored in the younger goes out from the older, and once', async () => {
      const { older, younger, link } = await twoOfOne();
      const held = await claim(younger);
      const draft = draftOf((await m.turns.open(held))!.waiting);
      await m.turns.answer(held, draft);
      const attempt = randomUUID();
      await m.outbox.begin(held, draft.parts[0].id, attempt, 60_000);
      await link();
      const work = (await m.turns.open(await claim(older)))!;
      expect(work.turn).toMatchObject({ id: draft.turnId });
      expect(work.turn!.parts[0].state).toBe('sending');
      await m.outbox.record(held, attempt, accepted());
      expect((await turnOf(draft.turnId)).outcome).toBe('answered');
    });

    test('the younger, woken once more, is forwarded and then at rest', async () => {
      const { older, younger, link } = await twoOfOne();
      await link();
      const held = await claim(younger);
      expect((await m.turns.open(held))!.mergedInto).toBe(older);
      await m.mailbox.forward(held);
      expect(await claimOf(m, younger)).toBeUndefined();
    });
  });
});
