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

const SWEEP_MS = 5000;

/**
 * What only MongoDB needs, where several nodes share the work: their word of what they stored, and
 * the wakes that one of them died before it made.
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

  /** Arrivals are for who works on them; a node that only accepts waits for answers alone. */
  async onApplicationBootstrap(): Promise<void> {
    const { watch } = await import('./queue/watch.mongo.js');
    const works = this.env.WORKER_CONCURRENCY > 0;
    this.stopWatching = watch(await this.storage.collections(), this.signals.tell, works);
    if (!works) return;
    this.timer = setInterval(() => void this.sweep(), SWEEP_MS);
    void this.sweep();
  }

  onModuleDestroy(): void {
    this.stopWatching?.();
    clearInterval(this.timer);
  }

  /** A store that is away is the worker's to complain of: it asks more often. */
  private async sweep(): Promise<void> {
    if (this.sweeping) return;
    this.sweeping = true;
    const { sweep } = await import('./intake/sweep.mongo.js');
    const found = await sweep(await this.storage.collections()).catch(() => 0);
    this.sweeping = false;
    if (found) this.signals.wake();
  }
}

/** Several nodes share the work: on MongoDB only. */
@Module({ imports: [MailboxModule], providers: [OtherNodes] })
export class OtherNodesModule {}
