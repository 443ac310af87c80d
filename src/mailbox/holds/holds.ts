import { Injectable, Logger } from '@nestjs/common';
import { DEFAULT_LINE, type LineId, titleOf } from '../../config/lines/line.js';
import type { SendError } from '../turns/part.js';
import { backoff } from './backoff.js';
import { type HeardBy, type Hold, HoldStore, type Refuses } from './hold.store.js';
import { Streaks } from './streaks.js';

/** The longest wait until the first probe, in milliseconds. It doubles up to five minutes. */
const FIRST_MS = 30_000;

/**
 * When the hold is known by callbacks, an accepted probe says nothing yet. Without word against it
 * for so many milliseconds, the hold is over. Failures are told within seconds.
 */
const WORD_MS = 60_000;

/** Whose message it is, and on which line; without a line, on the default one. */
export interface Place {
  conversationId: string;
  line?: LineId;
}

/**
 * Holds sends back while the channel refuses them for no fault of theirs: all of them while it refuses
 * the account or its settings, as for wrong credentials or a daily cap; those of one line while it
 * refuses that. Without it every waiting part would cause a request that is refused. The holds are in
 * the store, for all nodes; this is what this node last read or wrote of them. One mailbox at a time,
 * the probe of a hold, tries whether that is over.
 */
@Injectable()
export class Holds {
  private readonly logger = new Logger(Holds.name);
  /** By the line's name; the account's has none. */
  private known = new Map<LineId | undefined, Hold>();
  private readonly streaks = new Streaks();

  constructor(private readonly store: HoldStore) {}

  /**
   * Returns the hold that keeps a conversation's parts back; undefined when they may be sent. Who tries
   * for the account is kept back by no line: where only people of refused lines wait, one of them tries.
   */
  async keeping(at: Place): Promise<Hold | undefined> {
    if (!this.known.size) return undefined;
    this.see(await this.store.all());
    const [first] = this.over(at);
    return first && !mayTry(first, at) ? first : undefined;
  }

  /** The channel refused the account or the line: holds it, and logs why and what the operator can do. */
  async refused(error: SendError, of: Refuses, at: Place, heardBy: HeardBy): Promise<void> {
    const line = of === 'line' ? nameOf(at) : undefined;
    const known = this.known.get(line);
    const again = known?.probe === at.conversationId;
    // While the word on a probe is awaited, any word against the account or line is taken for it.
    const refusals = known && (again || known.sid) ? known.refusals : 0;
    const tryInMs = backoff(refusals + 1, { firstMs: FIRST_MS });
    const hold = await this.store.hold({ line, error, heardBy, tryInMs, again });
    this.see([...this.others(line), hold]);
    if (line) await this.gotPastAccount(error, at);
    else await this.triedInVain(nameOf(at), at);
  }

  /**
   * The channel refused a message with a code that may be the line's. Returns whether it is: the code
   * has refused several people of the line in a row, or it refused the probe of the line's hold.
   */
  async suspects(error: SendError, at: Place, heardBy: HeardBy): Promise<boolean> {
    const { conversationId, line } = at;
    const isHeld =
      this.isProbe(nameOf(at), at) ||
      this.streaks.refused(line, heardBy, conversationId, error.code);
    if (isHeld) await this.refused(error, 'line', at, heardBy);
    else await this.triedInVain(undefined, at, FIRST_MS);
    return isHeld;
  }

  /**
   * The channel took a message. It ends the hold that it was the probe of, and of the account's probe
   * that of its line, too; unless they are known by callbacks.
   */
  async accepted(at: Place, sid: string): Promise<void> {
    this.streaks.broken(at.line, 'answer');
    const over = this.over(at);
    const tried = over.findIndex((hold) => mayTry(hold, at));
    for (const hold of tried < 0 ? [] : over.slice(tried)) {
      if (hold.heardBy === 'answer') await this.lift(hold.line);
      else {
        this.known.set(hold.line, { ...hold, sid });
        await this.store.postpone(hold.line, WORD_MS, sid);
      }
    }
  }

  /** Whether it matters that the channel passed a message on: a line is held, or suspected. */
  get awaitsWord(): boolean {
    return this.known.size > 0 || this.streaks.any;
  }

  /** The channel passed a message on: a hold that is known by callbacks ends with its probe's. */
  async passedOn(at: Place, sid: string): Promise<void> {
    this.streaks.broken(at.line, 'callback');
    for (const hold of this.over(at)) if (hold.sid === sid) await this.lift(hold.line);
  }

  /**
   * The channel refused a message for its own sake, which says nothing about the account or the line.
   * If it was a probe's, the next mailbox tries at once.
   */
  async undecided(at: Place): Promise<void> {
    for (const { line } of this.over(at)) await this.triedInVain(line, at);
  }

  /** Takes over what the store says, and logs what changed. */
  see(holds: Hold[]): void {
    const before = this.known;
    this.known = new Map(holds.map((hold) => [hold.line, hold]));
    for (const hold of holds) {
      const { line, code, message, action } = hold;
      const known = before.get(line);
      if (known?.code === code && known?.message === message) continue;
      this.logger.error(
        `Twilio refuses ${line ? titleOf(line) : 'the account'} (${code ?? 'no code'}: ${message}). ` +
          `${action ?? ''} Answers are kept and go out when it works again.`,
      );
    }
    for (const line of before.keys())
      if (!this.known.has(line))
        this.logger.log(
          `Twilio no longer refuses ${line ? titleOf(line) : 'the account'}: what waited goes out.`,
        );
  }

  /**
   * The probe of the account was refused for its line's sake. Twilio looks at the account before it looks
   * at the sender: a hold that is known by answers is over. If not, the next one who is refused begins it
   * anew. So is one for a code of the line, which a former version took for the account's.
   */
  private async gotPastAccount({ code }: SendError, at: Place): Promise<void> {
    if (!this.isProbe(undefined, at)) return;
    const { heardBy, code: itsCode } = this.known.get(undefined)!;
    if (heardBy === 'answer' || itsCode === code) await this.lift(undefined);
    else await this.triedInVain(undefined, at, FIRST_MS);
  }

  private async triedInVain(line: LineId | undefined, at: Place, againInMs = 0): Promise<void> {
    if (this.isProbe(line, at)) await this.store.postpone(line, againInMs);
  }

  private async lift(line: LineId | undefined): Promise<void> {
    await this.store.lift(line);
    this.see(this.others(line));
  }

  /** The holds over a conversation: the account's comes before its line's. */
  private over(at: Place): Hold[] {
    return [undefined, nameOf(at)].flatMap((line) => this.known.get(line) ?? []);
  }

  private others(line: LineId | undefined): Hold[] {
    return [...this.known.values()].filter((hold) => hold.line !== line);
  }

  /** Whether a conversation is the one that tries, or has tried and waits for the word on that. */
  private isProbe(line: LineId | undefined, { conversationId }: Place): boolean {
    return this.known.get(line)?.probe === conversationId;
  }
}

/** Whether a conversation may try while the hold stands. It has one attempt. */
function mayTry({ probe, sid }: Hold, { conversationId }: Place): boolean {
  return probe === conversationId && !sid;
}

const nameOf = ({ line = DEFAULT_LINE }: Place): LineId => line;
