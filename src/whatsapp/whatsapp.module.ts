import { Global, Module } from '@nestjs/common';
import { EgressModule } from '../egress/egress.module.js';
import { LinesModule } from '../lines/lines.module.js';
import { MailboxModule } from '../mailbox/mailbox.module.js';
import { Channel } from '../mailbox/outbox/channel.js';
import { MediaSource } from '../media/media-source.js';
import { SessionsModule } from '../sessions/sessions.module.js';
import { DiagnosticsController } from './diagnostics/diagnostics.controller.js';
import { DiagnosticsService } from './diagnostics/diagnostics.service.js';
import { AcceptedSignatures } from './signature/accepted-signatures.js';
import { ProbeChallenges } from './signature/probe-challenges.js';
import { RefusedSignatures } from './signature/refused-signatures.js';
import { SignatureGuard } from './signature/signature.guard.js';
import { StatusController } from './webhook/status.controller.js';
import { WebhookController } from './webhook/webhook.controller.js';
import { WebhookService } from './webhook/webhook.service.js';
import { TwilioMedia } from './media/twilio-media.js';
import { ContentApi } from './sending/content/content-api.js';
import { ContentResources } from './sending/content/content-resources.js';
import { ContentStore } from './sending/content/content.store.js';
import { MessageLog } from './sending/message-log.js';
import { FirstWebhooks } from './records/first-webhooks.js';
import { WhatsAppRecords } from './records/records.store.js';
import { adapterFor } from '../storage/storage.js';
import { TwilioClient } from './sending/twilio.client.js';
import { WhatsAppChannel } from './sending/whatsapp.channel.js';

/**
 * Sending, and fetching media. The module is global, so that the mailbox gets a `Channel` and a
 * `MediaSource` without knowing who implements them: `WhatsAppModule`, which receives, imports the mailbox and can't be imported by it.
 */
@Global()
@Module({
  imports: [EgressModule],
  providers: [
    TwilioClient,
    MessageLog,
    ContentApi,
    ContentResources,
    adapterFor(ContentStore, {
      sqlite: () => import('./sending/content/content.sqlite.js'),
      mongo: () => import('./sending/content/content.mongo.js'),
    }),
    WhatsAppChannel,
    { provide: Channel, useExisting: WhatsAppChannel },
    { provide: MediaSource, useClass: TwilioMedia },
  ],
  exports: [TwilioClient, MessageLog, ContentApi, Channel, MediaSource],
})
class WhatsAppChannelModule {}

/** Twilio's webhooks with their guard, sending, and the diagnostics for both. */
@Module({
  imports: [SessionsModule, MailboxModule, LinesModule, WhatsAppChannelModule],
  controllers: [WebhookController, StatusController, DiagnosticsController],
  providers: [
    WebhookService,
    SignatureGuard,
    AcceptedSignatures,
    RefusedSignatures,
    ProbeChallenges,
    DiagnosticsService,
    // What Twilio knows by us besides the mailbox.
    FirstWebhooks,
    adapterFor(WhatsAppRecords, {
      sqlite: () => import('./records/records.sqlite.js'),
      mongo: () => import('./records/records.mongo.js'),
    }),
  ],
  exports: [DiagnosticsService, ProbeChallenges, AcceptedSignatures],
})
export class WhatsAppModule {}
