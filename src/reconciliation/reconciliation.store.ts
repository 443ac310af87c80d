import type { Evidence } from '../mailbox/turns/evidence.js';
import type { OpenAttempt } from './sends/matching.js';

/** A part whose attempt is to be looked for now. Times are by the store's clock. */
export interface DueLook {
  partId: string;
  attempt: OpenAttempt;
  /** It was given up as uncertain; otherwise its callback is still waited for. */
  uncertain: boolean;
  /** Of earlier looks, for this attempt or for one before it. */
  evidence?: Evidence;
}

/** The looks that are due, and the store's time, in milliseconds since 1970. */
export interface DueLooks {
  now: number;
  looks: DueLook[];
}

/** A number of ours at Twilio. */
export interface OwnNumber {
  /** `whatsapp:+15005550006`. */
  number: string;
  /** When its first genuine webhook came, in milliseconds since 1970. */
  firstWebhookAt: number;
  /** All that came in before is here; undefined before the first complete look. */
  lookedUntil?: number;
}

/** What reconciliation asks of the store, and what it stores. */
export abstract class ReconciliationStore {
  /**
   * Takes or renews the lease of the one process that looks, for `forMs` milliseconds by the store's
   * clock. Returns false while another process has it.
   */
  abstract lead(holder: string, forMs: number): Promise<boolean>;

  /** Gives the lease back, so that another process needn't wait for its end. */
  abstract resign(holder: string): Promise<void>;

  /** Returns parts whose attempts are to be looked for now, the longest due first. */
  abstract due(limit: number): Promise<DueLooks>;

  /** Returns all attempts of unknown outcome to an address that are still looked for. */
  abstract openTo(address: string): Promise<OpenAttempt[]>;

  /** Returns which of these ids, of messages to an address, belong to a part or a test message. */
  abstract known(address: string, sids: string[]): Promise<string[]>;

  /**
   * Stores what a look showed, and when to look again, in milliseconds from now; null: never. Changes
   * nothing when the part has another attempt by now, or its outcome is known.
   */
  abstract keepLook(partId: string, evidence: Evidence, againInMs: number | null): Promise<void>;

  /**
   * Makes an uncertain part, and what was stopped behind it, pending again, keeps the evidence, and
   * wakes the mailbox. Returns false, and changes nothing, when the attempt isn't the latest any more,
   * its outcome is known, its turn was cancelled, a person has the conversation, or the sender opted
   * out.
   */
  abstract resend(partId: string, evidence: Evidence): Promise<boolean>;

  /** Our numbers of an account that have had a genuine webhook. */
  abstract numbers(account: string): Promise<OwnNumber[]>;

  /** Returns which of these messages are not here: neither stored nor erased. */
  abstract missing(sids: string[]): Promise<string[]>;

  /** Stores that everything up to this time came in, or was found and is here now. */
  abstract keepLookedUntil(account: string, number: string, until: number): Promise<void>;
}
