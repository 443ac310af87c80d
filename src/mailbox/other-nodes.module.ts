import {
  Inject,
  Injectable,
  Module,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { Env } from '../env/env.js';
import { type MongoStorage, Storage } from '../storage/storage.js';
import { MailboxModule } from './mailbox.module.js';
import { Signals } from './queue/signals.js';

/** Milliseconds between two sweeps. */
const SWEEP_MS = 5000;

/**
 * Does what only MongoDB needs, where several nodes share the work: it passes on the signals of the
 * other nodes, and wakes the mailboxes that a node stored a message in but died before it woke
 * them.
 */
@Injectable()
export class OtherNodes implements OnApplicationBootstrap, OnModuleDestroy {
  private stopWatching?: () => void;
  private timer?: NodeJS.Timeout;
  private sweeping = false;

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

  /** Doesn't log that the store can't be reached: the worker, which asks more often, does that. */
  private async sweep(): Promise<void> {
    if (this.sweeping) return;
    this.sweeping = true;
    const { sweep } = await import('./intake/sweep.mongo.js');
    const found = await sweep(await this.storage.collections()).catch(() => 0);
    this.sweeping = false;
    if (found) this.signals.wake();
  }
}

/** Lets several nodes share the work. The app imports it on MongoDB only. */
@Module({ imports: [MailboxModule], providers: [OtherNodes] })
export class OtherNodesModule {}
