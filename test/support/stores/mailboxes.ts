import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll } from 'vitest';
import type { Message } from '../../../src/chat/messages/message.js';
import type { MessageRepository } from '../../../src/chat/messages/message.repository.js';
import type { UsageRepository } from '../../../src/chat/usage/usage.repository.js';
import type { InboxStore } from '../../../src/conversations/inbox/inbox.store.js';
import type { LineId } from '../../../src/config/lines/line.js';
import type { FailureStore } from '../../../src/failures/failure.store.js';
import type { HoldStore } from '../../../src/mailbox/holds/hold.store.js';
import type { ReadingStore } from '../../../src/mailbox/answering/reading.store.js';
import type { Inbound } from '../../../src/mailbox/intake/inbound.js';
import type { IntakeStore } from '../../../src/mailbox/intake/intake.store.js';
import type { OutboxStore } from '../../../src/mailbox/outbox/outbox.store.js';
import type { StatusUpdate } from '../../../src/mailbox/outbox/status-update.js';
import type { Claim, QueueStore } from '../../../src/mailbox/queue/queue.store.js';
import type { OutcomeEvent } from '../../../src/mailbox/turns/outcome-counts.js';
import type { Turn } from '../../../src/mailbox/turns/turn.js';
import type { TurnStore } from '../../../src/mailbox/turns/turn.store.js';
import type { Draft } from '../../../src/mailbox/turns/work.js';
import type { ErasureStore } from '../../../src/sender-data/erasure.store.js';
import type { RetentionStore } from '../../../src/sender-data/retention/retention.store.js';
import type { SessionRepository } from '../../../src/sessions/session.repository.js';
import type { TakeoverStore } from '../../../src/takeover/takeover.store.js';
import type { StoryStore } from '../../../src/timeline/story/story.store.js';
import { progressOf } from '../../../src/whatsapp/webhook/status-progress.js';
import { onBothStores, type TestStore } from './stores.js';

/** The stores behind a mailbox, as the application opens them. */
export interface Mailboxes {
  intake: IntakeStore;
  queue: QueueStore;
  turns: TurnStore;
  holds: HoldStore;
  outbox: OutboxStore;
  failures: FailureStore;
  takeover: TakeoverStore;
  erasure: ErasureStore;
  retention: RetentionStore;
  sessions: SessionRepository;
  messages: MessageRepository;
  readings: ReadingStore;
  usage: UsageRepository;
  stories: StoryStore;
  inbox: InboxStore;
  /** Hears what the store tells of messages that came to an outcome. */
  onEnded(listener: (ended: OutcomeEvent) => void): void;
}

export async function openMailboxes(store: TestStore): Promise<Mailboxes> {
  return {
    onEnded: (listener) => store.onEvent((event) => listener(event as OutcomeEvent)),
    messages: await store.open<MessageRepository>({
      sqlite: () => import('../../../src/chat/messages/message.sqlite.js'),
      mongo: () => import('../../../src/chat/messages/message.mongo.js'),
    }),
    readings: await store.open<ReadingStore>({
      sqlite: () => import('../../../src/mailbox/answering/reading.sqlite.js'),
      mongo: () => import('../../../src/mailbox/answering/reading.mongo.js'),
    }),
    usage: await store.open<UsageRepository>({
      sqlite: () => import('../../../src/chat/usage/usage.sqlite.js'),
      mongo: () => import('../../../src/chat/usage/usage.mongo.js'),
    }),
    retention: await store.open<RetentionStore>({
      sqlite: () => import('../../../src/sender-data/retention/retention.sqlite.js'),
      mongo: () => import('../../../src/sender-data/retention/retention.mongo.js'),
    }),
    inbox: await store.open<InboxStore>({
      sqlite: () => import('../../../src/conversations/inbox/inbox.sqlite.js'),
      mongo: () => import('../../../src/conversations/inbox/inbox.mongo.js'),
    }),
    sessions: await store.open<SessionRepository>({
      sqlite: () => import('../../../src/sessions/session.sqlite.js'),
      mongo: () => import('../../../src/sessions/session.mongo.js'),
    }),
    intake: await store.open<IntakeStore>({
      sqlite: () => import('../../../src/mailbox/intake/intake.sqlite.js'),
      mongo: () => import('../../../src/mailbox/intake/intake.mongo.js'),
    }),
    queue: await store.open<QueueStore>({
      sqlite: () => import('../../../src/mailbox/queue/queue.sqlite.js'),
      mongo: () => import('../../../src/mailbox/queue/queue.mongo.js'),
    }),
    turns: await store.open<TurnStore>({
      sqlite: () => import('../../../src/mailbox/turns/turn.sqlite.js'),
      mongo: () => import('../../../src/mailbox/turns/turn.mongo.js'),
    }),
    holds: await store.open<HoldStore>({
      sqlite: () => import('../../../src/mailbox/holds/hold.sqlite.js'),
      mongo: () => import('../../../src/mailbox/holds/hold.mongo.js'),
    }),
    outbox: await store.open<OutboxStore>({
      sqlite: () => import('../../../src/mailbox/outbox/outbox.sqlite.js'),
      mongo: () => import('../../../src/mailbox/outbox/outbox.mongo.js'),
    }),
    erasure: await store.open<ErasureStore>({
      sqlite: () => import('../../../src/sender-data/erasure.sqlite.js'),
      mongo: () => import('../../../src/sender-data/erasure.mongo.js'),
    }),
    takeover: await store.open<TakeoverStore>({
      sqlite: () => import('../../../src/takeover/takeover.sqlite.js'),
      mongo: () => import('../../../src/takeover/takeover.mongo.js'),
    }),
    stories: await store.open<StoryStore>({
      sqlite: () => import('../../../src/timeline/story/story.sqlite.js'),
      mongo: () => import('../../../src/timeline/story/story.mongo.js'),
    }),
    failures: await store.open<FailureStore>({
      sqlite: () => import('../../../src/failures/failure.sqlite.js'),
      mongo: () => import('../../../src/failures/failure.mongo.js'),
    }),
  };
}

