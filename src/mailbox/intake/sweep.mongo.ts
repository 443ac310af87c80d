import mongoose from 'mongoose';
import type { Collections } from '../../storage/mongo/collections.js';
import type { Timestamp } from '../../storage/mongo/rows/message.js';
import { arrived } from '../queue/mailbox-row.mongo.js';

/**
 * Seconds. If the mailbox of a message isn't due after this time, the process that stored the
 * message has died before its second write.
 */
const AWAKE_AFTER_S = 2;

/** Seconds. A message may become visible so much later than one that was stored after it. */
const OVERLAP_S = 5;

/** Seconds, far more than any batch takes: nobody is still accepting such a message. */
const DELETE_AFTER_S = 60;

/** Milliseconds after which a sweep goes over all messages that wait, not only over new ones. */
const ALL_EACH_MS = 10 * 60_000;

/** So many messages are looked at together. */
const TOGETHER = 1000;

/** Messages of which a sweep knows only where they are. */
interface Stored {
  conversation_id: string;
  seq: Timestamp;
}

/**
 * Wakes the mailboxes of messages that were stored but whose mailboxes were not woken. A sweep looks
 * at the messages that came in since the last one, however many others wait; the first one, and one
 * every ten minutes, at all that wait. Ages are by the server's clock.
 */
export class Sweep {
  /** The messages before this were looked at, and are awake. */
  private from = at(0);
  private nextOfAll = -Infinity;

  constructor(
    private readonly db: Collections,
    private readonly together = TOGETHER,
  ) {}

  /** Returns how many mailboxes it woke. */
  async run(): Promise<number> {
    const now = await this.serverSeconds();
    const ofAll = performance.now() >= this.nextOfAll;
    const counts = ofAll
      ? await this.wakeBetween(at(0), LAST, at(now - DELETE_AFTER_S))
      : await this.wakeBetween(this.from, at(now - AWAKE_AFTER_S));
    // A mailbox whose row is held by another transaction is tried again by the next sweep.
    if (counts.woken < counts.asleep) return counts.woken;
    this.from = at(now - AWAKE_AFTER_S - OVERLAP_S);
    if (ofAll) this.nextOfAll = performance.now() + ALL_EACH_MS;
    return counts.woken;
  }

  /** Goes over the waiting messages, page by page, in one index. */
  private async wakeBetween(from: Timestamp, to: Timestamp, deleteBefore = at(0)) {
    const counts = { asleep: 0, woken: 0 };
    for (let after = from, more = true; more;) {
      const page = await this.db.messages
        .find(
          { waiting: true, seq: { $gt: after, $lte: to } },
          { conversation_id: 1, seq: 1, _id: 0 },
        )
        .sort({ seq: 1 })
        .limit(this.together)
        .lean<Stored[]>();
      const asleep = await this.asleep(page, deleteBefore);
      counts.asleep += asleep.length;
      if (asleep.length) counts.woken += await arrived(this.db, asleep);
      more = page.length === this.together;
      if (more) after = page.at(-1)!.seq;
    }
    return counts;
  }

  private async asleep(page: Stored[], deleteBefore: Timestamp): Promise<string[]> {
    const stored = [...new Set(page.map(({ conversation_id }) => conversation_id))];
    const which = { _id: { $in: stored } };
    const rows = await this.db.conversations.find(which, { _id: 1, due_at: 1 }).lean();
    if (rows.length < stored.length) await this.deleteOrphans(stored, rows, deleteBefore);
    return rows.flatMap(({ _id, due_at }) => (due_at ? [] : [_id]));
  }

  /**
   * Deletes the messages that a process inserted into an erased conversation before it died. Twilio
   * got no acknowledgement of them, and their sender's data was erased. An erasure under way deletes
   * its own messages.
   */
  private async deleteOrphans(stored: string[], rows: { _id: string }[], before: Timestamp) {
    const erasing = await this.db.erasures.distinct('_id');
    const kept = new Set([...rows.map(({ _id }) => _id), ...erasing]);
    const gone = { $in: stored.filter((id) => !kept.has(id)) };
    const old = { waiting: true, seq: { $lt: before } } as const;
    await this.db.messages.deleteMany({ ...old, conversation_id: gone });
  }

  /**
   * Returns the server's time in seconds since 1970: its clock's, or that of its last write when its
   * clock was set back, because `seq` never goes back
   * (https://www.mongodb.com/docs/manual/reference/command/hello/).
   */
  private async serverSeconds(): Promise<number> {
    const { localTime, operationTime } = await this.db.mongo.connection.db!.command({ hello: 1 });
    return Math.max(Math.floor(localTime.getTime() / 1000), operationTime?.getHighBits() ?? 0);
  }
}

/** Returns the first timestamp of a second. */
function at(seconds: number): Timestamp {
  return new mongoose.mongo.Timestamp({ t: Math.max(0, seconds), i: 0 });
}

const LAST = new mongoose.mongo.Timestamp({ t: 0xffff_ffff, i: 0xffff_ffff });
