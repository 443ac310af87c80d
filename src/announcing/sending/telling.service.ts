import { randomUUID } from 'node:crypto';
import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { Clock } from '../../clock.js';
import { Env } from '../../env/env.js';
import { told } from '../../metrics.js';
import type { Announcement, Tried } from '../announcements/announcement.js';
import { AnnouncementStore } from '../announcements/announcement.store.js';
import { NewsSource } from '../news/news-source.js';
import type { Target } from '../targets/target.js';
import { TargetStore } from '../targets/target.store.js';
import { PostingService } from './posting.service.js';
import { nextTry } from './schedule.js';
import { SubjectsService } from './subjects.service.js';

/** Milliseconds between two looks for what is due. */
const LOOK_MS = 1000;
/** So many are posted to one endpoint at the same time. */
const TOGETHER = 4;
/** Milliseconds for which one is claimed: longer than a try takes. */
const CLAIM_MS = 60_000;
/** Milliseconds for which they are kept once they were delivered, and once they were given up. */
const KEPT_MS = { delivered: 7 * 86_400_000, failed: 90 * 86_400_000 };
const PRUNE_EACH_MS = 60 * 60_000;
const PRUNED_TOGETHER = 500;

/** Tells the endpoints what waits for them, each in a lane of its own: a slow one holds nobody up. */
@Injectable()
export class TellingService implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('Announcing');
  private readonly claim = randomUUID();
  private readonly lanes = new Map<string, Promise<void>>();
  private timer?: NodeJS.Timeout;
  private looking?: Promise<void>;
  private again = false;
  private stopped = false;
  private prunedAt = -Infinity;
  private endNews?: () => Promise<void>;

  constructor(
    private readonly targets: TargetStore,
    private readonly announcements: AnnouncementStore,
    private readonly news: NewsSource,
    private readonly posting: PostingService,
    private readonly subjects: SubjectsService,
    private readonly clock: Clock,
    private readonly env: Env,
  ) {}

  /** Starts, unless WORKER_CONCURRENCY=0 says that this process only accepts messages. */
  onApplicationBootstrap(): void {
    if (this.env.WORKER_CONCURRENCY) this.start();
  }

  start(): void {
    this.endNews = this.news.watch(() => this.wake());
    this.timer = setInterval(() => this.wake(), LOOK_MS);
    this.wake();
  }

  /** Stops once the posts that are under way have ended. */
  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await this.endNews?.();
    await this.looking;
    await Promise.all(this.lanes.values());
  }

  /** Looks at once for what is due. */
  wake(): void {
    this.again = true;
    this.looking ??= this.look().finally(() => (this.looking = undefined));
  }

  private async look(): Promise<void> {
    while (this.again && !this.stopped) {
      this.again = false;
      await this.begin().catch((error: Error) => this.failed(error));
    }
  }

  /** Begins a lane for each target that has something due and none yet. */
  private async begin(): Promise<void> {
    for (const id of await this.announcements.due(this.clock.now())) {
      if (this.lanes.has(id)) continue;
      const lane = this.tellAll(id).catch((error: Error) => this.failed(error));
      this.lanes.set(
        id,
        lane.finally(() => this.lanes.delete(id)),
      );
    }
    await this.prune();
  }

  private async tellAll(targetId: string): Promise<void> {
    while (!this.stopped) {
      const target = await this.targets.find(targetId);
      if (!target?.enabled || target.kind !== 'webhook') return;
      const now = this.clock.now();
      const due = await this.announcements.claim(
        targetId,
        TOGETHER,
        now,
        now + CLAIM_MS,
        this.claim,
      );
      if (!due.length) return;
      await Promise.all(due.map((one) => this.tell(target, one)));
    }
  }

  private async tell(target: Target, announcement: Announcement): Promise<void> {
    const { id, tries } = announcement;
    const subject = await this.subjects.of(announcement);
    if (!subject) return this.announcements.drop([id]);
    const failed = await this.posting.post(target, announcement, subject);
    const now = this.clock.now();
    const dueAt = failed?.gone ? undefined : nextTry(tries, now);
    if (failed?.gone)
      await this.targets.change(target.id, { enabled: false, disabledBecause: failed.error });
    await this.announcements.tried(id, this.claim, triedOf(failed?.error, dueAt, now));
    told.inc({ kind: 'webhook', result: failed ? (dueAt ? 'again' : 'failed') : 'delivered' });
    if (failed && !dueAt)
      this.logger.warn(`${named(target)} was not told of ${announcement.type}: ${failed.error}`);
  }

  private async prune(): Promise<void> {
    const now = this.clock.now();
    if (now - this.prunedAt < PRUNE_EACH_MS) return;
    const both = Object.entries(KEPT_MS) as ['delivered' | 'failed', number][];
    const counts = await Promise.all(
      both.map(([state, kept]) => this.announcements.prune(state, now - kept, PRUNED_TOGETHER)),
    );
    if (counts.every((count) => count < PRUNED_TOGETHER)) this.prunedAt = now;
  }

  private failed(error: Error): void {
    if (!this.stopped) this.logger.warn(`News cannot be told now: ${error.message}`);
  }
}

/** An address may have a key in it: only its host is named, and the endpoint. */
function named({ id, url }: Target): string {
  return `${new URL(url!).host} (endpoint ${id})`;
}

function triedOf(error: string | undefined, dueAt: number | undefined, now: number): Tried {
  if (error === undefined) return { state: 'delivered', at: now };
  return dueAt ? { state: 'waiting', dueAt, error } : { state: 'failed', at: now, error };
}
