import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { BotConfigService } from '../config/bot-config.service.js';
import { Env } from '../env.js';
import { inLog } from '../http/log-context.js';
import { workFailures } from '../metrics.js';
import { AccountHold } from './account-hold.js';
import { ALONE_AFTER, AttendanceService } from './attendance.service.js';
import { Lease, LEASE_MS } from './lease.js';
import { isStorageFailure } from '../storage/storage.error.js';
import { MailboxStore, type Claim } from './mailbox.store.js';
import { backoff } from './retry.js';
import { Signals } from './signals.js';

/** Behind the signals: what another node stored, what a backoff made due. */
const POLL_MS = 1000;
const SWEEP_MS = 5000;

/** So many exceptions in a row, some four minutes of them, and what was worked on is given up. */
const MOST_FAILURES = 8;

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
  private storeIsAway = false;
  /** Exceptions in a row, by conversation. */
  private readonly failures = new Map<string, number>();

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
    // Not in the name of the request that happened to wake it.
    this.claiming ??= inLog({}, () => this.claim())
      .catch((error: unknown) => this.logger.error(error))
      .finally(() => (this.claiming = undefined));
  }

  private async claim(): Promise<void> {
    while (this.dueAgain && this.free > 0) {
      this.dueAgain = false;
      const free = this.free;
      const claims = await this.mailboxes.claim(free, LEASE_MS).catch((e: unknown) => this.away(e));
      if (claims === undefined) return;
      this.storeIsAway = false;
      if (claims.length === free) this.dueAgain = true;
      await this.take(claims);
    }
  }

  /** Said once, and again only after it was back. */
  private away(error: unknown): undefined {
    if (!this.storeIsAway) this.logger.error(`Nothing can be claimed: ${(error as Error).message}`);
    this.storeIsAway = true;
  }

  private get free(): number {
    if (this.alone || this.stop.signal.aborted) return 0;
    return this.env.WORKER_CONCURRENCY - this.running.size;
  }

  private async take(claims: Claim[]): Promise<void> {
    const suspect = claims.find(({ crashes }) => crashes >= ALONE_AFTER);
    if (!suspect) return claims.forEach((claim) => this.start(claim));
    this.alone = true;
    const lease = new Lease(this.mailboxes, suspect);
    try {
      // Its neighbours go back at once: they must not share the blame for its next crash.
      await Promise.all(claims.filter((claim) => claim !== suspect).map((c) => this.handBack(c)));
      await Promise.all(this.running);
      this.start(suspect);
      await Promise.all(this.running);
    } finally {
      lease.end();
      this.alone = false;
      this.dueAgain = true;
    }
  }

  private start(claim: Claim): void {
    const { conversationId: conversation_id } = claim;
    const request_id = this.signals.trail.requestOf(conversation_id);
    const attended = inLog({ conversation_id, request_id }, () => this.attend(claim));
    const work = attended.finally(() => {
      this.running.delete(work);
      this.look();
    });
    this.running.add(work);
  }

  private async attend(claim: Claim): Promise<void> {
    const lease = new Lease(this.mailboxes, claim);
    try {
      await this.attendance.attend(claim, AbortSignal.any([this.stop.signal, lease.lost]));
      this.failures.delete(claim.conversationId);
    } catch (error) {
      await this.failed(claim, error);
    } finally {
      lease.end();
    }
  }

  /**
   * An exception isn't a crash: nobody else suffers, so the mailbox is only tried again later, and
   * what was being worked on is given up after a number of times. A store that is away proves
   * nothing against a message, however often.
   */
  private async failed(claim: Claim, error: unknown): Promise<void> {
    workFailures.inc();
    this.logger.error(error, `Conversation ${claim.conversationId}: worked on again later`);
    const failures = (this.failures.get(claim.conversationId) ?? 0) + 1;
    if (!isStorageFailure(error)) this.failures.set(claim.conversationId, failures);
    if (failures > MOST_FAILURES) {
      this.failures.delete(claim.conversationId);
      await this.attendance.giveUp(claim).catch(() => undefined);
    } else await this.handBack(claim, backoff(failures));
  }

  /** A claim that can't be released runs out by itself. */
  private async handBack(claim: Claim, dueInMs = 0): Promise<void> {
    const release = { dueInMs, crashes: claim.crashes };
    await this.mailboxes.release(claim, release).catch(() => undefined);
  }

  private async sweep(): Promise<void> {
    const found = await this.mailboxes.sweep().catch((e: unknown) => this.away(e));
    if (found) this.look();
  }

  /** Other credentials may work: what was held back is tried at once. */
  private async tryAccountAgain(): Promise<void> {
    this.account.lift();
    await this.mailboxes.wakeHeld().catch(() => undefined);
    this.look();
  }
}
