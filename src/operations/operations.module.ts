import { type DynamicModule, Module } from '@nestjs/common';
import { TerminusModule } from '@nestjs/terminus';
import { LoggerModule } from 'nestjs-pino';
import { AnnouncingModule } from '../announcing/announcing.module.js';
import { ChatModule } from '../chat/chat.module.js';
import type { Env } from '../env/env.js';
import { KnowledgeModule } from '../knowledge/knowledge.module.js';
import { BackupsController } from './backups.controller.js';
import { BackupsService } from './backups.service.js';
import { HealthController } from './health.controller.js';
import { LinesModule } from '../lines/lines.module.js';
import { MailboxModule } from '../mailbox/mailbox.module.js';
import { LogLevelService } from './log-level.service.js';
import { logging, QuietLogger } from '../log/logger.js';
import { MetricsController } from './metrics.controller.js';
import { MetricsService } from './metrics.service.js';
import { Readiness } from './readiness.js';
import { Tracing } from '../tracing/tracing.js';
import { TakeoverModule } from '../takeover/takeover.module.js';

/** What an operator watches: health, metrics and logs. */
@Module({})
export class OperationsModule {
  static with(env: Env): DynamicModule {
    return {
      module: OperationsModule,
      imports: [
        LoggerModule.forRoot(logging(env)),
        TerminusModule.forRoot({ logger: false }),
        AnnouncingModule,
        ChatModule,
        KnowledgeModule,
        MailboxModule,
        LinesModule,
        TakeoverModule,
      ],
      controllers: [HealthController, MetricsController, BackupsController],
      providers: [
        { provide: Tracing, useFactory: () => Tracing.start(env) },
        Readiness,
        MetricsService,
        BackupsService,
        LogLevelService,
        QuietLogger,
      ],
    };
  }
}
