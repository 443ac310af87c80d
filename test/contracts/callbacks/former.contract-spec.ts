import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { acceptance, answered, heard, turnOf } from '../../support/stores/mailboxes.js';
import { evidence, onBothReconciled } from '../../support/stores/reconciled.js';

const again = { kind: 'retry', error: { code: 63012, message: 'internal' } } as const;
const at = expect.any(Number);

/** Why a part was sent anew; then whether that was accepted, too. */
type Known = 'it failed' | 'a person had it retried' | 'it was absent';

onBothReconciled('A callback of a former attempt', (r) => {
  /** A part whose second attempt is under way; and ids of its first one and of the message it made. */
  async function sentAnew(known: Known) {
    const { m } = r;
    const turn = await answered(m);
    const { held, part } = turn;
    const [attempt, sid, next] = [randomUUID(), `SM${randomUUID()}`, randomUUID()];
    await m.outbox.begin(held, part, attempt, 60_000);
    if (known === 'it failed') {
      await m.outbox.record(held, attempt, acceptance(sid));
      await m.outbox.callback(heard({ sid, attempt, status: 'failed', failure: again }));
    } else {
      await m.outbox.markUncertain(held, part);
      if (known === 'it was absent')
        expect(await r.reconciliation.resend(part, evidence(attempt))).toBe(true);
      else expect(await m.failures.retry(turn.draft.turnId)).toBe('retried');
    }
    expect(await m.outbox.begin(held, part, next, 60_000)).toBe(turn.phone);
    return { ...turn, attempt, sid, next };
  }
  const now = async ({ draft }: { draft: { turnId: string } }) =>
    (await turnOf(r.m, draft.turnId)).parts[0];

  test.each<[Known, 'sid' | 'attempt' | 'both']>([
    ['it failed', 'both'],
    ['it failed', 'sid'],
    ['a person had it retried', 'both'],
    ['a person had it retried', 'attempt'],
    ['it was absent', 'both'],
  ])('because %s, which names it by %s, is kept once and changes nothing', async (known, names) => {
    const one = await sentAnew(known);
    const before = await r.m.outbox.heard(one.part);
    const sid = names === 'attempt' ? `SM${randomUUID()}` : one.sid;
    const told = { sid, status: 'delivered', ...(names !== 'sid' && { attempt: one.attempt }) };
    for (let n = 0; n < 2; n++) expect(await r.m.outbox.callback(heard(told))).toBeNull();
    expect(await r.m.outbox.heard(one.part)).toEqual([...before, { sid, at, status: 'delivered' }]);
    expect(await now(one)).toMatchObject({ state: 'sending', attempt: one.next });
    expect(await now(one)).not.toMatchObject({ sid: at });
  });

  test('is kept beside what the later message came to', async () => {
    const one = await sentAnew('a person had it retried');
    const nextSid = `SM${randomUUID()}`;
    const { outbox } = r.m;
    await outbox.record(one.held, one.next, acceptance(nextSid));
    await outbox.callback(heard({ sid: nextSid, attempt: one.next, status: 'sent' }));
    await outbox.callback(heard({ sid: one.sid, attempt: one.attempt, status: 'read' }));
    expect(await now(one)).toMatchObject({ state: 'accepted', status: 'sent', sid: nextSid });
    expect(await r.m.outbox.heard(one.part)).toEqual([
      { sid: nextSid, at, status: 'sent' },
      { sid: one.sid, at, status: 'read' },
    ]);
  });

  test('tells whose its message is: it is not taken for a later one in the list', async () => {
    const one = await sentAnew('a person had it retried');
    const sids = [one.sid, `SM${randomUUID()}`];
    expect(await r.reconciliation.known(one.phone, sids)).toEqual([]);
    await r.m.outbox.callback(heard({ sid: one.sid, attempt: one.attempt, status: 'sent' }));
    expect(await r.reconciliation.known(one.phone, sids)).toEqual([one.sid]);
  });

  test('is kept no more when the sender was erased', async () => {
    const one = await sentAnew('it failed');
    await r.m.erasure.begin(one.conversationId);
    await r.m.erasure.goOn();
    expect(await r.m.outbox.callback(heard({ sid: one.sid, status: 'delivered' }))).toBeNull();
    expect(await r.m.outbox.heard(one.part)).toEqual([]);
  });
});
