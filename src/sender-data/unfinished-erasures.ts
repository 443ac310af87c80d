import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { keptFor } from '../chat/trace/kept.js';
import { TraceRepository } from '../chat/trace/trace.repository.js';
import { BotConfigService } from '../config/bot-config.service.js';
import { ErasureStore } from './erasure.store.js';

/** Milliseconds between two looks for what is to be erased. */
const LOOK_MS = 60_000;
/** Traces that are removed at once: others write in between. */
const AT_ONCE = 500;

/**
 * Goes on with the erasures that a process didn't complete before it died, or before its store went
 * away, and removes what answers were made from once it is as old as `trace_days` says: at the start,
 * and every minute.
 */
@Injectable()
export class UnfinishedErasures implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(UnfinishedErasures.name);
  private timer?: NodeJS.Timeout;
  private working?: Promise<void>;
  private failing = false;

  constructor(
    private readonly erasure: ErasureStore,
    private readonly traces: TraceRepository,
    private readonly config: BotConfigService,
  ) {}

  /** Looks now, without having the start wait for it, and from time to time. */
  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.look(), LOOK_MS);
    this.look();
  }

  /** Looks no more. An erasure under way ends with the store's connection. */
  onModuleDestroy(): void {
    clearInterval(this.timer);
    this.timer = undefined;
  }

  private look(): void {
    this.working ??= this.goOn().finally(() => (this.working = undefined));
  }

  private async forgetTraces(): Promise<void> {
    const age = keptFor(await this.config.current());
    while (this.timer && (await this.traces.forget(age, AT_ONCE)) === AT_ONCE);
  }

  /** Logs a failure once, however long it goes on. */
  private async goOn(): Promise<void> {
    try {
      await this.erasure.goOn();
      await this.forgetTraces();
      this.failing = false;
    } catch (error) {
      if (this.timer && !this.failing)
        this.logger.warn(
          `Erasing goes on in a minute: ${(error as Error).message}. See that the store works.`,
        );
      this.failing = true;
    }
  }
}
