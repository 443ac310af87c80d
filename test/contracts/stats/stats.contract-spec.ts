import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { outcome } from '../../../src/chat/trace/outcome.js';
import { traceOf } from '../../../src/chat/trace/trace.js';
import type { Draft } from '../../../src/mailbox/turns/work.js';
import type { StatsStore } from '../../../src/stats/stats.store.js';
import { totalOf } from '../../../src/stats/steps.js';
import {
  acceptance,
  claimed,
  draftOf,
  inbound,
  type Mailboxes,
  openMailboxes,
} from '../../support/stores/mailboxes.js';
import { onBothStores, type TestStore } from '../../support/stores/stores.js';

const HOUR = 60 * 60_000;

onBothStores('StatsStore', (make) => {
  let store: TestStore;
  let m: Mailboxes;
  let stats: StatsStore;
  beforeAll(async () => {
    store = await make();
    m = await openMailboxes(store);
    stats = await store.open<StatsStore>({
      sqlite: () => import('../../../src/stats/stats.sqlite.js'),
      mongo: () => import('../../../src/stats/stats.mongo.js'),
    });
  });
  afterAll(() => store.close());

  const total = async (from = Date.now() - HOUR, until = Date.now() + HOUR) =>
    totalOf(await stats.slots(from, until));

  /** Somebody writes so many messages, and is answered; `send`: Twilio takes the answer. */
  async function answered(over: Partial<Draft>, { messages = 1, send = true } = {}) {
    const from = inbound();
    for (let n = 1; n < messages; n++) await m.intake.accept(inbound({ phone: from.phone }));
    const { conversationId } = await m.intake.accept(from);
    const held = await claimed(m, conversationId);
    const { waiting } = (await m.turns.open(held))!;
    const draft = draftOf(waiting, over);
    expect(await m.turns.answer(held, draft)).toBe('stored');
    const attempt = randomUUID();
    if (!send || !draft.parts.length) return;
    await m.outbox.begin(held, draft.parts[0].id, attempt, 60_000);
    await m.outbox.record(held, attempt, acceptance());
  }
  const tracedAs = (...of: Parameters<typeof outcome>) => traceOf(outcome(...of));

  test('nothing has happened yet', async () => {
    expect(await stats.slots(0, Date.now() + HOUR)).toEqual([]);
  });

  test('messages are counted by what became of them, answers by who made them', async () => {
    const usage = { model: 'm', inputTokens: 100, outputTokens: 20, cost: 0.5 };
    const runs = [
      { at: Date.now(), ms: 1200, end: 'answered' as const, timings: { model_ms: 1000 } },
    ];
    await answered({ trace: tracedAs('model'), usage, runs, mode: 'llm' }, { messages: 3 });
    await answered({ trace: tracedAs('refusal'), mode: 'extractive' });
    await answered({ trace: tracedAs('handover'), mode: 'extractive' }, { send: false });
    await answered({ trace: tracedAs('limited'), limited: true, parts: [], outcome: 'limited' });
    const { counts, branches, tokens, cost, durations } = await total();
    expect(counts).toMatchObject({ messages: 6, answered: 4, limited: 1, open: 1, dead: 0 });
    expect(counts).toMatchObject({ answers: 3, refused: 1, handovers: 1 });
    expect(branches).toEqual({ model: 1, refusal: 1, handover: 1 });
    expect([tokens, cost]).toEqual([{ input: 100, output: 20 }, 0.5]);
    const measured = Object.entries(durations).map(([name, histogram]) => {
      return [name, Object.values(histogram).reduce((sum, one) => sum + one, 0)];
    });
    expect(Object.fromEntries(measured)).toEqual({
      acknowledged: 0,
      made: 1,
      model: 1,
      delivered: 2,
    });
  });

  test('how long acknowledging took is the slowest message of a turn', async () => {
    const { conversationId } = await m.intake.accept(inbound());
    const held = await claimed(m, conversationId);
    const { waiting } = (await m.turns.open(held))!;
    const acknowledged = [[waiting[0].id, 40]] as const;
    await m.turns.answer(held, draftOf(waiting, { acknowledged: [...acknowledged] }));
    const histogram = (await total()).durations.acknowledged;
    expect(Object.values(histogram)).toEqual([1]);
  });

  test('only what was stored in the span counts', async () => {
    const [before, now] = [await total(), Date.now()];
    expect((await total(now - 2 * HOUR, now - HOUR)).counts.messages).toBe(0);
    expect((await total(now + HOUR, now + 2 * HOUR)).counts.messages).toBe(0);
    await answered({ trace: tracedAs('model'), mode: 'llm' });
    expect((await total()).counts.messages).toBe(before.counts.messages + 1);
  });
});
