import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { BotConfigService } from '../../config/bot-config.service.js';
import { Env } from '../../env/env.js';
import { Signals } from '../queue/signals.js';
import { Holds } from './holds.js';
import { HoldStore } from './hold.store.js';

/** Milliseconds between two looks at the holds, which stand for a look of each held mailbox. */
const LOOK_MS = 1000;

/**
 * Keeps this node's view of the holds fresh, lets a mailbox of each try when it is time, and wakes who
 * waited once one is over. A start, and a changed configuration, may have mended the account or a
 * line: then a mailbox tries at once.
 */
@Injectable()
export class HoldWatch implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(HoldWatch.name);
  private timer?: NodeJS.Timeout;
  private looking?: Promise<void>;
  private ended = false;
  /** Something changed that is still to be tried: a look that failed is made up for by the next. */
  private changed = false;

  constructor(
    private readonly env: Env,
    private readonly config: BotConfigService,
    private readonly holds: Holds,
    private readonly store: HoldStore,
    private readonly signals: Signals,
  ) {}

  /** Looks once a second. A process that only accepts (WORKER_CONCURRENCY=0) wakes nobody. */
  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.look(), LOOK_MS);
    if (!this.env.WORKER_CONCURRENCY) return;
    this.config.changes.subscribe(() => void this.tryNow());
    void this.tryNow();
  }

  /** Stops looking, and waits for the look that is under way. */
  async onModuleDestroy(): Promise<void> {
    this.ended = true;
    clearInterval(this.timer);
    await this.looking;
  }

  private async tryNow(): Promise<void> {
    this.changed = true;
    await this.looking;
    await this.look();
    this.signals.wake();
  }

  /** One look at a time. A store that is away is told of by the worker. */
  private look(): Promise<void> {
    return (this.looking ??= (this.env.WORKER_CONCURRENCY ? this.tend() : this.read())
      .catch((error: unknown) => this.failed(error))
      .finally(() => (this.looking = undefined)));
  }

  private async read(): Promise<void> {
    this.holds.see(await this.store.all());
  }

  private async tend(): Promise<void> {
    while (this.changed && !this.ended) this.changed = await this.store.tryNow();
    for (let more = true; more && !this.ended;) {
      const { holds, woken } = await this.store.tend();
      this.holds.see(holds);
      more = woken > 0;
      if (more) this.signals.wake();
    }
  }

  private failed(error: unknown): void {
    this.logger.debug(`The holds can't be read now: ${(error as Error).message}`);
  }
}
