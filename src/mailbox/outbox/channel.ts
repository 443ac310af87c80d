import type { LineId } from '../../config/lines/line.js';
import type { Unreachable } from '../../sessions/conversation.js';
import type { Refuses } from '../holds/hold.store.js';
import type { Sender } from '../turns/first-attempt.js';
import type { PartContent, SendError } from '../turns/part.js';

/** There when the channel made a message of the attempt, which failed at once. */
export interface Made {
  sid?: string;
  /** The channel's own status of it. */
  status?: string;
}

/** How the request of an attempt went, as far as one was made. */
export interface Asked {
  /** The HTTP status of the answer. */
  http?: number;
  /** Milliseconds until the answer, or until it was given up. */
  ms?: number;
}

/** What the channel's answer to an attempt, or a later callback, means for the part. */
export type Verdict = Asked & Judgement;

type Judgement =
  /** The channel has queued or sent the message. `status` is the channel's own status. */
  | { kind: 'accepted'; sid: string; status: string }
  /**
   * The message wasn't sent, and another attempt may succeed: `attempts` in all for this error,
   * otherwise any number until the 24-hour window closes. The second one waits `notBeforeMs` at
   * least, and the wait grows to `mostMs`. `suspect`: the fault may lie with the line. It does when
   * several people of the line in a row are refused so, and a changed configuration may mend it.
   */
  | ({
      kind: 'retry';
      error: SendError;
      attempts?: number;
      notBeforeMs?: number;
      mostMs?: number;
      suspect?: true;
    } & Made)
  /**
   * The channel refuses the account or the line, not this message: all sends, or those of the line,
   * wait until it works again.
   */
  | ({ kind: 'stop'; of: Refuses; error: SendError } & Made)
  /**
   * The message can never be sent. `optOut`: its recipient has unsubscribed; `unreachable`:
   * nothing reaches them, because they have blocked us, or are not there; `windowClosed`: the channel takes templates only for this recipient; `unfit`: what it was sent
   * as is at fault, so that a plain text may be taken.
   */
  | ({
      kind: 'dead';
      error: SendError;
      optOut?: true;
      unreachable?: Unreachable['reason'];
      windowClosed?: true;
      unfit?: true;
    } & Made)
  /**
   * The message may have been sent (time-out, 5xx, cut connection): it isn't sent again by itself.
   */
  | { kind: 'unknown'; error: SendError };

/** One attempt to send a part. */
export interface Attempt {
  /** Identifies this attempt in the status callback's URL. */
  id: string;
  /** An address of the sender: a phone or a user id. */
  to: string;
  /** As it was recorded; without one, as it is configured for the line now. */
  sender?: Sender;
  /** The line of the conversation; undefined for the default one. */
  line?: LineId;
  body: string;
  content?: PartContent;
  /**
   * Milliseconds since 1970. The request doesn't start after this time, and is given up when it
   * takes longer.
   */
  deadline: number;
}

/** Sends messages. The mailbox owns this port; WhatsApp implements it. */
export abstract class Channel {
  /** Splits an answer in Markdown into the parts to send, in their order. */
  abstract parts(answer: string): string[];

  /** Splits a person's text into the parts to send, and changes nothing else about it. */
  abstract verbatim(text: string): string[];

  /**
   * Shows the sender of a message, by the message's id, that an answer is being made. Never throws,
   * and nobody waits for it: whether it is seen doesn't matter.
   */
  abstract typing(messageId: string, line?: LineId): Promise<void>;

  /**
   * Whom an attempt on a line would go out from now; undefined while that isn't configured. Once it is
   * there, a request can leave at once: between an attempt's record and its request a crash makes it
   * uncertain.
   */
  abstract sender(line?: LineId): Promise<Sender | undefined>;

  /** Makes one request, without retries. Never throws: a failure is a verdict, too. */
  abstract send(attempt: Attempt): Promise<Verdict>;

  /** What was to be tapped in a part was refused once it had been taken. Never throws. */
  abstract unfit(part: { body: string; content: PartContent }): Promise<void>;
}
