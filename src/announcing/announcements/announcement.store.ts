import type { Announcement, AnnouncementState, NewAnnouncement, Tried } from './announcement.js';

/** Which announcements are asked for. */
export interface AnnouncementFilter {
  state?: AnnouncementState;
  targetId?: string;
}

/** So many are counted of a state. */
export const MOST_COUNTED = 100_000;

/**
 * Keeps what is to be told until it is told. Times are given by the caller, in milliseconds since
 * 1970.
 */
export abstract class AnnouncementStore {
  /** Keeps announcements. One of an id that is kept already stays as it is. */
  abstract add(all: NewAnnouncement[]): Promise<void>;

  /** The targets to which something is due. */
  abstract due(now: number): Promise<string[]>;

  /**
   * Takes up to `most` that are due to a target, for the holder of `claim`: nobody else gets them until
   * `until`. What a dead process has taken is due again then.
   */
  abstract claim(
    targetId: string,
    most: number,
    now: number,
    until: number,
    claim: string,
  ): Promise<Announcement[]>;

  /** Notes what became of a try, if the claim still holds. */
  abstract tried(id: string, claim: string, tried: Tried): Promise<void>;

  /** A page, the newest first. Throws a `BadCursor` for a cursor that no page gave. */
  abstract page(
    limit: number,
    filter: AnnouncementFilter,
    cursor?: string,
  ): Promise<{ items: Announcement[]; next: string | null }>;

  /** Counts those that wait and those that failed, up to `MOST_COUNTED`. */
  abstract counts(): Promise<Record<'waiting' | 'failed', number>>;

  /** Has a failed one told at once, as if it were new. Returns false where there is no such. */
  abstract again(id: string): Promise<boolean>;

  /** Forgets a failed one. Returns false where there is no such. */
  abstract discard(id: string): Promise<boolean>;

  /** Forgets what there is nothing to be said of any more. */
  abstract drop(ids: string[]): Promise<void>;

  /** Forgets up to `most` that came to their end before a time. Returns how many. */
  abstract prune(state: AnnouncementState, before: number, most: number): Promise<number>;
}
