import type { Verdict } from './channel.js';

/** What the channel knows about one of its statuses. */
export interface Progress {
  /** A part with one of these statuses ignores this one: callbacks arrive in any order. */
  staleAfter: readonly string[];
  /** The channel has passed the message on: the account works. */
  passedOn: boolean;
  /** The message has reached the phone. */
  delivered: boolean;
}

/** A status callback: it tells what became of a message that was sent. */
export interface StatusUpdate {
  sid: string;
  /** The channel's own status, stored and shown as it is. */
  status: string;
  progress: Progress;
  /** The id of the attempt that made the message. It stands in the callback's URL. */
  attempt?: string;
  /** It is what the channel's list says, where no callback came. */
  listed?: true;
  /** The verdict, when the callback says that the message did not arrive. */
  failure?: Verdict;
}

/** Tells whether an update is newer than the latest known `status` of its message. */
export function isNews(status: string | undefined, { progress }: StatusUpdate): boolean {
  return !status || !progress.staleAfter.includes(status);
}
