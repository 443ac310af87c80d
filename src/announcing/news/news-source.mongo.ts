import { setTimeout } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import type mongoose from 'mongoose';
import { timeOf } from '../../storage/mongo/change-stream.js';
import type { Collections } from '../../storage/mongo/collections.js';
import { MongoAnnouncementStore } from '../announcements/announcement.mongo.js';
import { MongoTargetStore } from '../targets/target.mongo.js';
import { beginAnew, beginAt, goneTo, type Position, position } from '../targets/position.mongo.js';
import { type Change, newsOf, PIPELINE } from './changes.mongo.js';
import { announcementsOf, type News } from './keyed-news.js';
import { newsSince } from './making-up.mongo.js';
import { NewsSource } from './news-source.js';

type Stream = mongoose.mongo.ChangeStream;

/** Milliseconds between two looks whether anybody is to be told now, and until a break is mended. */
const LOOK_MS = 1000;
/** Milliseconds that the server waits for a change before it says that there is none. */
const AWAIT_MS = 200;
/** So many changes are derived together. */
const TOGETHER = 200;
/** Milliseconds between two notes of the place while nothing happens. */
const NOTE_MS = 10_000;
/**
 * The server's codes for a place from which it has no changes any more, or that is another server's: a
 * store that was restored (InvalidResumeToken, ChangeStreamFatalError, ChangeStreamHistoryLost).
 */
const HISTORY_LOST = [260, 280, 286];
/**
 * Milliseconds: what a row says of its time may be so much before the change that wrote it. What was told
 * of this time already has its id, and is told once.
 */
const OVERLAP_MS = 60_000;

/**
 * Derives news from the changes of the database, as long as anybody is to be told. Each node does:
 * what two of them derive has the same id and is kept once, and where one ends no other must notice.
 */
class MongoNews extends NewsSource {
  private readonly logger = new Logger('Announcing');
  private readonly targets: MongoTargetStore;
  private readonly announcements: MongoAnnouncementStore;

  constructor(private readonly db: Collections) {
    super();
    this.targets = new MongoTargetStore(db);
    this.announcements = new MongoAnnouncementStore(db);
  }

  watch(wake: () => void): () => Promise<void> {
    const end = new AbortController();
    const running = this.run(wake, end.signal);
    return async () => {
      end.abort();
      await running;
    };
  }

  private async run(wake: () => void, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const from = this.db.mongo.connected ? await this.from().catch(() => undefined) : undefined;
      if (from) await this.followed(from, wake, signal);
      await setTimeout(LOOK_MS, null, { signal, ref: false }).catch(() => undefined);
    }
  }

  /** Where to go on. Targets that came with a store that was moved have no place yet: they begin now. */
  private async from(): Promise<Position | undefined> {
    const known = await position(this.db);
    if (known || !(await this.db.targets.exists({}))) return known;
    await beginAt(this.db, await timeOf(this.db.mongo));
    return position(this.db);
  }

  private async followed(from: Position, wake: () => void, signal: AbortSignal): Promise<void> {
    try {
      await this.follow(from, wake, signal);
    } catch (error) {
      const { code, message } = error as mongoose.mongo.MongoServerError;
      const broke = HISTORY_LOST.includes(Number(code)) ? this.makeUp(from, wake) : undefined;
      await broke?.catch((failed: Error) => this.warn(failed.message));
      if (!broke) this.warn(message);
    }
  }

  /** Follows the changes until nobody is to be told any more. Throws when the stream breaks. */
  private async follow(from: Position, wake: () => void, signal: AbortSignal): Promise<void> {
    const { connection } = this.db.mongo;
    const stream: Stream = connection
      .getClient()
      .db(connection.name)
      .watch(PIPELINE, {
        ...from.start,
        fullDocument: 'updateLookup',
        maxAwaitTimeMS: AWAIT_MS,
        readConcern: { level: 'majority' },
      });
    try {
      let notedAt = performance.now();
      while (!signal.aborted) {
        // Asked before the changes are: all that came before this is among them.
        const asked = performance.now() - notedAt < NOTE_MS ? undefined : await this.now();
        const changes = await next(stream);
        if (changes.length && (await this.keep(changes.flatMap(newsOf)))) wake();
        const at = changes.at(-1)?.wallTime ?? asked;
        if (!at) continue;
        notedAt = performance.now();
        const { _data } = (changes.at(-1)?._id ?? stream.resumeToken ?? {}) as { _data?: string };
        if (_data) await goneTo(this.db, _data, at);
        if (!(await position(this.db))) return;
      }
    } finally {
      await stream.close().catch(() => undefined);
    }
  }

  /** The place is noted after this: a process that dies in between does it once more, to no effect. */
  private async keep(news: News[]): Promise<boolean> {
    const all = announcementsOf(news, await this.targets.all());
    await this.announcements.add(all);
    return all.length > 0;
  }

  /**
   * Derives from the rows what the changes would have told, and goes on from when that began. A process
   * that dies in between does it once more, to no effect.
   */
  private async makeUp({ at }: Position, wake: () => void): Promise<void> {
    this.logger.error(at ? madeUpFrom(at) : LOST);
    const begun = await timeOf(this.db.mongo);
    if (at)
      for await (const news of newsSince(this.db, new Date(at.getTime() - OVERLAP_MS)))
        await this.keepOld(news);
    await beginAnew(this.db, begun);
    wake();
  }

  /** The rows know of times before a target was added: of those it isn't told. */
  private async keepOld(news: News[]): Promise<void> {
    const targets = await this.targets.all();
    const all = targets.flatMap((target) =>
      announcementsOf(
        news.filter(({ happenedAt }) => happenedAt >= target.createdAt),
        [target],
      ),
    );
    await this.announcements.add(all);
  }

  /** The server's time. */
  private async now(): Promise<Date> {
    const { t } = await timeOf(this.db.mongo);
    return new Date(t * 1000);
  }

  private warn(message: string): void {
    this.logger.warn(`The changes of the database cannot be followed now: ${message}`);
  }
}

const GONE = 'MongoDB has no longer what happened while Recado did not run';
const CURE = 'Make its oplog larger (replSetResizeOplog), and look in the console for what waits.';
const LOST = `News was lost: ${GONE}. ${CURE}`;

function madeUpFrom(at: Date): string {
  return (
    `${GONE}, since ${at.toISOString()}. What came in, what became of it and who waits is told from ` +
    `the data; what was undone since is not: that somebody was taken over and given back, or that ` +
    `the account was refused and works again. ${CURE}`
  );
}

/** The changes that are there, up to `TOGETHER`; waits a moment for the first one, and not for ever more. */
async function next(stream: Stream): Promise<Change[]> {
  const changes: Change[] = [];
  const ends = performance.now() + AWAIT_MS;
  while (changes.length < TOGETHER && !(changes.length && performance.now() > ends)) {
    const change = (await stream.tryNext()) as Change | null;
    if (!change) break;
    changes.push(change);
  }
  return changes;
}

export const open = (db: Collections): NewsSource => new MongoNews(db);
