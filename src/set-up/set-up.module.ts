import { Module } from '@nestjs/common';
import { ChatModule } from '../chat/chat.module.js';
import { KnowledgeModule } from '../knowledge/knowledge.module.js';
import { ReconciliationModule } from '../reconciliation/reconciliation.module.js';
import { WhatsAppModule } from '../whatsapp/whatsapp.module.js';
import { Looks } from './looks.js';
import { HoursReader } from './proposed/hours-reader.js';
import { ProposedController } from './proposed/proposed.controller.js';
import { ProposedService } from './proposed/proposed.service.js';
import { SetUpController } from './set-up.controller.js';
import { SetUpService } from './set-up.service.js';
import { ThisInstallation } from './this-installation.js';
import { WebhookLook } from './webhook-look.js';

/** What is set up: the store, the models, Twilio, the way from there to us. */
@Module({
  imports: [ChatModule, KnowledgeModule, ReconciliationModule, WhatsAppModule],
  controllers: [SetUpController, ProposedController],
  providers: [HoursReader, Looks, ProposedService, SetUpService, ThisInstallation, WebhookLook],
})
export class SetUpModule {}
