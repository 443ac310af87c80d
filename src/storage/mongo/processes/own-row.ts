import { randomUUID } from 'node:crypto';
import mongoose from 'mongoose';
import { isDuplicateKey } from '../errors.js';
import { ownPlace, type Place } from './place.js';

/** The id of a session in the server (`lsid`). */
export type SessionId = mongoose.mongo.Binary;

/** A process that runs, or one that has died and is being cleared up after. */
export interface ProcessRow extends Place {
  _id: string;
  /** The sessions in which it may have transactions. */
  sessions: SessionId[];
  /** What it says of itself: see `Processes.tell`. */
  told?: Record<string, unknown>;
  /** When it was heard of last, by the server's clock. */
  beat_at: Date;
  /** The same by its own clock, which its rows are dated by. */
  own_time: Date;
  /** Since when it is known to be dead, by the server's clock. */
  dead_at?: Date;
}

export type Rows = mongoose.mongo.Collection<ProcessRow>;

/** How the rows are written and read, in milliseconds: a server that hangs is asked again later. */
export const SOON = { maxTimeMS: 2000 } as const;

/**
 * No member but the primary must have it: with the primary its transactions end, too. So
 * registering a session costs no wait for the disk.
 */
export const AT_ONCE = { ...SOON, writeConcern: { w: 1 } } as const;

/** Of so many sessions the ids are kept. The driver uses the same few again and again. */
const MOST_SESSIONS = 1000;

/** The row by which other processes know this one. */
export class OwnRow {
  private readonly place = ownPlace();
  private readonly sessions = new Map<string, SessionId>();
  private current: string = randomUUID();
  private running: Promise<unknown> = Promise.resolve();
  private next?: Promise<void>;
  /** What the row says besides. */
  told: Record<string, unknown> = {};

  /** `rows` throws, or returns undefined, while the server can't be reached. */
  constructor(
    private readonly rows: () => Rows | undefined,
    private readonly takenForDead: () => void,
  ) {}

  /** What this process calls itself: another name after it was taken for dead. */
  get id(): string {
    return this.current;
  }

  /** Keeps a session's id, to be written by the next beat. Returns false if it was kept before. */
  keep(session: SessionId): boolean {
    const key = session.toString('hex');
    const isNew = !this.sessions.delete(key);
    this.sessions.set(key, session);
    const [oldest] = this.sessions.keys();
    if (this.sessions.size > MOST_SESSIONS) this.sessions.delete(oldest);
    return isNew;
  }

  /**
   * Writes the row as it is now, with all sessions that were kept before this call. Calls that come
   * while a write runs share the next one.
   */
  beat(): Promise<void> {
    this.next ??= this.running.then(() => {
      this.next = undefined;
      const writing = this.write();
      this.running = writing.catch(() => undefined);
      return writing;
    });
    return this.next;
  }

  /** Removes the row: nothing was left behind. */
  async remove(): Promise<void> {
    await this.running;
    await this.rows()?.deleteOne({ _id: this.current }, AT_ONCE);
  }

  private async write(): Promise<void> {
    try {
      await this.upsert();
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      // The row is there, and says that this process is dead. What it had was given to others.
      this.current = randomUUID();
      this.takenForDead();
      await this.upsert();
    }
  }

  private async upsert(): Promise<void> {
    const sessions = { $literal: [...this.sessions.values()] };
    const own_time = { $literal: new Date() };
    const told = { $literal: this.told };
    await this.rows()?.updateOne(
      { _id: this.current, dead_at: { $exists: false } },
      [{ $set: { ...this.place, sessions, told, own_time, beat_at: '$$NOW' } }],
      { ...AT_ONCE, upsert: true },
    );
  }
}
