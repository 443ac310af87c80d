import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { Clock } from '../../clock.js';
import { Env } from '../../env/env.js';
import { Allowance } from '../../log/allowance.js';
import { inLog } from '../../log/context.js';
import { workFailures } from '../../metrics.js';
import { cureOf, isStorageFailure } from '../../storage/storage.error.js';
import { Lease, LEASE_MS } from '../queue/lease.js';
import { QueueStore, type Claim } from '../queue/queue.store.js';
import { Signals } from '../queue/signals.js';
import { FailureCounts } from './failure-counts.js';
import { OneAtATime } from './one-at-a-time.js';
import { Outage } from './outage.js';
import { PendingReleases } from './pending-releases.js';
import { ALONE_AFTER, VisitService } from './visit.service.js';

/** Behind the signals: what another node stored, what a backoff made due. */
const POLL_MS = 1000;

/** Lines in the log a minute about visits that the store cut short. */
const COMPLAINTS = 10;

/**
 * - running: claims whenever it has a free place and something may be due
 * - alone: a mailbox that may kill the process is worked on; nothing else is claimed or running
 * - stopping: claims nothing; generations are aborted and handed back, sends come to their end
 */
type Mode = 'running' | 'alone' | 'stopping';

const NEXT: Record<Mode, Mode[]> = {
  running: ['alone', 'stopping'],
  alone: ['running', 'stopping'],
  stopping: [],
};

/** Works on due mailboxes, WORKER_CONCURRENCY at a time. */
@Injectable()
export class Worker implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(Worker.name);
  private mode: Mode = 'running';
  private readonly visiting = new Set<Promise<void>>();
  private readonly stop = new AbortController();
  private readonly claiming = new OneAtATime(() => this.claimAll());
  private readonly outage = new Outage(this.logger);
  private readonly failures: FailureCounts;
  private readonly releases: PendingReleases;
  private readonly complaints: Allowance;
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
    this.complaints = new Allowance(clock, COMPLAINTS);
  }

  onApplicationBootstrap(): void {
    if (!this.env.WORKER_CONCURRENCY) return;
    this.signals.onDue(() => this.look());
    this.timer = setInterval(() => this.look(), POLL_MS);
    this.look();
  }

  /** Working, or told by WORKER_CONCURRENCY=0 not to. */
  get active(): boolean {
    return this.mode !== 'stopping';
  }

  /** Finishes or hands back what is in work. */
  async onModuleDestroy(): Promise<void> {
    if (this.active) this.enter('stopping');
    this.stop.abort();
    clearInterval(this.timer);
    await this.claiming.idle();
    await Promise.all(this.visiting);
  }

  private enter(mode: Mode): void {
    if (!NEXT[this.mode].includes(mode))
      throw new Error(`The worker can't go from ${this.mode} to ${mode}.`);
    this.mode = mode;
  }

  /** Something may be due. Not in the name of the request that happened to say so. */
  private look(): void {
    inLog({}, () => this.claiming.run());
  }

  /** Claims as long as there are free places and as many mailboxes are due. */
  private async claimAll(): Promise<void> {
    try {
      for (let more = true; more && this.free > 0;) more = await this.claimOnce(this.free);
    } catch (error) {
      this.logger.error(error);
    }
  }

  private async claimOnce(places: number): Promise<boolean> {
    const claims = await this.claim(places);
    if (!claims) return false;
    const suspect = claims.find(({ crashes }) => crashes >= ALONE_AFTER);
    if (!suspect) claims.forEach((claim) => this.start(claim));
    else await this.workAlone(suspect, claims);
    return !!suspect || claims.length === places;
  }

  /** Nothing while the store is away. */
  private async claim(places: number): Promise<Claim[] | undefined> {
    try {
      await this.releases.catchUp();
      const claims = await this.queue.claim(places, LEASE_MS);
      this.outage.ends();
      return claims;
    } catch (error) {
      this.outage.begins(error as Error);
      return undefined;
    }
  }

  private get free(): number {
    return this.mode === 'running' ? this.env.WORKER_CONCURRENCY - this.visiting.size : 0;
  }

  /** Its neighbours go back at once: they must not share the blame for its next crash. */
  private async workAlone(suspect: Claim, claims: Claim[]): Promise<void> {
    if (!this.active) return void (await Promise.all(claims.map((claim) => this.handBack(claim))));
    this.enter('alone');
    const lease = new Lease(this.queue, suspect);
    try {
      const neighbours = claims.filter((claim) => claim !== suspect);
      await Promise.all(neighbours.map((claim) => this.handBack(claim)));
      await Promise.all(this.visiting);
      this.start(suspect);
      await Promise.all(this.visiting);
    } finally {
      lease.end();
      if (this.active) this.enter('running');
    }
  }

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

  /** An exception isn't a crash: nobody else suffers, so the mailbox is only tried again later. */
  private async failed(claim: Claim, error: unknown): Promise<void> {
    workFailures.inc();
    this.complain(claim, error);
    const againInMs = this.failures.add(claim.conversationId, error);
    if (againInMs !== undefined) await this.handBack(claim, againInMs);
    else await this.visits.giveUp(claim).catch(() => undefined);
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
}
