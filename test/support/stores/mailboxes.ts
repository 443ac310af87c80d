import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll } from 'vitest';
import type { Message } from '../../../src/chat/messages/message.js';
import type { MessageRepository } from '../../../src/chat/messages/message.repository.js';
import type { Inbound } from '../../../src/mailbox/intake/inbound.js';
import type { Claim, MailboxStore } from '../../../src/mailbox/queue/mailbox.store.js';
import type { TakeoverStore } from '../../../src/takeover/takeover.store.js';
import type { ErasureStore } from '../../../src/sender-data/erasure.store.js';
import type { FailureStore } from '../../../src/failures/failure.store.js';
import type { OutcomeStore } from '../../../src/mailbox/turns/outcome.store.js';
import type { OutboxStore } from '../../../src/mailbox/outbox/outbox.store.js';
import type { Turn } from '../../../src/mailbox/turns/turn.js';
import type { Draft, TurnStore } from '../../../src/mailbox/turns/turn.store.js';
import type { ConversationsRepository } from '../../../src/sessions/conversations.repository.js';
import { onBothStores, type TestStore } from './stores.js';

/** The stores behind a mailbox, as the application opens them. */
export interface Mailboxes {
  mailbox: MailboxStore;
  turns: TurnStore;
  outbox: OutboxStore;
  outcomes: OutcomeStore;
  failures: FailureStore;
  desk: TakeoverStore;
  erasure: ErasureStore;
  conversations: ConversationsRepository;
  messages: MessageRepository;
}

const src = '../../../src';

export async function openMailboxes(store: TestStore): Promise<Mailboxes> {
  return {
    messages: await store.open<MessageRepository>({
      sqlite: async (s) =>
        (await import(`${src}/chat/messages/message.sqlite.js`)).SqliteMessageRepository.open(s),
      mongo: async (m) =>
        (await import(`${src}/chat/messages/message.mongo.js`)).MongoMessageRepository.open(m),
    }),
    mailbox: await store.open<MailboxStore>({
      sqlite: async (s) =>
        (await import(`${src}/mailbox/queue/mailbox.sqlite.js`)).SqliteMailboxStore.open(s),
      mongo: async (m) =>
        (await import(`${src}/mailbox/queue/mailbox.mongo.js`)).MongoMailboxStore.open(m),
    }),
    turns: await store.open<TurnStore>({
      sqlite: async (s) =>
        (await import(`${src}/mailbox/turns/turn.sqlite.js`)).SqliteTurnStore.open(s),
      mongo: async (m) =>
        (await import(`${src}/mailbox/turns/turn.mongo.js`)).MongoTurnStore.open(m),
    }),
    outbox: await store.open<OutboxStore>({
      sqlite: async (s) =>
        (await import(`${src}/mailbox/outbox/outbox.sqlite.js`)).SqliteOutboxStore.open(s),
      mongo: async (m) =>
        (await import(`${src}/mailbox/outbox/outbox.mongo.js`)).MongoOutboxStore.open(m),
    }),
    outcomes: await store.open<OutcomeStore>({
      sqlite: async (s) =>
        (await import(`${src}/mailbox/turns/outcome.sqlite.js`)).SqliteOutcomeStore.open(s),
      mongo: async (m) =>
        (await import(`${src}/mailbox/turns/outcome.mongo.js`)).MongoOutcomeStore.open(m),
    }),
    erasure: await store.open<ErasureStore>({
      sqlite: async (s) =>
        (await import(`${src}/sender-data/erasure.sqlite.js`)).SqliteErasureStore.open(s),
      mongo: async (m) =>
        (await import(`${src}/sender-data/erasure.mongo.js`)).MongoErasureStore.open(m),
    }),
    desk: await store.open<TakeoverStore>({
      sqlite: async (s) =>
        (await import(`${src}/takeover/takeover.sqlite.js`)).SqliteTakeoverStore.open(s),
      mongo: async (m) =>
        (await import(`${src}/takeover/takeover.mongo.js`)).MongoTakeoverStore.open(m),
    }),
    conversations: await store.open<ConversationsRepository>({
      sqlite: async (s) =>
        (
          await import(`${src}/sessions/conversations.sqlite.js`)
        ).SqliteConversationsRepository.open(s),
      mongo: async (m) =>
        (await import(`${src}/sessions/conversations.mongo.js`)).MongoConversationsRepository.open(
          m,
        ),
    }),
    failures: await store.open<FailureStore>({
      sqlite: async (s) =>
        (await import(`${src}/failures/failure.sqlite.js`)).SqliteFailureStore.open(s),
      mongo: async (m) =>
        (await import(`${src}/failures/failure.mongo.js`)).MongoFailureStore.open(m),
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
  { mailbox }: Mailboxes,
  conversationId: string,
  leaseMs = 60_000,
): Promise<Claim | undefined> {
  const claims = await mailbox.claim(100, leaseMs);
  for (const claim of claims) {
    if (claim.conversationId === conversationId) continue;
    await mailbox.release(claim, { crashes: claim.crashes });
  }
  return claims.find((claim) => claim.conversationId === conversationId);
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

/** A claimed mailbox with one message, and a stored answer of so many parts. */
export async function answered(m: Mailboxes, parts = 1, phone = aPhone()) {
  const { conversationId, messageId } = await m.mailbox.accept(inbound({ phone }));
  const held = await claimed(m, conversationId);
  const { waiting } = (await m.turns.open(held))!;
  const bodies = Array.from({ length: parts }, (_, n) => ({ id: randomUUID(), body: `${n}` }));
  const draft = draftOf(waiting, { parts: bodies });
  const stored = await m.turns.answer(held, draft);
  return { phone, conversationId, messageId, held, draft, part: draft.parts[0].id, stored };
}

export async function turnOf(m: Mailboxes, id: string): Promise<Turn> {
  return (await m.outcomes.turns([id]))[0];
}

export function acceptance(sid = `SM${randomUUID()}`) {
  return { kind: 'accepted', sid, status: 'queued' } as const;
}
