import { Logger } from '@nestjs/common';
import type { mongo } from 'mongoose';
import { AT_ONCE, OwnRow, type ProcessRow, type Rows, type SessionId, SOON } from './own-row.js';
import { seenAt } from './place.js';

/** Milliseconds between two heartbeats, each with a look at the other processes. */
const ROUND_MS = 1000;

/**
 * A process that can't be seen from here counts as dead when it has been silent for so many
 * milliseconds, and still was so at the look before. Who is taken for dead by mistake loses its
 * leases, and its work is done again: nothing breaks, so this may be short.
 */
const SILENT_MS = 3000;

/** The same for one that is seen to run on this machine: it has too much to do, or hangs. */
const SILENT_RUNNING_MS = 15_000;

/**
 * A dead process's transactions are ended again and again for so many milliseconds: a command that
 * it sent just before it died may begin one after the first time.
 */
const CLEARING_MS = 3000;

/** A process that is dead. */
export interface Death {
  id: string;
  /** When it was heard of last, by its own clock. */
  ownTime: Date;
  /** Now, by the server's clock. */
  now: Date;
}

/** Clears up what a dead process left. It is called several times, and by several processes. */
type Clear = (death: Death) => Promise<unknown>;

/** A row, with the server's clock read at the same time. */
interface Seen extends ProcessRow {
  now: Date;
}

/**
 * The processes that use this database. Each says once a second that it is there, and in which
 * sessions it may have transactions. Who finds another one dead ends what that one left open: by
 * itself the server would end it after a minute (`transactionLifetimeLimitSeconds`).
 */
export class Processes {
  private readonly logger = new Logger('MongoDB');
  private readonly own: OwnRow;
  private readonly clears = new Map<string, Clear>();
  /** The latest heartbeat of each process at the latest look. */
  private heard = new Map<string, number>();
  /** Those found at the latest look. */
  private deaths: Death[] = [];
  private timer?: NodeJS.Timeout;
  private round?: Promise<void>;

  /** `db` returns undefined while the server can't be reached. */
  constructor(private readonly db: () => mongo.Db | undefined) {
    this.own = new OwnRow(
      () => this.rows,
      () => this.logger.warn(TAKEN_FOR_DEAD),
    );
  }

  /** What this process calls itself in its leases and in what it makes. */
  get id(): string {
    return this.own.id;
  }

  /**
   * Registers this process, and ends what dead ones left. Resolves also when the server can't be
   * reached: then that happens once it is.
   */
  async begin(): Promise<void> {
    if (this.timer) return;
    this.timer = setInterval(() => void this.goRound(), ROUND_MS).unref();
    await this.goRound();
  }

  /** Removes this process: it leaves nothing behind. */
  async end(): Promise<void> {
    if (!this.timer) return;
    clearInterval(this.timer);
    await this.round;
    await this.own.remove().catch(() => undefined);
  }

  /** Call this before a transaction begins in a session: it registers the session. */
  async cover(session: SessionId): Promise<void> {
    if (this.own.keep(session) && this.timer) await this.own.beat();
  }

  /** What the others may know of this process, in its row from the next heartbeat on. */
  tell(told: Record<string, unknown>): void {
    Object.assign(this.own.told, told);
  }

  /** The rows of all processes that nobody has found dead. */
  async living(): Promise<ProcessRow[]> {
    await this.own.beat();
    return (await this.rows?.find({ dead_at: { $exists: false } }, SOON).toArray()) ?? [];
  }

  /** Has `clear` called for each process that died. `what` names it: the same name replaces it. */
  onDeath(what: string, clear: Clear): void {
    this.clears.set(what, clear);
    for (const death of this.deaths) void clear(death).catch(() => undefined);
  }

  private get rows(): Rows | undefined {
    return this.db()?.collection<ProcessRow>('processes');
  }

  /** A failure isn't logged: while the store is away, others say so. */
  private goRound(): Promise<void> {
    this.round ??= this.beatAndLook()
      .catch(() => undefined)
      .finally(() => (this.round = undefined));
    return this.round;
  }

  private async beatAndLook(): Promise<void> {
    if (!this.rows) return;
    await this.own.beat();
    const others = { $match: { _id: { $ne: this.id } } };
    const seen = await this.rows
      .aggregate<Seen>([others, { $set: { now: '$$NOW' } }], SOON)
      .toArray();
    this.deaths = [];
    const { heard } = this;
    this.heard = new Map(seen.map(({ _id, beat_at }) => [_id, beat_at.getTime()]));
    for (const each of seen)
      if (each.dead_at || (this.isDead(each, heard) && (await this.markDead(each))))
        await this.clearUpAfter(each);
  }

  private isDead(process: Seen, heard: Map<string, number>): boolean {
    const seen = seenAt(process);
    if (seen === 'gone') return true;
    const patience = seen === 'running' ? SILENT_RUNNING_MS : SILENT_MS;
    const beat = process.beat_at.getTime();
    // After a hang of the server itself all seem silent, until they are heard again.
    return process.now.getTime() - beat > patience && heard.get(process._id) === beat;
  }

  /** Returns false when it was heard meanwhile, or when another process was first. */
  private async markDead({ _id, beat_at, pid, host }: Seen): Promise<boolean> {
    const silent = { _id, beat_at, dead_at: { $exists: false } };
    const dead = [{ $set: { dead_at: '$$NOW' } }];
    const { matchedCount } = await this.rows!.updateOne(silent, dead, AT_ONCE);
    const [name] = host.split(' ');
    if (matchedCount)
      this.logger.warn(`Another process has died: ${pid} on ${name}. Its work is taken over.`);
    return matchedCount === 1;
  }

  private async clearUpAfter(dead: Seen): Promise<void> {
    const { _id: id, own_time: ownTime, sessions, dead_at, now } = dead;
    if (sessions.length)
      await this.db()!
        .admin()
        .command({ killSessions: sessions.map((session) => ({ id: session })) });
    const death = { id, ownTime, now };
    this.deaths.push(death);
    await Promise.all([...this.clears.values()].map((clear) => clear(death)));
    const since = now.getTime() - (dead_at ?? now).getTime();
    if (since > CLEARING_MS) await this.rows!.deleteOne({ _id: id }, AT_ONCE);
  }
}

const TAKEN_FOR_DEAD =
  'Nothing was heard of this process for seconds, and others have taken its work over. It goes on.';
