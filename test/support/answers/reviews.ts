import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect } from 'vitest';
import { outcome } from '../../../src/chat/trace/outcome.js';
import { type Trace, traceOf } from '../../../src/chat/trace/trace.js';
import type { TraceRepository } from '../../../src/chat/trace/trace.repository.js';
import type { CaseStore } from '../../../src/review/evaluation/case.store.js';
import type { FeedbackStore } from '../../../src/review/feedback/feedback.store.js';
import type { ReviewStore } from '../../../src/review/review.store.js';
import {
  aPhone,
  claimed,
  draftOf,
  inbound,
  type Mailboxes,
  openMailboxes,
} from '../stores/mailboxes.js';
import { onBothStores, type TestStore } from '../stores/stores.js';

/** The stores that keep something of answers, beside those of the mailboxes. */
export interface Reviews extends Mailboxes {
  traces: TraceRepository;
  reviews: ReviewStore;
  feedback: FeedbackStore;
  cases: CaseStore;
}

async function openReviews(store: TestStore): Promise<Reviews> {
  return {
    ...(await openMailboxes(store)),
    traces: await store.open<TraceRepository>({
      sqlite: () => import('../../../src/chat/trace/trace.sqlite.js'),
      mongo: () => import('../../../src/chat/trace/trace.mongo.js'),
    }),
    reviews: await store.open<ReviewStore>({
      sqlite: () => import('../../../src/review/review.sqlite.js'),
      mongo: () => import('../../../src/review/review.mongo.js'),
    }),
    feedback: await store.open<FeedbackStore>({
      sqlite: () => import('../../../src/review/feedback/feedback.sqlite.js'),
      mongo: () => import('../../../src/review/feedback/feedback.mongo.js'),
    }),
    cases: await store.open<CaseStore>({
      sqlite: () => import('../../../src/review/evaluation/case.sqlite.js'),
      mongo: () => import('../../../src/review/evaluation/case.mongo.js'),
    }),
  };
}

/** A contract suite over what is kept of answers, once for each store. */
export function onBothReviews(name: string, suite: (m: Reviews) => void): void {
  onBothStores(name, (make) => {
    const m = {} as Reviews;
    let store: TestStore;
    beforeAll(async () => {
      store = await make();
      Object.assign(m, await openReviews(store));
    });
    afterAll(() => store.close());
    suite(m);
  });
}

export const aTrace = (text = '¿Abrís? 🥐 $set a.b'): Trace => ({
  ...traceOf(outcome('model', { model: 'answered' })),
  steps: [{ kind: 'prompt', at_ms: 1, ms: 0, messages: [{ role: 'user', text }] }],
  timings: { total_ms: 3 },
  usage: { model: 'obedient', input_tokens: 1, output_tokens: 2 },
});
export const aCase = { ask: 'hola', kind: 'reported', must: ['a', ['b', 'c']] };

/** Somebody wrote, and was answered with a trace. */
export async function traced(m: Reviews, phone = aPhone()) {
  const { conversationId, messageId } = await m.intake.accept(inbound({ phone }));
  const held = await claimed(m, conversationId);
  const draft = draftOf((await m.turns.open(held))!.waiting, { trace: aTrace() });
  expect(await m.turns.answer(held, draft)).toBe('stored');
  return { conversationId, messageId, held, draft, answerId: draft.turnId, phone };
}

/** Whether there is a trace, which verdict, and how many cases. */
export async function keptOf({ traces, reviews, cases }: Reviews, answerId: string) {
  const [trace, found, made] = await Promise.all([
    traces.find(answerId),
    reviews.find(answerId),
    cases.of(answerId),
  ]);
  return [trace !== null, found?.feedback?.verdict, made.length];
}

/** Judges an answer, and makes a case of it. */
export async function reviewed(m: Reviews, answerId: string): Promise<void> {
  await m.feedback.judge(answerId, { verdict: 'down', note: 'No.' });
  await m.cases.add({ id: randomUUID(), answerId, turn: aCase });
  expect(await keptOf(m, answerId)).toEqual([true, 'down', 1]);
}
