import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { Clock } from '../../clock.js';
import { Env } from '../../env/env.js';
import { inLog } from '../../log/context.js';
import { workFailures } from '../../metrics.js';
import { isSuspect } from '../queue/crashes.js';
import { Lease, LEASE_MS } from '../queue/lease.js';
import { QueueStore, type Claim, type Release } from '../queue/queue.store.js';
import { Signals } from '../queue/signals.js';
import { FailureCounts } from './failure-counts.js';
import { OneAtATime } from './one-at-a-time.js';
import { PendingReleases } from './pending-releases.js';
import { VisitService } from './visit/visit.service.js';
import { WorkerMode } from './worker-mode.js';
import { StoreOutage } from './store-outage.js';

/**
 * Milliseconds between two looks for due mailboxes. Signals bring most of them sooner; polling
 * finds what other nodes stored and what a backoff made due.
 */
const POLL_MS = 1000;

/** Works on due mailboxes, at most WORKER_CONCURRENCY of them at a time. */
@Injectable()
export class Worker implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(Worker.name);
  private readonly mode = new WorkerMode();
  private readonly visiting = new Set<Promise<void>>();
  private readonly stop = new AbortController();
  private readonly claiming = new OneAtATime(() => this.claimAll());
  private readonly outage: StoreOutage;
  private readonly failures: FailureCounts;
  private readonly releases: PendingReleases;
  private timer?: NodeJS.Timeout;

  constructor(
    private readonly env: Env,
    private readonly queue: QueueStore,
    private readonly visits: VisitService,
    private readonly signals: Signals,
    clock: Clock,
  ) {
    this.releases = new PendingReleases(queue);
    this.failures = new FailureCounts(clock);
    this.outage = new StoreOutage(this.logger, clock);
  }

  /** Starts to work, unless WORKER_CONCURRENCY=0 says that this process only accepts messages. */
  onApplicationBootstrap(): void {
    if (!this.env.WORKER_CONCURRENCY) return;
    this.signals.onDue(() => this.look());
    this.timer = setInterval(() => this.look(), POLL_MS);
    this.look();
  }

  /** True until the worker stops, also where WORKER_CONCURRENCY=0 gives it nothing to do. */
  get active(): boolean {
    return this.mode.now !== 'stopping';
  }

  /** Stops claiming, aborts generations, and waits for the visits that are under way. */
  async onModuleDestroy(): Promise<void> {
    if (this.active) this.mode.enter('stopping');
    this.stop.abort();
    clearInterval(this.timer);
    await this.claiming.idle();
    await Promise.all(this.visiting);
  }

  /**
   * Claims what is due. The empty log context keeps the id of the request that happened to send the
   * signal out of the visits' log lines.
   */
  private look(): void {
    inLog({}, () => this.claiming.run());
  }

  /** Claims until there is no free place or no due mailbox left. */
  private async claimAll(): Promise<void> {
    try {
      for (let more = true; more && this.free > 0;) more = await this.claimOnce(this.free);
    } catch (error) {
      this.logger.error(error);
    }
  }

  /** Returns whether more mailboxes may be due. */
  private async claimOnce(places: number): Promise<boolean> {
    const claims = await this.claim(places);
    if (!claims) return false;
    const suspect = claims.find(isSuspect);
    if (suspect) await this.workAlone(suspect);
    else claims.forEach((claim) => this.start(claim));
    return !!suspect || claims.length === places;
  }

  /** Returns undefined while the store can't be reached. */
  private async claim(places: number): Promise<Claim[] | undefined> {
    try {
      await this.releases.catchUp();
      const claims = await this.queue.claim(places, LEASE_MS, !this.visiting.size);
      this.outage.storeAnswered();
      return claims;
    } catch (error) {
      this.outage.storeFailed(error as Error);
      return undefined;
    }
  }

  /** How many more mailboxes the worker may claim now. */
  private get free(): number {
    return this.mode.now === 'running' ? this.env.WORKER_CONCURRENCY - this.visiting.size : 0;
  }

  /** Works on a mailbox that may kill the process, and which was claimed alone. */
  private async workAlone(suspect: Claim): Promise<void> {
    if (!this.active) return this.handBack(suspect);
    this.mode.enter('alone');
    this.start(suspect);
    await Promise.all(this.visiting);
    if (this.active) this.mode.enter('running');
  }

  /**
   * Starts a visit. When it ends, its place is free and the worker looks for due mailboxes again.
   */
  private start(claim: Claim): void {
    const { conversationId: conversation_id } = claim;
    const request_id = this.signals.trace.requestOf(conversation_id);
    const visited = inLog({ conversation_id, request_id }, () => this.visit(claim));
    const visit = visited.finally(() => {
      this.visiting.delete(visit);
      this.look();
    });
    this.visiting.add(visit);
  }

  private async visit(claim: Claim): Promise<void> {
    const lease = new Lease(this.queue, claim);
    try {
      await this.visits.visit(claim, AbortSignal.any([this.stop.signal, lease.lost]));
      this.failures.forget(claim.conversationId);
    } catch (error) {
      await this.failed(claim, error);
    } finally {
      lease.end();
    }
  }

  /**
   * Has the mailbox tried again later, or gives up after too many failures. An exception isn't
   * counted as a crash: it ends one visit only, and the process goes on.
   */
  private async failed(claim: Claim, error: unknown): Promise<void> {
    workFailures.inc();
    this.outage.visitFailed(claim.conversationId, error);
    const dueInMs = this.failures.add(claim.conversationId, error);
    const failures = (claim.failures ?? 0) + 1;
    if (dueInMs !== undefined) await this.handBack(claim, dueInMs, failures);
    else await this.visits.giveUp(claim).catch(() => undefined);
  }

  /**
   * Releases a mailbox that is due again in so many milliseconds, or that nobody has worked on: it
   * keeps its place. Its crash count stays.
   */
  private handBack(
    claim: Claim,
    dueInMs: Release['dueInMs'] = 'as-before',
    failures = claim.failures,
  ): Promise<void> {
    return this.releases.release(claim, { dueInMs, failures });
  }
}
