import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { BotConfigService } from '../../config/bot-config.service.js';
import { Env } from '../../env/env.js';
import { Signals } from '../queue/signals.js';
import { AccountHold } from './account-hold.js';
import { OutboxStore } from './outbox.store.js';

/** Parts that wait for the account: when the configuration changes, they are tried at once. */
@Injectable()
export class HeldPartsService implements OnApplicationBootstrap {
  constructor(
    private readonly env: Env,
    private readonly config: BotConfigService,
    private readonly account: AccountHold,
    private readonly outbox: OutboxStore,
    private readonly signals: Signals,
  ) {}

  /** A process that only accepts leaves this to those that work. */
  onApplicationBootstrap(): void {
    if (this.env.WORKER_CONCURRENCY) this.config.changes.subscribe(() => void this.resume());
  }

  private async resume(): Promise<void> {
    this.account.lift();
    await this.outbox.resumeHeld().catch(() => undefined);
    this.signals.wake();
  }
}
