import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import {
  acceptance,
  answered,
  aPhone,
  aSid,
  claimed,
  claimOf,
  heard,
  inbound,
} from '../support/stores/mailboxes.js';
import { onBothReconciled, openPart, SENDER } from '../support/stores/reconciled.js';

const DAY = 24 * 3_600_000;

onBothReconciled('Reconciling', (r) => {
  test('the ids of parts, of their former attempts and of test messages are known', async () => {
    const { held, part, attempt, phone, conversationId } = await openPart(r);
    const [former, sid, test, stranger] = [aSid(), aSid(), aSid(), aSid()];
    await r.m.outbox.record(held, attempt, acceptance(former));
    const error = { code: 63018, message: 'again' };
    const failure = { kind: 'retry', error } as const;
    await r.m.outbox.callback(heard({ sid: former, status: 'failed', attempt, failure }));
    const again = (await claimOf(r.m, conversationId)) ?? held;
    const second = randomUUID();
    expect(await r.m.outbox.begin(again, part, second, 60_000, SENDER)).toBe(phone);
    const all = [former, sid, test, stranger];
    expect(await r.reconciliation.known(phone, all)).toEqual([former]);
    await r.m.outbox.record(again, second, acceptance(sid));
    await r.records.beginTest({ id: 'known', to: phone, ...SENDER, body: 'x' });
    await r.records.endTest('known', test);
    expect(await r.reconciliation.known(phone, all)).toEqual([former, sid, test]);
  });

  test('a test message is open until its id is known, and erased with its person', async () => {
    const { phone, conversationId } = await answered(r.m);
    const id = randomUUID();
    await r.records.beginTest({ id, to: phone, ...SENDER, body: 'a test' });
    const begun = { id, kind: 'test', to: phone, ...SENDER, text: 'a test' };
    expect(await r.reconciliation.openTo(phone)).toEqual([expect.objectContaining(begun)]);
    await r.records.endTest(id, aSid());
    expect(await r.reconciliation.openTo(phone)).toEqual([]);
    const other = randomUUID();
    await r.records.beginTest({ id: other, to: phone, ...SENDER, body: 'refused' });
    await r.records.endTest(other, null);
    expect(await r.reconciliation.openTo(phone)).toEqual([]);
    await r.records.beginTest({ id: randomUUID(), to: phone, ...SENDER, body: 'open' });
    await r.m.erasure.erase(conversationId);
    expect(await r.reconciliation.openTo(phone)).toEqual([]);
  });

  test('a number knows its first genuine webhook, and until when everything is here', async () => {
    const { account, from: number } = SENDER;
    const at = Date.now() - DAY;
    expect(await r.reconciliation.numbers(account)).toEqual([]);
    await r.reconciliation.keepLookedUntil(account, number, at);
    await r.records.noteWebhook(account, number, at);
    await r.records.noteWebhook(account, number, at + 5000);
    await r.records.noteWebhook(`AC${'2'.repeat(32)}`, number, at);
    const first = { number, firstWebhookAt: at };
    expect(await r.reconciliation.numbers(account)).toEqual([first]);
    for (const until of [at + 2, at + 1])
      await r.reconciliation.keepLookedUntil(account, number, until);
    expect(await r.reconciliation.numbers(account)).toEqual([{ ...first, lookedUntil: at + 2 }]);
  });

  test('what is neither stored nor erased is missing', async () => {
    const here = await r.m.intake.accept(inbound());
    const gone = await r.m.intake.accept(inbound());
    await r.m.erasure.erase(gone.conversationId);
    const sid = aSid();
    const ids = [here.messageId, sid, gone.messageId];
    expect(await r.reconciliation.missing(ids)).toEqual([sid]);
  });

  test('a message that is taken in late has the time at which it came to the channel', async () => {
    const receivedAt = Date.now() - DAY / 2;
    const phone = aPhone();
    const { conversationId } = await r.m.intake.accept(inbound({ phone, receivedAt }));
    const held = await claimed(r.m, conversationId);
    expect((await r.m.turns.open(held))!.lastInboundAt).toBe(receivedAt);
    await r.m.intake.accept(inbound({ phone }));
    const { lastInboundAt } = (await r.m.turns.open(held))!;
    expect(lastInboundAt).toBeGreaterThan(Date.now() - DAY / 4);
    await r.m.intake.accept(inbound({ phone, receivedAt }));
    expect((await r.m.turns.open(held))!.lastInboundAt).toBe(lastInboundAt);
  });

  test('a message that is taken in late is not the latest beside one that was answered', async () => {
    const phone = aPhone();
    const { held } = await answered(r.m, 1, phone);
    const { lastInboundAt } = (await r.m.turns.open(held))!;
    await r.m.intake.accept(inbound({ phone, receivedAt: Date.now() - DAY / 2 }));
    expect(await r.m.turns.open(held)).toMatchObject({ lastInboundAt, waitingInAll: 1 });
  });

  test('one process looks at a time', async () => {
    const [one, two] = [randomUUID(), randomUUID()];
    expect(await r.reconciliation.lead(one, 60_000)).toBe(true);
    expect(await r.reconciliation.lead(one, 60_000)).toBe(true);
    // SQLite has one process.
    if (r.store.kind === 'sqlite') return;
    expect(await r.reconciliation.lead(two, 60_000)).toBe(false);
    await r.reconciliation.resign(two);
    expect(await r.reconciliation.lead(two, 60_000)).toBe(false);
    await r.reconciliation.resign(one);
    expect(await r.reconciliation.lead(two, 1)).toBe(true);
    await expect.poll(() => r.reconciliation.lead(one, 60_000)).toBe(true);
  });
});