let number = 0;
export const aPhone = () => `+1500555${String(1000 + number++)}`;
export const aSid = () => `SM${randomUUID().replaceAll('-', '')}`;

export function inbound(over: Partial<Inbound> = {}): Inbound {
  const phone = over.phone ?? (over.userId ? undefined : aPhone());
  return { id: aSid(), text: 'hola', details: {}, ...over, phone };
}

export function draftOf(waiting: Message[], over: Partial<Draft> = {}): Draft {
  return {
    turnId: randomUUID(),
    covers: waiting.map(({ id }) => id),
    seen: waiting.length,
    evenIfOutdated: false,
    limited: false,
    answer: 'Buenos días',
    parts: [{ id: randomUUID(), body: 'Buenos días' }],
    ...over,
  };
}

/** Claims what is due until one claim is of this conversation; the others are handed back. */
export async function claimOf(
  { queue }: Mailboxes,
  conversationId: string,
  leaseMs = 60_000,
): Promise<Claim | undefined> {
  for (let claims; (claims = await queue.claim(100, leaseMs)).length;) {
    const ours = claims.find((claim) => claim.conversationId === conversationId);
    for (const claim of claims)
      if (claim !== ours) await queue.release(claim, { crashes: claim.crashes });
    if (ours) return ours;
  }
  return undefined;
}

/** A contract suite over the stores behind a mailbox, once for each store. */
export function onBothMailboxes(name: string, suite: (m: Mailboxes) => void): void {
  onBothStores(name, (make) => {
    const m = {} as Mailboxes;
    let store: TestStore;
    beforeAll(async () => {
      store = await make();
      Object.assign(m, await openMailboxes(store));
    });
    afterAll(() => store.close());
    suite(m);
  });
}

export async function claimed(m: Mailboxes, id: string, leaseMs?: number): Promise<Claim> {
  return (await claimOf(m, id, leaseMs))!;
}

/** A claimed mailbox with one message on a line, and a stored answer of so many parts. */
export async function answered(m: Mailboxes, parts = 1, phone = aPhone(), line?: LineId) {
  const { conversationId, messageId } = await m.intake.accept(inbound({ phone, line }));
  const held = await claimed(m, conversationId);
  const { waiting } = (await m.turns.open(held))!;
  const bodies = Array.from({ length: parts }, (_, n) => ({ id: randomUUID(), body: `${n}` }));
  const draft = draftOf(waiting, { parts: bodies });
  const stored = await m.turns.answer(held, draft);
  return { phone, conversationId, messageId, held, draft, part: draft.parts[0].id, stored };
}

export async function turnOf(m: Mailboxes, id: string): Promise<Turn> {
  return (await m.turns.find([id]))[0];
}

export function acceptance(sid = `SM${randomUUID()}`) {
  return { kind: 'accepted', sid, status: 'queued' } as const;
}

/** A status callback, as the channel reads it. */
export function heard(callback: Omit<StatusUpdate, 'progress'>): StatusUpdate {
  return { ...callback, progress: progressOf(callback.status) };
}

/** Moves what a merged conversation contains, row by row, as a worker does. */
export async function merge(m: Mailboxes, younger: string): Promise<void> {
  const held = await claimed(m, younger);
  while (await m.intake.mergeSome(held, 1));
}
