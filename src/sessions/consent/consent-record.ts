/** That a sender opted out or in. */
export interface ConsentNews {
  kind: 'opted_out' | 'opted_in';
  /** Who said so: the sender, the channel (its error, or its own list), or an operator. */
  by: 'sender' | 'channel' | 'operator';
  /** The exact text of the message that said it. */
  words?: string;
  /** The channel's id of that message. */
  messageId?: string;
  /** What the channel took the message for, where it answered by itself: STOP or START. */
  optOutType?: string;
  /** The channel's error code. */
  code?: number;
  /** The operator's call of the API. */
  call?: string;
  /** Why, in an operator's words or ours. */
  reason?: string;
}

/** The record of it, to which nothing is done any more but that an erasure takes out who it was. */
export interface ConsentRecord extends ConsentNews {
  id: string;
  /** Its place in the order, in this store. */
  seq: string;
  conversationId?: string;
  /** Milliseconds since 1970. */
  at: number;
  /** Where the sender wrote from. */
  address?: string;
  /** A keyed hash of their address, in place of all that says who they were. */
  person?: string;
  erasedAt?: number;
}
