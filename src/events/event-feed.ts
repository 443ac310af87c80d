import { randomBytes } from 'node:crypto';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { StoreChanges } from './store-changes.js';
import type { Told } from './told.js';

/** So many events are kept for those who come back. */
const KEPT = 1000;
/** Milliseconds for which events are kept though nobody listens: a page is loaded again, a line breaks. */
const LINGER_MS = 60_000;

/** An event as it goes out. */
export interface Sent {
  id: string;
  event: Exclude<Told['event'], 'signed_out'> | 'reset';
  data: Told['data'];
}

export type Listener = (sent: Sent) => void;

/**
 * Gives what is told an id, and passes it on to who listens. While nobody does, nothing is watched.
 * The latest events are kept, so that who was away for a moment hears what was missed, if it is all
 * there; else that something was (`reset`).
 */
@Injectable()
export class EventFeed implements OnModuleDestroy {
  private readonly listeners = new Set<Listener>();
  private readonly leavers = new Set<(session: string) => void>();
  private watch?: Promise<() => void>;
  private linger?: NodeJS.Timeout;
  private kept: Sent[] = [];
  private count = 0;
  /** Ids of another process, or of before a gap, mean nothing here. */
  private name = newName();

  constructor(private readonly changes: StoreChanges) {}

  /** Resolves once nothing is missed any more. Rejects with a `StorageError` while the store is away. */
  async ready(): Promise<void> {
    this.watch ??= this.changes.watch(
      (told) => this.tell(told),
      () => this.lost(),
    );
    await this.watch.catch((error) => {
      this.watch = undefined;
      throw error;
    });
    this.endLater();
  }

  /**
   * Passes on every event, until the returned function is called. `missed`: what came behind the event
   * of the id `after`, or a `reset` where that can't be said.
   */
  listen(listener: Listener, after?: string): { missed: Sent[]; stop: () => void } {
    this.listeners.add(listener);
    const stop = () => {
      this.listeners.delete(listener);
      this.endLater();
    };
    return { missed: after === undefined ? [] : this.behind(after), stop };
  }

  /** Calls `leaver` with the id of each console session that ends. */
  onSignedOut(leaver: (session: string) => void): void {
    this.leavers.add(leaver);
  }

  /** The id behind which nothing was told yet. */
  get latest(): string {
    return `${this.count}-${this.name}`;
  }

  onModuleDestroy(): void {
    clearTimeout(this.linger);
    this.end();
  }

  private tell({ event, data }: Told): void {
    if (event === 'signed_out') for (const leaver of this.leavers) leaver(data.id);
    else this.send(event, data);
  }

  private send(event: Sent['event'], data: Sent['data']): void {
    this.count++;
    const sent = { id: this.latest, event, data };
    this.kept.push(sent);
    if (this.kept.length > 2 * KEPT) this.kept.splice(0, KEPT);
    for (const listener of this.listeners) listener(sent);
  }

  private behind(id: string): Sent[] {
    const [, count, name] = /^(\d{1,15})-(\w+)$/.exec(id) ?? [];
    const missing = this.count - Number(count);
    if (name === this.name && missing >= 0 && missing <= this.kept.length)
      return missing ? this.kept.slice(-missing) : [];
    return [{ id: this.latest, event: 'reset', data: {} }];
  }

  private lost(): void {
    this.kept = [];
    this.name = newName();
    this.send('reset', {});
  }

  private endLater(): void {
    clearTimeout(this.linger);
    this.linger = setTimeout(() => this.listeners.size || this.end(), LINGER_MS).unref();
  }

  private end(): void {
    void this.watch?.then((stop) => stop()).catch(() => undefined);
    this.watch = undefined;
    this.kept = [];
    this.name = newName();
  }
}

function newName(): string {
  return randomBytes(6).toString('hex');
}
