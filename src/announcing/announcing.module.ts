import { Module } from '@nestjs/common';
import { ConversationsModule } from '../conversations/conversations.module.js';
import { EgressModule } from '../egress/egress.module.js';
import { adapterFor } from '../storage/storage.js';
import { TimelineModule } from '../timeline/timeline.module.js';
import { AnnouncementStore } from './announcements/announcement.store.js';
import { MailService } from './mail/mail.service.js';
import { NewsSource } from './news/news-source.js';
import { DeliveriesController } from './sending/deliveries.controller.js';
import { DeliveriesService } from './sending/deliveries.service.js';
import { PostingService } from './sending/posting.service.js';
import { SubjectsService } from './sending/subjects.service.js';
import { TellingService } from './sending/telling.service.js';
import { AllowedHosts } from './targets/allowed-hosts.js';
import { EndpointsController } from './targets/endpoints.controller.js';
import { EndpointsService } from './targets/endpoints.service.js';
import { TargetStore } from './targets/target.store.js';
import { WebhookSecrets } from './targets/webhook-secrets.js';

/** Tells other systems of handovers, failures and messages. */
@Module({
  imports: [EgressModule, ConversationsModule, TimelineModule],
  controllers: [DeliveriesController, EndpointsController],
  providers: [
    adapterFor(TargetStore, {
      sqlite: () => import('./targets/target.sqlite.js'),
      mongo: () => import('./targets/target.mongo.js'),
    }),
    adapterFor(AnnouncementStore, {
      sqlite: () => import('./announcements/announcement.sqlite.js'),
      mongo: () => import('./announcements/announcement.mongo.js'),
    }),
    adapterFor(NewsSource, {
      sqlite: () => import('./news/news-source.sqlite.js'),
      mongo: () => import('./news/news-source.mongo.js'),
    }),
    AllowedHosts,
    WebhookSecrets,
    EndpointsService,
    SubjectsService,
    PostingService,
    TellingService,
    DeliveriesService,
    MailService,
  ],
  exports: [AnnouncementStore],
})
export class AnnouncingModule {}
