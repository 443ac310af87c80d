import { Global, Module } from '@nestjs/common';
import { Channel } from '../../mailbox/outbox/channel.js';
import { TwilioClient } from './twilio.client.js';
import { WhatsAppChannel } from './whatsapp.channel.js';

/**
 * The way out. Global, so that the mailbox's worker gets its `Channel` without knowing who
 * implements it; the way in (`WhatsAppModule`) imports the mailbox.
 */
@Global()
@Module({
  providers: [TwilioClient, WhatsAppChannel, { provide: Channel, useExisting: WhatsAppChannel }],
  exports: [TwilioClient, Channel],
})
export class WhatsAppChannelModule {}
