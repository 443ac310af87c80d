import {
  Inject,
  Injectable,
  Logger,
  Module,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { Env } from '../env/env.js';
import { cureOf } from '../storage/storage.error.js';
import { type MongoStorage, Storage } from '../storage/storage.js';
import { MailboxModule } from './mailbox.module.js';
import { Signals } from './queue/signals.js';

/** Milliseconds between two sweeps: what a node left asleep is awake within five seconds. */
const SWEEP_MS = 2000;

/**
 * Does what only MongoDB needs, where several nodes share the work: it passes on the signals of the
 * other nodes, and wakes the mailboxes that a node stored a message in but died before it woke
 * them.
 */
@Injectable()
class OtherNodes implements OnApplicationBootstrap, OnModuleDestroy {
  private stopWatching?: () => void;
  private timer?: NodeJS.Timeout;
  private sweeper?: { run(): Promise<number> };
  private sweeping = false;
  private failing = false;
  private readonly logger = new Logger(OtherNodes.name);

  constructor(
    @Inject(Storage) private readonly storage: MongoStorage,
    private readonly signals: Signals,
    private readonly env: Env,
  ) {}

  /**
   * Watches the store. A node that works on mailboxes watches for messages, too, and sweeps; one
   * that only accepts watches for answers alone.
   */
  async onApplicationBootstrap(): Promise<void> {
    const { watch } = await import('./queue/watch.mongo.js');
    const works = this.env.WORKER_CONCURRENCY > 0;
    this.stopWatching = watch(await this.storage.collections(), this.signals.send, works);
    if (!works) return;
    this.timer = setInterval(() => void this.sweep(), SWEEP_MS);
    void this.sweep();
  }

  /** Stops watching and sweeping. */
  onModuleDestroy(): void {
    this.stopWatching?.();
    clearInterval(this.timer);
  }

  private async sweep(): Promise<void> {
    if (this.sweeping) return;
    this.sweeping = true;
    try {
      this.sweeper ??= await this.makeSweep();
      if (await this.sweeper.run()) this.signals.wake();
      this.failing = false;
    } catch (error) {
      this.sweepFailed(error as Error);
    } finally {
      this.sweeping = false;
    }
  }

  private async makeSweep() {
    const { Sweep } = await import('./intake/sweep.mongo.js');
    return new Sweep(await this.storage.collections());
  }

  /** Logs it once, however long it goes on. */
  private sweepFailed(error: Error): void {
    if (!this.failing)
      this.logger.error(
        `Messages that a node stored before it died can't be looked for: ${error.message}. ` +
          cureOf(error),
      );
    this.failing = true;
  }
}

/** Lets several nodes share the work. The app imports it on MongoDB only. */
@Module({ imports: [MailboxModule], providers: [OtherNodes] })
export class OtherNodesModule {}
