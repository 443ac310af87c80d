import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { ErasureStore } from './erasure.store.js';

/** Milliseconds between two looks for erasures that stopped half-way. */
const LOOK_MS = 60_000;

/**
 * Goes on with the erasures that a process didn't complete before it died, or before its store went
 * away: at the start, and every minute.
 */
@Injectable()
export class UnfinishedErasures implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(UnfinishedErasures.name);
  private timer?: NodeJS.Timeout;
  private working?: Promise<void>;
  private failing = false;

  constructor(private readonly erasure: ErasureStore) {}

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

  /** Logs a failure once, however long it goes on. */
  private async goOn(): Promise<void> {
    try {
      await this.erasure.goOn();
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
