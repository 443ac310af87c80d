import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import {
  acceptance,
  answered,
  claimOf,
  heard,
  onBothMailboxes,
  turnOf,
} from '../../support/stores/mailboxes.js';

const LIFE = ['queued', 'sending', 'sent', 'delivered', 'read'];
const failure = { kind: 'dead', error: { code: 63024, message: 'not on WhatsApp' } } as const;

onBothMailboxes('Many callbacks at once', (m) => {
  /** An answer of so many parts, each of which the channel has accepted. */
  async function accepted(parts: number) {
    const turn = await answered(m, parts);
    const sent = [];
    for (const { id } of turn.draft.parts) {
      const [attempt, sid] = [randomUUID(), `SM${randomUUID()}`];
      await m.outbox.begin(turn.held, id, attempt, 60_000);
      await m.outbox.record(turn.held, attempt, acceptance(sid));
      sent.push({ attempt, sid });
    }
    return { ...turn, sent };
  }

  test('for one message: none is refused, and the furthest status stays', async () => {
    const { draft, sent } = await accepted(1);
    const all = Array.from({ length: 40 }, (_, n) => heard({ ...sent[0], status: LIFE[n % 5] }));
    await Promise.all(all.map((update) => m.outbox.callback(update)));
    const turn = await turnOf(m, draft.turnId);
    expect(turn).toMatchObject({ outcome: 'answered', parts: [{ status: 'read' }] });
  });

  test('for one conversation: none is refused, and each message has its own', async () => {
    const { draft, sent } = await accepted(20);
    const all = sent.flatMap((one) => LIFE.map((status) => heard({ ...one, status })));
    await Promise.all(all.toReversed().map((update) => m.outbox.callback(update)));
    const turn = await turnOf(m, draft.turnId);
    expect(turn.parts.map(({ status }) => status)).toEqual(sent.map(() => 'read'));
  });

  test('that all tell of failures: none is refused either', async () => {
    const { draft, sent } = await accepted(8);
    const all = Array.from({ length: 40 }, (_, n) =>
      heard({ ...sent[n % 8], status: 'failed', failure }),
    );
    const told = await Promise.all(all.map((update) => m.outbox.callback(update)));
    expect(told.filter(Boolean)).toHaveLength(8);
    const turn = await turnOf(m, draft.turnId);
    expect(turn.outcome).toBe('dead');
    expect(turn.parts.every(({ state }) => state === 'dead')).toBe(true);
  });

  test('a message is worked on once, whatever is told of it afterwards', async () => {
    const { sent, held, conversationId } = await accepted(1);
    const { wakes } = (await m.turns.open(held))!;
    await m.queue.release(held, { wakes, crashes: 0 });
    for (const status of [...LIFE, ...LIFE]) {
      const settled = await m.outbox.callback(heard({ ...sent[0], status }));
      expect(settled?.woken ?? false).toBe(false);
    }
    expect(await claimOf(m, conversationId)).toBeUndefined();
  });

  test('nor does word that comes before the answer give more work, when nothing is left', async () => {
    const { held, part, conversationId } = await answered(m);
    const [attempt, sid] = [randomUUID(), `SM${randomUUID()}`];
    const { wakes } = (await m.turns.open(held))!;
    await m.outbox.begin(held, part, attempt, 60_000);
    await m.outbox.callback(heard({ sid, attempt, status: 'sent' }));
    await m.outbox.record(held, attempt, acceptance(sid));
    await m.queue.release(held, { wakes, crashes: 0 });
    expect(await claimOf(m, conversationId)).toBeUndefined();
  });
});
