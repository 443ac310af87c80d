import { randomUUID } from 'node:crypto';
import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { BotConfigService } from '../config/bot-config.service.js';
import { Env } from '../env/env.js';
import { isStorageFailure, wasRefused } from '../storage/storage.error.js';
import { LogTrouble } from '../whatsapp/sending/message-log.js';
import { missing } from '../whatsapp/sending/whatsapp.channel.js';
import { BackfillService } from './backfill.service.js';
import { ReconciliationStore } from './reconciliation.store.js';
import { SendsService } from './sends/sends.service.js';

/** Milliseconds between two rounds here; and while another process leads. */
const [ROUND_MS, IDLE_MS] = [2000, 5000];
/** Milliseconds between two looks for messages that didn't come. */
const BACKFILL_MS = 60_000;
/**
 * Milliseconds. A round begins no request after the first, and a request takes 10 s at most; the lease
 * is renewed when it is older than the third: so it is still this process's when a round ends. Of a process
 * that died it is over, and another one looks, before an attempt of that moment would be `uncertain`.
 */
const [WORK_MS, LEASE_MS, RENEW_MS] = [8000, 25_000, 5000];
/** Milliseconds until Twilio is asked again after trouble; they double up to the second. */
const [TROUBLE_FIRST_MS, TROUBLE_MOST_MS] = [15_000, 15 * 60_000];

/**
 * Compares with Twilio's list, in rounds of bounded work, in one process at a time: sends of unknown
 * outcome, and messages that didn't come.
 */
@Injectable()
export class ReconciliationService implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('Reconciliation');
  private readonly holder = randomUUID();
  private timer?: NodeJS.Timeout;
  private running?: Promise<void>;
  private stopped = false;
  // In milliseconds of `performance.now()`: the machine's time may be set back.
  /** When the lease was taken last. */
  private ledAt = -Infinity;
  private backfillAt = -Infinity;
  private askAgainAt = -Infinity;
  private troubles = 0;

  constructor(
    private readonly store: ReconciliationStore,
    private readonly sends: SendsService,
    private readonly backfill: BackfillService,
    private readonly config: BotConfigService,
    private readonly env: Env,
  ) {}

  /** Starts, unless WORKER_CONCURRENCY=0 says that this process only accepts messages. */
  onApplicationBootstrap(): void {
    if (this.env.WORKER_CONCURRENCY) this.later(0);
  }

  /** Stops, once the request that is under way has ended, and lets another process lead. */
  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
    if (this.env.WORKER_CONCURRENCY) await this.store.resign(this.holder).catch(() => undefined);
  }

  private later(ms: number): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => void (this.running = this.next()), ms);
  }

  private async next(): Promise<void> {
    const leads = await this.round().catch((error: unknown) => this.failed(error));
    this.later(leads === false ? IDLE_MS : ROUND_MS);
  }

  /** Returns false when another process leads. */
  private async round(): Promise<boolean> {
    if (!(await this.leads())) {
      this.backfill.forget();
      return false;
    }
    const config = await this.config.current();
    if (missing(config) || performance.now() < this.askAgainAt) return true;
    const ends = performance.now() + WORK_MS;
    const mayGoOn = () => !this.stopped && performance.now() < ends;
    await this.sends.round(config, mayGoOn);
    if (performance.now() >= this.backfillAt && !this.stopped) {
      const more = await this.backfill.round(config, mayGoOn);
      this.backfillAt = more ? -Infinity : performance.now() + BACKFILL_MS;
    }
    this.worked();
    return true;
  }

  private async leads(): Promise<boolean> {
    const now = performance.now();
    if (now - this.ledAt < RENEW_MS) return true;
    const leads = await this.store.lead(this.holder, LEASE_MS);
    if (leads) this.ledAt = now;
    return leads;
  }

  private worked(): void {
    if (this.troubles) this.logger.log("Twilio's list of messages can be read again.");
    this.troubles = 0;
  }

  /** Logs trouble at Twilio once, however long it lasts. The worker tells of a store that is away. */
  private failed(error: unknown): undefined {
    if (isStorageFailure(error) && !wasRefused(error)) return undefined;
    if (!(error instanceof LogTrouble)) this.logger.error(error);
    else if (!this.troubles)
      this.logger.warn(
        `Twilio's list of messages can't be read (${error.message}). Sends of unknown outcome and ` +
          'messages that did not come are looked for when it works again.',
      );
    const wait = Math.min(TROUBLE_FIRST_MS * 2 ** Math.min(this.troubles++, 10), TROUBLE_MOST_MS);
    const least = error instanceof LogTrouble ? error.waitMs : 0;
    this.askAgainAt = performance.now() + Math.max(wait, least);
    return undefined;
  }
}
