import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import {
  acceptance,
  aPhone,
  aSid,
  claimed,
  draftOf,
  heard,
  inbound,
  turnOf,
} from '../support/stores/mailboxes.js';
import {
  evidence,
  onBothReconciled,
  openPart,
  SENDER,
  uncertainPart,
} from '../support/stores/reconciled.js';

onBothReconciled('Looking for sends', (r) => {
  const dueNow = async (partId: string) =>
    (await r.reconciliation.due(100)).looks.find((look) => look.partId === partId);
  const makeDue = (partId: string, attempt: string) =>
    r.reconciliation.keepLook(partId, evidence(attempt), 0);

  test('an attempt is recorded with whom it goes to and from', async () => {
    const { phone, attempt } = await openPart(r);
    expect(await r.reconciliation.openTo(phone)).toEqual([
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

  test('one that was recorded with its answer is looked for in the same way', async () => {
    const phone = aPhone();
    const { conversationId } = await r.m.intake.accept(inbound({ phone }));
    const held = await claimed(r.m, conversationId);
    const { waiting } = (await r.m.turns.open(held))!;
    const first = { id: randomUUID(), leaseMs: 60_000, sender: SENDER };
    const draft = draftOf(waiting, { first });
    await r.m.turns.answer(held, draft);
    expect(await r.reconciliation.openTo(phone)).toEqual([
      expect.objectContaining({ id: first.id, kind: 'part', to: phone, ...SENDER }),
    ]);
    const [{ id }] = draft.parts;
    expect(await dueNow(id)).toBeUndefined();
    await makeDue(id, first.id);
    expect(await dueNow(id)).toMatchObject({ attempt: { id: first.id } });
  });

  test('an attempt is looked for some time after it began, not at once', async () => {
    const { part, attempt } = await openPart(r);
    expect(await dueNow(part)).toBeUndefined();
    await makeDue(part, attempt);
    const look = (await dueNow(part))!;
    expect(look).toMatchObject({ uncertain: false, attempt: { id: attempt } });
    expect(look.evidence).toEqual(evidence(attempt));
    await r.reconciliation.keepLook(part, evidence(attempt), 60_000);
    expect(await dueNow(part)).toBeUndefined();
  });

  test('one that was given up stays looked for, until a look says that it is enough', async () => {
    const { part, attempt, phone } = await uncertainPart(r);
    await makeDue(part, attempt);
    expect(await dueNow(part)).toMatchObject({ uncertain: true });
    await r.reconciliation.keepLook(part, evidence(attempt), null);
    expect(await dueNow(part)).toBeUndefined();
    expect(await r.reconciliation.openTo(phone)).toEqual([]);
  });

  test('one whose outcome is known is not looked for any more', async () => {
    const { held, part, attempt, phone } = await openPart(r);
    await r.m.outbox.record(held, attempt, acceptance());
    await makeDue(part, attempt);
    expect(await dueNow(part)).toBeUndefined();
    expect(await r.reconciliation.openTo(phone)).toEqual([]);
  });

  test('a look at an attempt before this one changes nothing', async () => {
    const { part, attempt } = await openPart(r);
    await makeDue(part, randomUUID());
    expect(await dueNow(part)).toBeUndefined();
    await makeDue(part, attempt);
    expect(await dueNow(part)).toBeDefined();
  });

  test('the evidence stands with the failure', async () => {
    const { part, attempt, draft } = await uncertainPart(r);
    const found = evidence(attempt, {
      candidates: [{ sid: 'SM1', status: 'sent', createdAt: 5, fits: true, why: 'it fits' }],
    });
    await r.reconciliation.keepLook(part, found, 60_000);
    const failure = (await r.m.failures.list(100)).find(({ id }) => id === draft.turnId)!;
    expect(failure.parts[0]).toMatchObject({ attempt, evidence: found, sentFrom: SENDER.from });
  });

  test('an absent part is sent again with what was stopped behind it, and keeps its evidence', async () => {
    const { held, part, attempt, draft, conversationId, phone } = await uncertainPart(r, 2);
    const { wakes } = (await r.m.turns.open(held))!;
    await r.m.queue.release(held, { wakes, crashes: 0 });
    expect(await r.reconciliation.resend(part, evidence(attempt, { resends: 1 }))).toBe(true);
    const again = await claimed(r.m, conversationId);
    const { turn } = (await r.m.turns.open(again))!;
    expect(turn!.parts.map(({ state }) => state)).toEqual(['pending', 'pending']);
    expect(turn!.parts[0].evidence).toMatchObject({ attempt, resends: 1 });
    expect((await r.m.failures.list(100)).map(({ id }) => id)).not.toContain(draft.turnId);
    for (const { id } of draft.parts) {
      const next = randomUUID();
      expect(await r.m.outbox.begin(again, id, next, 60_000, SENDER)).toBe(phone);
      await r.m.outbox.record(again, next, acceptance());
    }
    expect((await turnOf(r.m, draft.turnId)).outcome).toBe('answered');
  });

  test('an absent part that is sent again does not part a newer answer that is half sent', async () => {
    const { m } = r;
    const { held, part, attempt, phone, conversationId } = await uncertainPart(r);
    await m.intake.accept(inbound({ phone }));
    const parts = [1, 2].map((n) => ({ id: randomUUID(), body: `newer ${n}` }));
    const newer = draftOf((await m.turns.open(held))!.waiting, { parts });
    await m.turns.answer(held, newer);
    const begun = randomUUID();
    await m.outbox.begin(held, parts[0].id, begun, 60_000, SENDER);
    await m.outbox.record(held, begun, acceptance());
    await m.queue.release(held, { dueInMs: 0, crashes: 0 });
    expect(await r.reconciliation.resend(part, evidence(attempt))).toBe(true);
    const { turn, unsettled } = (await m.turns.open(await claimed(m, conversationId)))!;
    expect([turn!.id, unsettled]).toEqual([newer.turnId, 2]);
  });

  test('one that was found, sent again, taken over or refused by its person is not', async () => {
    const found = await uncertainPart(r);
    const sent = { sid: aSid(), status: 'delivered', attempt: found.attempt };
    await r.m.outbox.callback(heard(sent));
    expect(await r.reconciliation.resend(found.part, evidence(found.attempt))).toBe(false);
    const waiting = await openPart(r);
    expect(await r.reconciliation.resend(waiting.part, evidence(waiting.attempt))).toBe(false);
    const other = await uncertainPart(r);
    expect(await r.reconciliation.resend(other.part, evidence(randomUUID()))).toBe(false);
    const taken = await uncertainPart(r);
    await r.m.takeover.takeOver(taken.conversationId);
    expect(await r.reconciliation.resend(taken.part, evidence(taken.attempt))).toBe(false);
    const retried = await uncertainPart(r);
    await r.m.failures.retry(retried.draft.turnId);
    expect(await r.reconciliation.resend(retried.part, evidence(retried.attempt))).toBe(false);
  });
});
