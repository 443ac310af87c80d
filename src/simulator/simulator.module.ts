import { type DynamicModule, Module, type Provider } from '@nestjs/common';
import { RouterModule } from '@nestjs/core';
import { Clock, SystemClock } from '../clock.js';
import { SimulatorOptions } from './simulator.options.js';
import { LedgerFile } from './ledger/ledger-file.js';
import { Ledger, NoLedger } from './ledger/ledger.js';
import { Contents } from './ledger/contents.js';
import { MediaStore } from './ledger/media.store.js';
import { Messages } from './ledger/messages.js';
import { TypingNow } from './ledger/typing-now.js';
import { Faults } from './faults/faults.js';
import { HeldConnections } from './faults/held-connections.js';
import { Delivery } from './webhooks/delivery.js';
import { StatusCallbacks } from './webhooks/status-callbacks.js';
import { WebhookClient } from './webhooks/webhook.client.js';
import { ControlController } from './people/control.controller.js';
import { Arrivals } from './people/arrivals.js';
import { Control } from './people/control.js';
import { Inbound } from './people/inbound.js';
import { MessagingServicesController } from './twilio-api/sender-pools/messaging-services.controller.js';
import { MessagingServices } from './twilio-api/sender-pools/messaging-services.js';
import { AccountController } from './twilio-api/account.controller.js';
import { ContentController } from './twilio-api/content/content.controller.js';
import { ContentService } from './twilio-api/content/content.service.js';
import { MediaFault } from './twilio-api/media-fault.interceptor.js';
import { MediaFiles } from './twilio-api/media-files.js';
import { MediaController } from './twilio-api/media.controller.js';
import { MessageUpdates } from './twilio-api/message-updates.js';
import { MessageList } from './twilio-api/lists/message-list.js';
import { MessagesController } from './twilio-api/messages.controller.js';
import { Outbound } from './twilio-api/sending/outbound.js';
import { TypingController } from './twilio-api/typing.controller.js';
import { Typing } from './twilio-api/typing.js';

const KEEPING: Provider[] = [
  {
    provide: Clock,
    inject: [SimulatorOptions],
    useFactory: ({ clock }: SimulatorOptions) => clock ?? new SystemClock(),
  },
  {
    provide: Ledger,
    inject: [SimulatorOptions],
    useFactory: ({ ledgerFile }: SimulatorOptions) =>
      ledgerFile ? LedgerFile.open(ledgerFile) : new NoLedger(),
  },
  {
    provide: Messages,
    inject: [Ledger, Clock, SimulatorOptions],
    useFactory: (ledger: Ledger, clock: Clock, { mostKept }: SimulatorOptions) =>
      Messages.replay(ledger, clock, mostKept),
  },
  {
    provide: Contents,
    inject: [SimulatorOptions],
    useFactory: ({ ledgerFile }: SimulatorOptions) =>
      new Contents(ledgerFile && `${ledgerFile}.content.json`),
  },
  {
    provide: MediaStore,
    inject: [SimulatorOptions],
    useFactory: ({ ledgerFile }: SimulatorOptions) =>
      new MediaStore(ledgerFile && `${ledgerFile}.media`),
  },
];

/** A Twilio to try things with: its REST API, its webhooks, and control over both. */
@Module({
  // The account's comes last: it answers what no other one knows.
  controllers: [
    ControlController,
    MessagesController,
    MediaController,
    TypingController,
    ContentController,
    MessagingServicesController,
    AccountController,
  ],
  providers: [
    ...KEEPING,
    Arrivals,
    ContentService,
    Control,
    Delivery,
    Faults,
    HeldConnections,
    Inbound,
    MediaFault,
    MediaFiles,
    MessageList,
    MessageUpdates,
    MessagingServices,
    Outbound,
    StatusCallbacks,
    Typing,
    TypingNow,
    WebhookClient,
  ],
  exports: [Control],
})
export class SimulatorModule {
  /** With all its paths at the root. */
  static alone(options: SimulatorOptions): DynamicModule {
    const providers = [{ provide: SimulatorOptions, useValue: options }];
    return { module: SimulatorModule, providers };
  }

  /** Inside the app, under /simulator; the app's guard asks for the admin token on /control. */
  static register(options: SimulatorOptions): DynamicModule {
    const routes = [{ path: 'simulator', module: SimulatorModule }];
    return { ...SimulatorModule.alone(options), imports: [RouterModule.register(routes)] };
  }
}
