import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { Clock } from '../../clock.js';
import { BotConfigService } from '../../config/bot-config.service.js';
import { Env } from '../../env/env.js';
import { Allowance } from '../../log/allowance.js';
import { inLog } from '../../log/context.js';
import { workFailures } from '../../metrics.js';
import { cureOf, isStorageFailure } from '../../storage/storage.error.js';
import { AccountHold } from '../outbox/account-hold.js';
import { ALONE_AFTER, VisitService } from './visit.service.js';
import { Lease, LEASE_MS } from '../queue/lease.js';
import { MailboxStore, type Claim } from '../queue/mailbox.store.js';
import { PendingReleases } from './pending-releases.js';
import { FailureCounts } from './failure-counts.js';
import { Signals } from '../queue/signals.js';

/** Behind the signals: what another node stored, what a backoff made due. */
const POLL_MS = 1000;
const SWEEP_MS = 5000;

/** Lines in the log a minute about visits that the store cut short. */
const COMPLAINTS = 10;

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
  private sweeping = false;
  private readonly setbacks: FailureCounts;
  private readonly releases: PendingReleases;
  private readonly complaints: Allowance;

  constructor(
    private readonly env: Env,
    private readonly mailboxes: MailboxStore,
    private readonly attendance: VisitService,
    private readonly signals: Signals,
    private readonly account: AccountHold,
    private readonly config: BotConfigService,
    clock: Clock,
  ) {
    this.releases = new PendingReleases(mailboxes);
    this.setbacks = new FailureCounts(clock);
    this.complaints = new Allowance(clock, COMPLAINTS);
  }

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
      const claims = await this.releases
        .catchUp()
        .then(() => this.mailboxes.claim(free, LEASE_MS))
        .catch((e: unknown) => this.away(e));
      if (claims === undefined) return;
      this.back();
      if (claims.length === free) this.dueAgain = true;
      await this.take(claims);
    }
  }

  /** Said once, and again only after it was back. */
  private away(error: unknown): undefined {
    const { message } = error as Error;
    if (!this.storeIsAway)
      this.logger.error(`No mailbox can be worked on: ${message}. ${cureOf(error as Error)}`);
    this.storeIsAway = true;
  }

  private back(): void {
    if (this.storeIsAway) this.logger.log('The store is back: mailboxes are worked on again.');
    this.storeIsAway = false;
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
      this.setbacks.forget(claim.conversationId);
    } catch (error) {
      await this.failed(claim, error);
    } finally {
      lease.end();
    }
  }

  /** An exception isn't a crash: nobody else suffers, so the mailbox is only tried again later. */
  private async failed(claim: Claim, error: unknown): Promise<void> {
    workFailures.inc();
    this.complain(claim, error);
    const againInMs = this.setbacks.add(claim.conversationId, error);
    if (againInMs !== undefined) await this.handBack(claim, againInMs);
    else await this.attendance.giveUp(claim).catch(() => undefined);
  }

  /** The store's failures come in numbers and look alike: a few of them say it all. */
  private complain({ conversationId }: Claim, error: unknown): void {
    const what = `Conversation ${conversationId}: worked on again later`;
    if (!isStorageFailure(error)) this.logger.error(error, what);
    else if (this.complaints.take())
      this.logger.error(`${what}: ${error.message}. ${cureOf(error)}`);
  }

  private handBack(claim: Claim, dueInMs = 0): Promise<void> {
    return this.releases.release(claim, { dueInMs, crashes: claim.crashes });
  }

  private async sweep(): Promise<void> {
    if (this.sweeping) return;
    this.sweeping = true;
    const found = await this.mailboxes.sweep().catch((e: unknown) => this.away(e));
    this.sweeping = false;
    if (found) this.look();
  }

  /** Other credentials may work: what was held back is tried at once. */
  private async tryAccountAgain(): Promise<void> {
    this.account.lift();
    await this.mailboxes.wakeHeld().catch(() => undefined);
    this.look();
  }
}
