import type { Verdict } from './channel.js';

/** How far a message that was sent has come, as the channel knows its own statuses. */
export interface Progress {
  /** The statuses after which this one is old news: callbacks arrive in any order. */
  staleAfter: readonly string[];
  /** It has reached the phone. */
  delivered: boolean;
}

/** A status callback: what became of a message that was sent. */
export interface StatusUpdate {
  sid: string;
  /** The channel's own word, kept and shown as it is. */
  status: string;
  progress: Progress;
  /** From the callback's URL: the attempt that made the message. */
  attempt?: string;
  /** What it means for the part that the message did not arrive. */
  failure?: Verdict;
}

/** Whether an update says more than what is known of the message, its latest `status`. */
export function isNews(status: string | undefined, { progress }: StatusUpdate): boolean {
  return !status || !progress.staleAfter.includes(status);
}
