import type { LineId } from '../../config/lines/line.js';
import type { Claim, Release } from '../queue/queue.store.js';
import type { Sender } from '../turns/first-attempt.js';
import type { PartContent, PartState, SendError } from '../turns/part.js';
import type { Outcome } from '../turns/turn.js';
import type { Verdict } from './channel.js';
import type { StatusUpdate } from './status-update.js';

/** The error of a part without a recipient: the conversation's phone belongs to another one now. */
export const NO_ADDRESS = 'The sender has no address left to answer to.';

/** The state of a part and its turn after a verdict or a callback. */
export interface Settled {
  conversationId: string;
  state: PartState;
  /** When the part is `pending`: in how many milliseconds it may be tried again. */
  retryInMs?: number;
  /** The turn's outcome, if it has one now. */
  outcome?: Outcome;
  /**
   * When the first message of the turn came in, in milliseconds since 1970. It is there only when
   * the part has just been accepted or delivered, so that each of these is measured once.
   */
  receivedAt?: number;
  /** The mailbox was woken: there is something to do in it now. */
  woken?: boolean;
  /** What was to be tapped, and the channel has refused: the part goes out as a text. */
  unfit?: { body: string; content: PartContent };
  /** The mailbox was given back with it. */
  released?: boolean;
}

/** A part keeps so many of the things that callbacks told of it, the latest ones. */
export const MOST_HEARD = 50;

/** What a callback told of a part. */
export interface Heard {
  /** The channel's id of the message. A part that was sent again has one for each time. */
  sid: string;
  status: string;
  /** When it came, by the store's clock, in milliseconds since 1970. */
  at: number;
  error?: SendError;
  /** No callback told it: it was read in the channel's list. */
  listed?: true;
}

/** The outbox: it records each attempt to send a part, and then what became of it. */
export abstract class OutboxStore {
  /**
   * Records an attempt before its request leaves, with whom it goes to and from, and has the lease
   * last `leaseMs` more. Returns the address to send to. Returns null, and records nothing, when the claim is lost, the part
   * isn't pending any more, or the sender has no address (then the part is dead).
   */
  abstract begin(
    claim: Claim,
    partId: string,
    attempt: string,
    leaseMs: number,
    sender?: Sender,
  ): Promise<string | null>;

  /**
   * Stores the verdict on an attempt, also when the claim is lost or the part has become uncertain:
   * the request was made all the same. A status callback that came before the verdict has
   * precedence. Returns null when the attempt isn't known. With `release`, it gives the mailbox back
   * in the same transaction, if it says so (`Settled.released`): the claim holds then, and the part is
   * accepted.
   */
  abstract record(
    claim: Claim,
    attempt: string,
    verdict: Verdict,
    release?: Release,
  ): Promise<Settled | null>;

  /** Has a pending part wait for the end of a hold, if the claim holds. `error` says why. */
  abstract holdBack(claim: Claim, partId: string, error: SendError): Promise<void>;

  /**
   * Makes a pending part dead. It changes nothing when the claim is lost, or the part isn't pending
   * any more: a callback may have told meanwhile that it arrived.
   */
  abstract abandon(claim: Claim, partId: string, error: SendError): Promise<void>;

  /** Makes a part uncertain whose attempt is still recorded as `sending`, if the claim holds. */
  abstract markUncertain(claim: Claim, partId: string): Promise<void>;

  /** Returns the conversation of the part that a callback says something new of; null without one. */
  abstract concerns(update: StatusUpdate): Promise<string | null>;

  /** The line of a conversation that parts were sent in; undefined for the default one. */
  abstract lineOf(conversationId: string): Promise<LineId | undefined>;

  /**
   * Keeps a status callback with its part, once, and updates the part. The mailbox is woken only if
   * there is something to do in it now. The part is the one with the message's id, or else the one
   * that has the attempt. Returns null when there is none, or when the callback says nothing new.
   * What it says of a former attempt is kept with the part, too, and changes nothing else: another
   * message took that one's place.
   */
  abstract callback(update: StatusUpdate): Promise<Settled | null>;

  /** Returns what callbacks told of a part, the earliest first, the latest `MOST_HEARD`. */
  abstract heard(partId: string): Promise<Heard[]>;
}
