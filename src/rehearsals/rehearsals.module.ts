import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { ChatModule } from '../chat/chat.module.js';
import { MailboxModule } from '../mailbox/mailbox.module.js';
import { SessionsModule } from '../sessions/sessions.module.js';
import { TakeoverModule } from '../takeover/takeover.module.js';
import { Person } from './person.js';
import { Player } from './player.js';
import { RehearsalsController } from './rehearsals.controller.js';
import { RehearsalsService } from './rehearsals.service.js';
import { SavingController } from './saving.controller.js';
import { SavingService } from './saving.service.js';
import { Team } from './team.js';
import { Transcript } from './transcript.js';

/** Scenarios: played against this bot, and written from conversations with it. */
@Module({})
export class RehearsalsModule {
  /** `writing` is who plays the people: exported by the module `of`. */
  static with(of: DynamicModule, writing: Type<Person>): DynamicModule {
    return {
      module: RehearsalsModule,
      imports: [SessionsModule, ChatModule, MailboxModule, TakeoverModule, of],
      controllers: [RehearsalsController, SavingController],
      providers: [
        { provide: Person, useExisting: writing },
        Player,
        RehearsalsService,
        SavingService,
        Team,
        Transcript,
      ],
    };
  }
}
