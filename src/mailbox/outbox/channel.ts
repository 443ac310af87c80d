import type { SendError } from '../turns/part.js';

/** What the channel's answer to an attempt, or a later callback, means for the part. */
export type Verdict =
  /** Taken: queued by the channel, or further. `status` is the channel's own word. */
  | { kind: 'accepted'; sid: string; status: string }
  /** Not sent, worth another attempt: `attempts` for this reason, else until the window closes. */
  | { kind: 'retry'; error: SendError; attempts?: number; notBeforeMs?: number }
  /** The account is refused, not this message: hold back, alert, and go on when it works again. */
  | { kind: 'stop'; error: SendError }
  /** Never to be sent as it is; `optOut`: the person wants nothing more from this sender. */
  | { kind: 'dead'; error: SendError; optOut?: true }
  /** May have been sent: time-out, 5xx, a cut connection. Never replayed by itself. */
  | { kind: 'unknown'; error: SendError };

export interface Attempt {
  /** Identifies this attempt in the status callback's URL. */
  id: string;
  /** An address of the sender: a phone or a user id. */
  to: string;
  body: string;
  /** Milliseconds since 1970: the request is given up by then, and never leaves after it. */
  deadline: number;
}

/** The way out. The mailbox owns the port; WhatsApp implements it. */
export abstract class Channel {
  /** An answer in Markdown as the parts to send, in their order. */
  abstract parts(answer: string): string[];

  /** A person's text as the parts to send: as it was written. */
  abstract verbatim(text: string): string[];

  /** One request, no retry of its own. Never throws: what happened is the verdict. */
  abstract send(attempt: Attempt): Promise<Verdict>;
}
