import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Evidence } from '../../src/mailbox/turns/evidence.js';
import type { ReconciliationStore } from '../../src/reconciliation/reconciliation.store.js';
import type { WhatsAppRecords } from '../../src/whatsapp/records/records.store.js';
import {
  acceptance,
  answered,
  aPhone,
  aSid,
  claimed,
  claimOf,
  heard,
  inbound,
  type Mailboxes,
  openMailboxes,
  turnOf,
} from '../support/stores/mailboxes.js';
import { onBothStores, type TestStore } from '../support/stores/stores.js';

const SENDER = { account: `AC${'1'.repeat(32)}`, from: 'whatsapp:+14155238886' };
const DAY = 24 * 3_600_000;

const evidence = (attempt: string, over: Partial<Evidence> = {}): Evidence => ({
  attempt,
  lookedAt: 1,
  complete: true,
  looks: 1,
  absences: 1,
  resends: 0,
  candidates: [],
  ...over,
});

onBothStores('Reconciling', (make) => {
  let m: Mailboxes;
  let store: TestStore;
  let reconciliation: ReconciliationStore;
  let records: WhatsAppRecords;
  beforeAll(async () => {
    store = await make();
    m = await openMailboxes(store);
    reconciliation = await store.open<ReconciliationStore>({
      sqlite: () => import('../../src/reconciliation/reconciliation.sqlite.js'),
      mongo: () => import('../../src/reconciliation/reconciliation.mongo.js'),
    });
    records = await store.open<WhatsAppRecords>({
      sqlite: () => import('../../src/whatsapp/records/records.sqlite.js'),
      mongo: () => import('../../src/whatsapp/records/records.mongo.js'),
    });
  });
  afterAll(() => store.close());

  /** A part whose attempt has no known outcome. */
  async function open(parts = 1) {
    const mailbox = await answered(m, parts);
    const attempt = randomUUID();
    await m.outbox.begin(mailbox.held, mailbox.part, attempt, 60_000, SENDER);
    return { ...mailbox, attempt };
  }

  async function uncertain(parts = 1) {
    const mailbox = await open(parts);
    await m.outbox.markUncertain(mailbox.held, mailbox.part);
    return mailbox;
  }

  const dueNow = async (partId: string) =>
    (await reconciliation.due(100)).looks.find((look) => look.partId === partId);
  const makeDue = (partId: string, attempt: string) =>
    reconciliation.keepLook(partId, evidence(attempt), 0);

  test('an attempt is recorded with whom it goes to and from', async () => {
    const { phone, attempt } = await open();
    expect(await reconciliation.openTo(phone)).toEqual([
      {
        id: attempt,
        kind: 'part',
        to: phone,
        ...SENDER,
        text: '0',
        begunAt: expect.closeTo(Date.now(), -5),
      },
    ]);
  });

  test('an attempt is looked for some time after it began, not at once', async () => {
    const { part, attempt } = await open();
    expect(await dueNow(part)).toBeUndefined();
    await makeDue(part, attempt);
    const look = (await dueNow(part))!;
    expect(look).toMatchObject({ uncertain: false, attempt: { id: attempt } });
    expect(look.evidence).toEqual(evidence(attempt));
    await reconciliation.keepLook(part, evidence(attempt), 60_000);
    expect(await dueNow(part)).toBeUndefined();
  });

  test('one that was given up stays looked for, until a look says that it is enough', async () => {
    const { part, attempt, phone } = await uncertain();
    await makeDue(part, attempt);
    expect(await dueNow(part)).toMatchObject({ uncertain: true });
    await reconciliation.keepLook(part, evidence(attempt), null);
    expect(await dueNow(part)).toBeUndefined();
    expect(await reconciliation.openTo(phone)).toEqual([]);
  });

  test('one whose outcome is known is not looked for any more', async () => {
    const { held, part, attempt, phone } = await open();
    await m.outbox.record(held, attempt, acceptance());
    await makeDue(part, attempt);
    expect(await dueNow(part)).toBeUndefined();
    expect(await reconciliation.openTo(phone)).toEqual([]);
  });

  test('a look at an attempt before this one changes nothing', async () => {
    const { part, attempt } = await open();
    await makeDue(part, randomUUID());
    expect(await dueNow(part)).toBeUndefined();
    await makeDue(part, attempt);
    expect(await dueNow(part)).toBeDefined();
  });

  test('the evidence stands with the failure', async () => {
    const { part, attempt, draft } = await uncertain();
    const found = evidence(attempt, {
      candidates: [{ sid: 'SM1', status: 'sent', createdAt: 5, fits: true, why: 'it fits' }],
    });
    await reconciliation.keepLook(part, found, 60_000);
    const failure = (await m.failures.list(100)).find(({ id }) => id === draft.turnId)!;
    expect(failure.parts[0]).toMatchObject({ attempt, evidence: found, sentFrom: SENDER.from });
  });

  test('the ids of parts, of their former attempts and of test messages are known', async () => {
    const { held, part, attempt, phone, conversationId } = await open();
    const [former, sid, test, stranger] = [aSid(), aSid(), aSid(), aSid()];
    await m.outbox.record(held, attempt, acceptance(former));
    const error = { code: 63018, message: 'again' };
    const failure = { kind: 'retry', error } as const;
    await m.outbox.callback(heard({ sid: former, status: 'failed', attempt, failure }));
    const again = (await claimOf(m, conversationId)) ?? held;
    const second = randomUUID();
    expect(await m.outbox.begin(again, part, second, 60_000, SENDER)).toBe(phone);
    const all = [former, sid, test, stranger];
    expect(await reconciliation.known(phone, all)).toEqual([former]);
    await m.outbox.record(again, second, acceptance(sid));
    await records.beginTest({ id: 'known', to: phone, ...SENDER, body: 'x' });
    await records.endTest('known', test);
    expect(await reconciliation.known(phone, all)).toEqual([former, sid, test]);
  });

  test('a test message is open until its id is known, and erased with its person', async () => {
    const { phone, conversationId } = await answered(m);
    const id = randomUUID();
    await records.beginTest({ id, to: phone, ...SENDER, body: 'a test' });
    const begun = { id, kind: 'test', to: phone, ...SENDER, text: 'a test' };
    expect(await reconciliation.openTo(phone)).toEqual([expect.objectContaining(begun)]);
    await records.endTest(id, aSid());
    expect(await reconciliation.openTo(phone)).toEqual([]);
    const other = randomUUID();
    await records.beginTest({ id: other, to: phone, ...SENDER, body: 'refused' });
    await records.endTest(other, null);
    expect(await reconciliation.openTo(phone)).toEqual([]);
    await records.beginTest({ id: randomUUID(), to: phone, ...SENDER, body: 'open' });
    await m.erasure.erase(conversationId);
    expect(await reconciliation.openTo(phone)).toEqual([]);
  });

  test('an absent part is sent again with what was stopped behind it, and keeps its evidence', async () => {
    const { held, part, attempt, draft, conversationId, phone } = await uncertain(2);
    const { wakes } = (await m.turns.open(held))!;
    await m.queue.release(held, { wakes, crashes: 0 });
    expect(await reconciliation.resend(part, evidence(attempt, { resends: 1 }))).toBe(true);
    const again = await claimed(m, conversationId);
    const { turn } = (await m.turns.open(again))!;
    expect(turn!.parts.map(({ state }) => state)).toEqual(['pending', 'pending']);
    expect(turn!.parts[0].evidence).toMatchObject({ attempt, resends: 1 });
    expect((await m.failures.list(100)).map(({ id }) => id)).not.toContain(draft.turnId);
    for (const { id } of draft.parts) {
      const next = randomUUID();
      expect(await m.outbox.begin(again, id, next, 60_000, SENDER)).toBe(phone);
      await m.outbox.record(again, next, acceptance());
    }
    expect((await turnOf(m, draft.turnId)).outcome).toBe('answered');
  });

  test('one that was found, sent again, taken over or refused by its person is not', async () => {
    const found = await uncertain();
    const sent = { sid: aSid(), status: 'delivered', attempt: found.attempt };
    await m.outbox.callback(heard(sent));
    expect(await reconciliation.resend(found.part, evidence(found.attempt))).toBe(false);
    const waiting = await open();
    expect(await reconciliation.resend(waiting.part, evidence(waiting.attempt))).toBe(false);
    const other = await uncertain();
    expect(await reconciliation.resend(other.part, evidence(randomUUID()))).toBe(false);
    const taken = await uncertain();
    await m.takeover.takeOver(taken.conversationId);
    expect(await reconciliation.resend(taken.part, evidence(taken.attempt))).toBe(false);
    const retried = await uncertain();
    await m.failures.retry(retried.draft.turnId);
    expect(await reconciliation.resend(retried.part, evidence(retried.attempt))).toBe(false);
  });

  test('a number knows its first genuine webhook, and until when everything is here', async () => {
    const { account, from: number } = SENDER;
    const at = Date.now() - DAY;
    expect(await reconciliation.numbers(account)).toEqual([]);
    await reconciliation.keepLookedUntil(account, number, at);
    await records.noteWebhook(account, number, at);
    await records.noteWebhook(account, number, at + 5000);
    await records.noteWebhook(`AC${'2'.repeat(32)}`, number, at);
    const first = { number, firstWebhookAt: at };
    expect(await reconciliation.numbers(account)).toEqual([first]);
    for (const until of [at + 2, at + 1])
      await reconciliation.keepLookedUntil(account, number, until);
    expect(await reconciliation.numbers(account)).toEqual([{ ...first, lookedUntil: at + 2 }]);
  });

  test('what is neither stored nor erased is missing', async () => {
    const here = await m.intake.accept(inbound());
    const gone = await m.intake.accept(inbound());
    await m.erasure.erase(gone.conversationId);
    const sid = aSid();
    const ids = [here.messageId, sid, gone.messageId];
    expect(await reconciliation.missing(ids)).toEqual([sid]);
  });

  test('a message that is taken in late has the time at which it came to the channel', async () => {
    const receivedAt = Date.now() - DAY / 2;
    const phone = aPhone();
    const { conversationId } = await m.intake.accept(inbound({ phone, receivedAt }));
    const held = await claimed(m, conversationId);
    expect((await m.turns.open(held))!.lastInboundAt).toBe(receivedAt);
  });

  test('one process looks at a time', async () => {
    const [one, two] = [randomUUID(), randomUUID()];
    expect(await reconciliation.lead(one, 60_000)).toBe(true);
    expect(await reconciliation.lead(one, 60_000)).toBe(true);
    // SQLite has one process.
    if (store.kind === 'sqlite') return;
    expect(await reconciliation.lead(two, 60_000)).toBe(false);
    await reconciliation.resign(two);
    expect(await reconciliation.lead(two, 60_000)).toBe(false);
    await reconciliation.resign(one);
    expect(await reconciliation.lead(two, 1)).toBe(true);
    await expect.poll(() => reconciliation.lead(one, 60_000)).toBe(true);
  });
});
