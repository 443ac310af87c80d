import { Global, Module } from '@nestjs/common';
import { MailboxModule } from '../mailbox/mailbox.module.js';
import { Channel } from '../mailbox/outbox/channel.js';
import { SessionsModule } from '../sessions/sessions.module.js';
import { DiagnosticsController } from './diagnostics/diagnostics.controller.js';
import { DiagnosticsService } from './diagnostics/diagnostics.service.js';
import { RefusedSignatures } from './signature/refused-signatures.js';
import { SignatureGuard } from './signature/signature.guard.js';
import { StatusController } from './webhook/status.controller.js';
import { WebhookController } from './webhook/webhook.controller.js';
import { WebhookService } from './webhook/webhook.service.js';
import { TwilioClient } from './sending/twilio.client.js';
import { WhatsAppChannel } from './sending/whatsapp.channel.js';

/**
 * Sending. The module is global, so that the mailbox's worker gets a `Channel` without knowing who
 * implements it: `WhatsAppModule`, which receives, imports the mailbox and can't be imported by it.
 */
@Global()
@Module({
  providers: [TwilioClient, WhatsAppChannel, { provide: Channel, useExisting: WhatsAppChannel }],
  exports: [TwilioClient, Channel],
})
class WhatsAppChannelModule {}

/** Twilio's webhooks with their guard, sending, and the diagnostics for both. */
@Module({
  imports: [SessionsModule, MailboxModule, WhatsAppChannelModule],
  controllers: [WebhookController, StatusController, DiagnosticsController],
  providers: [WebhookService, SignatureGuard, RefusedSignatures, DiagnosticsService],
})
export class WhatsAppModule {}
