import { type DynamicModule, Module } from '@nestjs/common';
import { join } from 'node:path';
import { endpointsOf } from './app.endpoints.js';
import { AccessModule } from './access/access.module.js';
import { AnnouncingModule } from './announcing/announcing.module.js';
import { ChatModule } from './chat/chat.module.js';
import { BotConfigModule } from './config/bot-config.module.js';
import { ConsoleModule } from './console/console.module.js';
import { SignInModule } from './console/sign-in/sign-in.module.js';
import { ConversationsModule } from './conversations/conversations.module.js';
import type { Endpoints, SimulatedTwilio } from './config/endpoints.js';
import type { Env } from './env/env.js';
import { sharedKeysIn } from './env/shared-keys.js';
import { EventsModule } from './events/events.module.js';
import { FailuresModule } from './failures/failures.module.js';
import { HttpModule } from './http/http.module.js';
import { KnowledgeModule } from './knowledge/knowledge.module.js';
import { LinesModule } from './lines/lines.module.js';
import { MailboxModule } from './mailbox/mailbox.module.js';
import { OtherNodesModule } from './mailbox/other-nodes.module.js';
import { MediaModule } from './media/media.module.js';
import { OperationsModule } from './operations/operations.module.js';
import { QuestionsModule } from './questions/questions.module.js';
import { RehearsalsModule } from './rehearsals/rehearsals.module.js';
import { ReconciliationModule } from './reconciliation/reconciliation.module.js';
import { ReviewModule } from './review/review.module.js';
import { SenderDataModule } from './sender-data/sender-data.module.js';
import { SessionsModule } from './sessions/sessions.module.js';
import { spareKeyOf } from './simulator/credentials.js';
import { SetUpModule } from './set-up/set-up.module.js';
import { Control } from './simulator/people/control.js';
import { SimulatorModule } from './simulator/simulator.module.js';
import { locally, type SimulatorOptions } from './simulator/simulator.options.js';
import { StatsModule } from './stats/stats.module.js';
import { StorageModule } from './storage/storage.module.js';
import { SuggestionsModule } from './suggestions/suggestions.module.js';
import { ConsentModule } from './consent/consent.module.js';
import { TakeoverModule } from './takeover/takeover.module.js';
import { TemplatesModule } from './templates/templates.module.js';
import { TimelineModule } from './timeline/timeline.module.js';
import { WhatsAppModule } from './whatsapp/whatsapp.module.js';

/** The map: the modules in the order in which a message meets them. */
@Module({})
export class AppModule {
  /** Throws an `EnvError` for what must be put right before a start. */
  static with(env: Env): DynamicModule {
    const endpoints = endpointsOf(env);
    const { simulated } = endpoints;
    return {
      module: AppModule,
      imports: [
        // The admin token, and the form of errors.
        HttpModule,
        // Twilio's webhooks in, messages out.
        WhatsAppModule,
        // What Twilio's list shows of both: messages that did not come, sends of unknown outcome.
        ReconciliationModule,
        // Who wrote, and in which conversation.
        SessionsModule,
        // What waits, what is worked on, what is to be sent.
        MailboxModule,
        // News from other nodes, and the work that a dead one left unfinished: on MongoDB only.
        ...(env.MONGODB_URI ? [OtherNodesModule] : []),
        // What was sent besides text: voice notes, pictures, files.
        MediaModule,
        // The answer to a text.
        ChatModule,
        // What the business's documents say.
        KnowledgeModule,
        // What a person sees and does: the business's lines, conversations, questions, why an answer is as it
        // is, taking over, failures, a sender's data, and what became of a message.
        LinesModule,
        ConversationsModule,
        QuestionsModule,
        ReviewModule,
        SuggestionsModule,
        TakeoverModule,
        ConsentModule,
        FailuresModule,
        TemplatesModule,
        SenderDataModule,
        TimelineModule,
        StatsModule,
        // What happens, told to other systems.
        AnnouncingModule,
        // What changes, told to those who watch.
        EventsModule,
        // What an administrator may change while it runs.
        BotConfigModule.with(endpoints),
        // Who may do what.
        AccessModule,
        // What of all that is set up, and what isn't.
        SetUpModule,
        // Twilio's place, while it is simulated, and scenarios that are played there.
        ...(simulated ? simulation(simulator(env, endpoints, simulated)) : []),
        // The page for a browser, and who may see more than the page.
        ConsoleModule,
        SignInModule,
        // Health, metrics and logs.
        OperationsModule.with(env),
        // The environment, the time, and where everything is kept.
        StorageModule.with(env, endpoints.simulator),
      ],
    };
  }
}

function simulation(options: SimulatorOptions): DynamicModule[] {
  const played = SimulatorModule.register(options);
  return [played, RehearsalsModule.with(played, Control)];
}

/** The simulator calls us inside this machine, but signs as if it called the public address. */
function simulator(env: Env, endpoints: Endpoints, account: SimulatedTwilio): SimulatorOptions {
  return {
    ...account,
    sharedKey: sharedKeysIn(env.SIMULATOR_SHARED_KEY)[0],
    spareKey: spareKeyOf(account),
    ledgerFile: env.SIMULATOR_LEDGER ?? join(env.DATA_DIR, 'simulator', 'ledger.jsonl'),
    address: () => endpoints.twilioApiBase,
    webhookUrl: () => endpoints.webhookUrl,
    route: locally(
      () => endpoints.publicUrl,
      () => endpoints.localUrl,
    ),
  };
}
