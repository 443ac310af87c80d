import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { BotConfigService } from '../../config/bot-config.service.js';
import { Env } from '../../env/env.js';
import { Signals } from '../queue/signals.js';
import { AccountHold } from './account-hold.js';
import { OutboxStore } from './outbox.store.js';

/**
 * Sends the parts that wait for the account as soon as the configuration changes: the change may
 * bring the right credentials.
 */
@Injectable()
export class HeldPartsService implements OnApplicationBootstrap {
  constructor(
    private readonly env: Env,
    private readonly config: BotConfigService,
    private readonly account: AccountHold,
    private readonly outbox: OutboxStore,
    private readonly signals: Signals,
  ) {}

  /** Listens for changes, unless this process only accepts messages (WORKER_CONCURRENCY=0). */
  onApplicationBootstrap(): void {
    if (this.env.WORKER_CONCURRENCY) this.config.changes.subscribe(() => void this.resume());
  }

  private async resume(): Promise<void> {
    this.account.lift();
    await this.outbox.resumeHeld().catch(() => undefined);
    this.signals.wake();
  }
}
