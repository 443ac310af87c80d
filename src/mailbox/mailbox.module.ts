import { Module } from '@nestjs/common';
import { ChatModule } from '../chat/chat.module.js';
import { SessionsModule } from '../sessions/sessions.module.js';
import { adapterFor } from '../storage/storage.js';
import { AccountHold } from './outbox/account-hold.js';
import { AnsweringService } from './answering/answering.service.js';
import { VisitService } from './worker/visit.service.js';
import { ConsentService } from './consent/consent.service.js';
import { DeliveryService } from './outbox/delivery.service.js';
import { MailboxService } from './intake/mailbox.service.js';
import { MailboxStore } from './queue/mailbox.store.js';
import { OutboxStore } from './outbox/outbox.store.js';
import { OutcomeStore } from './turns/outcome.store.js';
import { Signals } from './queue/signals.js';
import { TurnStore } from './turns/turn.store.js';
import { UnansweredService } from './turns/unanswered.service.js';
import { Worker } from './worker/worker.js';

/** Accepts messages durably, and sees each of them to its outcome. */
@Module({
  imports: [SessionsModule, ChatModule],
  providers: [
    adapterFor(MailboxStore, {
      sqlite: async (db) => (await import('./queue/mailbox.sqlite.js')).SqliteMailboxStore.open(db),
      mongo: async (db) => (await import('./queue/mailbox.mongo.js')).MongoMailboxStore.open(db),
    }),
    adapterFor(TurnStore, {
      sqlite: async (db) => (await import('./turns/turn.sqlite.js')).SqliteTurnStore.open(db),
      mongo: async (db) => (await import('./turns/turn.mongo.js')).MongoTurnStore.open(db),
    }),
    adapterFor(OutboxStore, {
      sqlite: async (db) => (await import('./outbox/outbox.sqlite.js')).SqliteOutboxStore.open(db),
      mongo: async (db) => (await import('./outbox/outbox.mongo.js')).MongoOutboxStore.open(db),
    }),
    adapterFor(OutcomeStore, {
      sqlite: async (db) => (await import('./turns/outcome.sqlite.js')).SqliteOutcomeStore.open(db),
      mongo: async (db) => (await import('./turns/outcome.mongo.js')).MongoOutcomeStore.open(db),
    }),
    Signals,
    MailboxService,
    Worker,
    VisitService,
    AnsweringService,
    DeliveryService,
    AccountHold,
    UnansweredService,
    ConsentService,
  ],
  exports: [MailboxService, OutcomeStore, Signals, AccountHold, Worker],
})
export class MailboxModule {}
