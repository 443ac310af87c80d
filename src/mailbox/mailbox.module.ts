import { Module } from '@nestjs/common';
import { ChatModule } from '../chat/chat.module.js';
import { SessionsModule } from '../sessions/sessions.module.js';
import { adapterFor } from '../storage/storage.js';
import { AccountHold } from './account-hold.js';
import { AnsweringService } from './answering.service.js';
import { AttendanceService } from './attendance.service.js';
import { ConsentService } from './consent.service.js';
import { ConversationsController } from './conversations.controller.js';
import { ConversationsService } from './conversations.service.js';
import { DeliveryService } from './delivery.service.js';
import { DeskController } from './desk.controller.js';
import { DeskService } from './desk.service.js';
import { DeskStore } from './desk.store.js';
import { ErasureStore } from './erasure.store.js';
import { FailureStore } from './failure.store.js';
import { FailuresController } from './failures.controller.js';
import { FailuresService } from './failures.service.js';
import { MailboxService } from './mailbox.service.js';
import { MailboxStore } from './mailbox.store.js';
import { MessagesController } from './messages.controller.js';
import { OutboxStore } from './outbox.store.js';
import { OutcomeStore } from './outcome.store.js';
import { SenderDataService } from './sender-data.service.js';
import { Signals } from './signals.js';
import { TranscriptService } from './transcript.service.js';
import { TurnStore } from './turn.store.js';
import { UnansweredService } from './unanswered.service.js';
import { Worker } from './worker.js';

/** Accepts messages durably, and sees each of them to its outcome. */
@Module({
  imports: [SessionsModule, ChatModule],
  controllers: [ConversationsController, MessagesController, DeskController, FailuresController],
  providers: [
    adapterFor(MailboxStore, {
      sqlite: async (db) => (await import('./mailbox.sqlite.js')).SqliteMailboxStore.open(db),
      mongo: async (db) => (await import('./mailbox.mongo.js')).MongoMailboxStore.open(db),
    }),
    adapterFor(TurnStore, {
      sqlite: async (db) => (await import('./turn.sqlite.js')).SqliteTurnStore.open(db),
      mongo: async (db) => (await import('./turn.mongo.js')).MongoTurnStore.open(db),
    }),
    adapterFor(OutboxStore, {
      sqlite: async (db) => (await import('./outbox.sqlite.js')).SqliteOutboxStore.open(db),
      mongo: async (db) => (await import('./outbox.mongo.js')).MongoOutboxStore.open(db),
    }),
    adapterFor(OutcomeStore, {
      sqlite: async (db) => (await import('./outcome.sqlite.js')).SqliteOutcomeStore.open(db),
      mongo: async (db) => (await import('./outcome.mongo.js')).MongoOutcomeStore.open(db),
    }),
    adapterFor(FailureStore, {
      sqlite: async (db) => (await import('./failure.sqlite.js')).SqliteFailureStore.open(db),
      mongo: async (db) => (await import('./failure.mongo.js')).MongoFailureStore.open(db),
    }),
    adapterFor(DeskStore, {
      sqlite: async (db) => (await import('./desk.sqlite.js')).SqliteDeskStore.open(db),
      mongo: async (db) => (await import('./desk.mongo.js')).MongoDeskStore.open(db),
    }),
    adapterFor(ErasureStore, {
      sqlite: async (db) => (await import('./erasure.sqlite.js')).SqliteErasureStore.open(db),
      mongo: async (db) => (await import('./erasure.mongo.js')).MongoErasureStore.open(db),
    }),
    Signals,
    MailboxService,
    Worker,
    AttendanceService,
    AnsweringService,
    DeliveryService,
    AccountHold,
    TranscriptService,
    FailuresService,
    ConversationsService,
    DeskService,
    UnansweredService,
    ConsentService,
    SenderDataService,
  ],
  exports: [MailboxService, AccountHold, Worker],
})
export class MailboxModule {}
