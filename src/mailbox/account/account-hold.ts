import { Injectable, Logger } from '@nestjs/common';
import type { SendError } from '../turns/part.js';
import { AccountStore, type HeardBy, type Hold } from './account.store.js';
import { backoff } from './backoff.js';

/** The longest wait until the first probe, in milliseconds. It doubles up to five minutes. */
const FIRST_MS = 30_000;

/** So many people, refused in a row with the same code, mean that the account is refused. */
const SEVERAL = 3;

/**
 * When the hold is known by callbacks, an accepted probe says nothing yet. Without word against it
 * for so many milliseconds, the hold is over. Failures are told within seconds.
 */
const WORD_MS = 60_000;

/** The code that refused the latest people, each with the same one, and who they are. */
interface Streak {
  code: number;
  people: Set<string>;
}

/**
 * Holds all sends back while the channel refuses the account or its settings, as it does for wrong
 * credentials or a daily cap. Without it every waiting part would cause a request that is refused.
 * The hold is in the store, for all nodes; this is what this node last read or wrote of it. One
 * mailbox at a time, the probe, tries whether it is over.
 */
@Injectable()
export class AccountHold {
  private readonly logger = new Logger(AccountHold.name);
  private known?: Hold;
  private readonly streaks: Partial<Record<HeardBy, Streak>> = {};

  constructor(private readonly store: AccountStore) {}

  /** Returns the hold that keeps a conversation's parts back; undefined when they may be sent. */
  async keeping(conversationId: string): Promise<Hold | undefined> {
    if (!this.known) return undefined;
    this.see(await this.store.find());
    return this.mayTry(conversationId) ? undefined : this.known;
  }

  /** The channel refused the account: holds it, and logs why and what the operator can do. */
  async refused(error: SendError, conversationId: string, heardBy: HeardBy): Promise<void> {
    const again = this.isProbe(conversationId);
    // While the word on a probe is awaited, any word against the account is taken for it.
    const { refusals } = again || this.known?.sid ? this.known! : { refusals: 0 };
    const tryInMs = backoff(refusals + 1, { firstMs: FIRST_MS });
    this.see(await this.store.hold(error, heardBy, tryInMs, again));
  }

  /**
   * The channel refused a message with a code that may be the account's. Returns whether it is: the
   * code has refused several people in a row, or it refused the probe of a hold.
   */
  async suspects(error: SendError, conversationId: string, heardBy: HeardBy): Promise<boolean> {
    const isHeld = this.isProbe(conversationId) || this.isSeveral(error, conversationId, heardBy);
    if (isHeld) await this.refused(error, conversationId, heardBy);
    return isHeld;
  }

  /** The channel took a message. It ends the hold, unless that is known by callbacks. */
  async accepted(conversationId: string, sid: string): Promise<void> {
    delete this.streaks.answer;
    if (!this.mayTry(conversationId)) return;
    if (this.known!.heardBy === 'answer') return this.lift();
    this.known = { ...this.known!, sid };
    await this.store.postpone(WORD_MS, sid);
  }

  /** The channel passed a message on: a hold that is known by callbacks ends with its probe's. */
  async passedOn(sid: string): Promise<void> {
    delete this.streaks.callback;
    if (this.known?.sid === sid) await this.lift();
  }

  /**
   * The channel refused a message for its own sake, which says nothing about the account. If it was
   * the probe's, the next mailbox tries at once.
   */
  async undecided(conversationId: string): Promise<void> {
    if (this.isProbe(conversationId)) await this.store.postpone(0);
  }

  /** Takes over what the store says, and logs what changed. */
  see(hold: Hold | undefined): void {
    const before = this.known;
    this.known = hold;
    if (hold && (!before || before.code !== hold.code || before.message !== hold.message))
      this.logger.error(
        `Twilio refuses the account (${hold.code ?? 'no code'}: ${hold.message}). ` +
          `${hold.action ?? ''} Answers are kept and go out when it works again.`,
      );
    if (before && !hold) this.logger.log('The account is no longer held: what waited goes out.');
  }

  private async lift(): Promise<void> {
    await this.store.lift();
    this.see(undefined);
  }

  /** Whether a conversation is the one that tries, or has tried and waits for the word on that. */
  private isProbe(conversationId: string): boolean {
    return this.known?.probe === conversationId;
  }

  /** Whether a conversation may try while the account is held. It has one attempt. */
  private mayTry(conversationId: string): boolean {
    return this.isProbe(conversationId) && !this.known!.sid;
  }

  private isSeveral({ code }: SendError, conversationId: string, heardBy: HeardBy): boolean {
    if (code === undefined) return false;
    const before = this.streaks[heardBy];
    const people = before?.code === code ? before.people : new Set<string>();
    people.add(conversationId);
    this.streaks[heardBy] = { code, people };
    if (people.size < SEVERAL) return false;
    delete this.streaks[heardBy];
    return true;
  }
}
