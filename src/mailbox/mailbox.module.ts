import { Module } from '@nestjs/common';
import { ChatModule } from '../chat/chat.module.js';
import { MediaModule } from '../media/media.module.js';
import { SessionsModule } from '../sessions/sessions.module.js';
import { adapterFor } from '../storage/storage.js';
import { Holds } from './holds/holds.js';
import { HoldStore } from './holds/hold.store.js';
import { ShownHolds } from './holds/shown-holds.js';
import { HoldWatch } from './holds/hold-watch.service.js';
import { AboutService } from './answering/about.service.js';
import { AnsweringService } from './answering/answering.service.js';
import { HandBackService } from './worker/visit/hand-back.service.js';
import { MediaNotes } from './answering/media.js';
import { ReadingService } from './answering/reading.js';
import { ReadingStore } from './answering/reading.store.js';
import { DayLimits } from './answering/day-limits.js';
import { FormsService } from './answering/forms.service.js';
import { ConsentService } from './consent/consent.service.js';
import { FormerOptOuts } from './consent/former-opt-outs.js';
import { IntakeService } from './intake/intake.service.js';
import { IntakeStore } from './intake/intake.store.js';
import { DeliveryService } from './outbox/delivery.service.js';
import { MessageCosts } from './outbox/message-costs.js';
import { OutboxStore } from './outbox/outbox.store.js';
import { VerdictsService } from './outbox/verdicts.service.js';
import { StatusUpdatesService } from './outbox/status-updates.service.js';
import { QueueStore } from './queue/queue.store.js';
import { Signals } from './queue/signals.js';
import { OutcomeCounts } from './turns/outcome-counts.js';
import { StoredAnswerService } from './turns/stored-answer.service.js';
import { TurnStore } from './turns/turn.store.js';
import { UnansweredService } from './turns/unanswered.service.js';
import { KeptLines } from './worker/visit/kept-lines.service.js';
import { VisitService } from './worker/visit/visit.service.js';
import { Worker } from './worker/worker.js';

/** Accepts messages durably, and brings each of them to its outcome. */
@Module({
  imports: [SessionsModule, ChatModule, MediaModule],
  providers: [
    // Takes messages in.
    IntakeService,
    adapterFor(IntakeStore, {
      sqlite: () => import('./intake/intake.sqlite.js'),
      mongo: () => import('./intake/intake.mongo.js'),
    }),
    // Decides which mailbox is worked on.
    Signals,
    adapterFor(QueueStore, {
      sqlite: () => import('./queue/queue.sqlite.js'),
      mongo: () => import('./queue/queue.mongo.js'),
    }),
    Worker,
    VisitService,
    KeptLines,
    // Makes and stores the answers.
    ConsentService,
    adapterFor(FormerOptOuts, {
      sqlite: () => import('./consent/former-opt-outs.sqlite.js'),
      mongo: () => import('./consent/former-opt-outs.mongo.js'),
    }),
    AnsweringService,
    DayLimits,
    HandBackService,
    FormsService,
    ReadingService,
    MediaNotes,
    adapterFor(ReadingStore, {
      sqlite: () => import('./answering/reading.sqlite.js'),
      mongo: () => import('./answering/reading.mongo.js'),
    }),
    AboutService,
    UnansweredService,
    adapterFor(TurnStore, {
      sqlite: () => import('./turns/turn.sqlite.js'),
      mongo: () => import('./turns/turn.mongo.js'),
    }),
    StoredAnswerService,
    OutcomeCounts,
    // Sends the answers, and learns what became of them.
    DeliveryService,
    MessageCosts,
    VerdictsService,
    Holds,
    ShownHolds,
    HoldWatch,
    adapterFor(HoldStore, {
      sqlite: () => import('./holds/hold.sqlite.js'),
      mongo: () => import('./holds/hold.mongo.js'),
    }),
    adapterFor(OutboxStore, {
      sqlite: () => import('./outbox/outbox.sqlite.js'),
      mongo: () => import('./outbox/outbox.mongo.js'),
    }),
    StatusUpdatesService,
  ],
  exports: [
    IntakeService,
    StoredAnswerService,
    StatusUpdatesService,
    QueueStore,
    TurnStore,
    Signals,
    Holds,
    HoldStore,
    ShownHolds,
    Worker,
    FormerOptOuts,
  ],
})
export class MailboxModule {}
