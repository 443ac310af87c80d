import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { BotConfigService } from '../config/bot-config.service.js';
import { Env } from '../env.js';
import { AccountHold } from './account-hold.js';
import { ALONE_AFTER, AttendanceService } from './attendance.service.js';
import { Lease, LEASE_MS } from './lease.js';
import { MailboxStore, type Claim } from './mailbox.store.js';
import { backoff } from './retry.js';
import { Signals } from './signals.js';

/** Behind the signals: what another node stored, what a backoff made due. */
const POLL_MS = 1000;
const SWEEP_MS = 5000;

/**
 * Works on due mailboxes, WORKER_CONCURRENCY at a time. It is in one of three states:
 *
 * - running: claims whenever it has a free place and something may be due
 * - alone: a mailbox that may kill the process is worked on; nothing else is claimed or running
 * - stopping: claims nothing; generations are aborted and handed back, sends come to their end
 */
@Injectable()
export class Worker implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(Worker.name);
  private readonly running = new Set<Promise<void>>();
  private readonly stop = new AbortController();
  private readonly timers: NodeJS.Timeout[] = [];
  private alone = false;
  private claiming?: Promise<void>;
  private dueAgain = false;

  constructor(
    private readonly env: Env,
    private readonly mailboxes: MailboxStore,
    private readonly attendance: AttendanceService,
    private readonly signals: Signals,
    private readonly account: AccountHold,
    private readonly config: BotConfigService,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.env.WORKER_CONCURRENCY) return;
    this.signals.onDue(() => this.look());
    this.config.changes.subscribe(() => void this.tryAccountAgain());
    this.timers.push(setInterval(() => this.look(), POLL_MS));
    this.timers.push(setInterval(() => void this.sweep(), SWEEP_MS));
    void this.sweep();
    this.look();
  }

  /** Working, or told by WORKER_CONCURRENCY=0 not to. */
  get active(): boolean {
    return !this.stop.signal.aborted;
  }

  /** Finishes or hands back what is in work. */
  async onModuleDestroy(): Promise<void> {
    this.stop.abort();
    for (const timer of this.timers) clearInterval(timer);
    await this.claiming;
    await Promise.all(this.running);
  }

  /** Claims as much as there is room for; a call during a claim makes one more follow it. */
  private look(): void {
    this.dueAgain = true;
    this.claiming ??= this.claim()
      .catch((error: unknown) => this.logger.error(error))
      .finally(() => (this.claiming = undefined));
  }

  private async claim(): Promise<void> {
    while (this.dueAgain && this.free > 0) {
      this.dueAgain = false;
      const free = this.free;
      const claims = await this.mailboxes.claim(free, LEASE_MS).catch(() => []);
      if (claims.length === free) this.dueAgain = true;
      await this.take(claims);
    }
  }

  private get free(): number {
    if (this.alone || this.stop.signal.aborted) return 0;
    return this.env.WORKER_CONCURRENCY - this.running.size;
  }

  private async take(claims: Claim[]): Promise<void> {
    const suspect = claims.find(({ crashes }) => crashes >= ALONE_AFTER);
    if (!suspect) return claims.forEach((claim) => this.start(claim));
    this.alone = true;
    // Its neighbours go back at once: they must not share the blame for its next crash.
    await Promise.all(claims.filter((claim) => claim !== suspect).map((c) => this.handBack(c)));
    const lease = new Lease(this.mailboxes, suspect);
    await Promise.all(this.running);
    lease.end();
    this.start(suspect);
    await Promise.all(this.running);
    this.alone = false;
    this.dueAgain = true;
  }

  private start(claim: Claim): void {
    const work = this.attend(claim).finally(() => {
      this.running.delete(work);
      this.look();
    });
    this.running.add(work);
  }

  private async attend(claim: Claim): Promise<void> {
    const lease = new Lease(this.mailboxes, claim);
    try {
      await this.attendance.attend(claim, AbortSignal.any([this.stop.signal, lease.lost]));
    } catch (error) {
      this.logger.error(error, `Conversation ${claim.conversationId}: worked on again later`);
      const crashes = claim.crashes + 1;
      const release = { dueInMs: backoff(crashes), crashes };
      await this.mailboxes.release(claim, release).catch(() => undefined);
    } finally {
      lease.end();
    }
  }

  private async handBack(claim: Claim): Promise<void> {
    await this.mailboxes.release(claim, { dueInMs: 0, crashes: claim.crashes });
  }

  private async sweep(): Promise<void> {
    const found = await this.mailboxes.sweep().catch(() => 0);
    if (found) this.look();
  }

  /** Other credentials may work: what was held back is tried at once. */
  private async tryAccountAgain(): Promise<void> {
    this.account.lift();
    await this.mailboxes.wakeHeld().catch(() => undefined);
    this.look();
  }
}
