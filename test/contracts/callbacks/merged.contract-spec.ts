import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Claim } from '../../../src/mailbox/queue/queue.store.js';
import {
  acceptance,
  answered,
  aPhone,
  claimed,
  draftOf,
  heard,
  inbound,
  onBothMailboxes,
  turnOf,
} from '../../support/stores/mailboxes.js';

const again = { kind: 'retry', error: { code: 63012, message: 'internal' } } as const;
const blocked = { kind: 'dead', error: { code: 63014, message: 'blocked' }, optOut: true } as const;
const refused = { kind: 'dead', error: { code: 21211, message: 'no' } } as const;

onBothMailboxes('In a merged conversation whose contents are still to be moved', (m) => {
  async function send(claim: Claim, part: string, verdict?: object) {
    const [attempt, sid] = [randomUUID(), `SM${randomUUID()}`];
    if (!(await m.outbox.begin(claim, part, attempt, 60_000))) return null;
    await m.outbox.record(claim, attempt, (verdict ?? acceptance(sid)) as typeof again);
    return { attempt, sid };
  }

  /**
   * Two conversations of one person that have become one. The younger has an answer that was sent, or
   * refused, and the older one a newer answer of two parts, the first of which may be sent.
   */
  async function merged({ younger, older }: { younger?: object; older?: 'begun' } = {}) {
    const [phone, userId] = [aPhone(), `US.${randomUUID().slice(0, 8)}`];
    const { conversationId: into } = await m.intake.accept(inbound({ userId }));
    const now = Date.now();
    await expect.poll(() => Date.now() > now + 2).toBe(true);
    const old = await answered(m, 1, phone);
    const word = (await send(old.held, old.part, younger))!;
    await m.intake.accept(inbound({ userId }));
    const before = await claimed(m, into);
    const { waiting } = (await m.turns.open(before))!;
    const parts = [1, 2].map((n) => ({ id: randomUUID(), body: `${n}` }));
    const newer = draftOf(waiting, { parts });
    await m.turns.answer(before, newer);
    if (older) await send(before, parts[0].id);
    const { conversationId } = await m.intake.accept(inbound({ phone, userId }));
    expect(conversationId).toBe(into);
    const claims = await m.queue.claim(100, 60_000);
    const [held, moving] = [into, old.conversationId].map((id) =>
      claims.find((claim) => claim.conversationId === id)!,
    );
    const move = async () => {
      while (await m.intake.mergeSome(moving, 1));
    };
    return { old, word, into, held, newer, move };
  }

  test('an opt-out that is told of it holds for the one that it became', async () => {
    const { word, into, held, newer } = await merged();
    await m.outbox.callback(heard({ ...word, status: 'failed', failure: blocked }));
    expect((await m.sessions.conversation(into))!.optedOutAt).toBeDefined();
    expect(await send(held, newer.parts[0].id)).toBeNull();
    expect(await turnOf(m, newer.turnId)).toMatchObject({ outcome: 'opted_out' });
  });

  test('nothing is sent again once a person has that one', async () => {
    const { old, word, into, move } = await merged();
    await m.takeover.takeOver(into);
    const failed = heard({ ...word, status: 'failed', failure: again });
    expect(await m.outbox.callback(failed)).toMatchObject({ state: 'dead', outcome: 'dead' });
    await move();
    expect(await turnOf(m, old.draft.turnId)).toMatchObject({ outcome: 'dead' });
  });

  test('a turn that is retried there parts none of that one', async () => {
    const { old, held, newer, move } = await merged({ younger: refused, older: 'begun' });
    expect(await m.failures.retry(old.draft.turnId)).toBe('retried');
    await move();
    expect((await m.turns.open(held))!.turn!.id).toBe(newer.turnId);
  });

  test('nor is one retried that the sender has opted out of there', async () => {
    const { old, held } = await merged({ younger: refused });
    const stop = { optOut: true, endsAs: 'opted_out', outcome: 'opted_out', parts: [] } as const;
    const draft = draftOf([], { ...stop, parts: [], answer: undefined, evenIfOutdated: true });
    expect(await m.turns.answer(held, draft)).toBe('stored');
    expect(await m.failures.retry(old.draft.turnId)).toBe('opted out');
  });
});
