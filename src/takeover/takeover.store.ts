/** What a person writes to a sender, on its way into the store. */
export interface Reply {
  turnId: string;
  text: string;
  parts: { id: string; body: string }[];
  /** Idempotency-Key: the same one again is the same reply, stored once. */
  key?: string;
  /** Milliseconds after the sender's last message in which free answers are taken. */
  windowMs: number;
}

/** What became of it. */
export type Replied =
  | { kind: 'stored' | 'repeated'; id: string; text: string; createdAt: number }
  | { kind: 'opted out' | 'no address' | 'window closed' | 'unknown' };

/** A person takes conversations over, writes in them, and gives them back. */
export abstract class TakeoverStore {
  /**
   * Gives the conversation to a person: fences the worker and cancels what isn't on its way yet.
   * Once more changes nothing. False for an unknown one.
   */
  abstract takeOver(conversationId: string): Promise<boolean>;

  /** Gives it back to the bot. False for an unknown one. */
  abstract release(conversationId: string): Promise<boolean>;

  /** Stores a person's reply as a turn, whose parts go out like the bot's. */
  abstract reply(conversationId: string, reply: Reply): Promise<Replied>;
}
