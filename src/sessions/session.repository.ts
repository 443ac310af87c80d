import type { Resolved, Sender, Session } from './session.js';

/** `wa_id` → `conversation_id`, in `whatsapp_sessions`. */
export abstract class SessionRepository {
  /**
   * The conversation of a sender, made when there is none: two first messages that arrive at once
   * get the same. Links, merges and moves as `linkOf` decides.
   */
  abstract getOrCreate(sender: Sender): Promise<Resolved>;

  abstract find(waId: string): Promise<Session | null>;

  /** Notes that the sender was heard of now. An unknown address is left alone. */
  abstract touch(waId: string): Promise<void>;

  /** The conversation that this id stands for now: itself, or the one it was merged into. */
  abstract resolve(conversationId: string): Promise<string | null>;

  /** The addresses of a conversation, the one to reply to first: a phone before a user id. */
  abstract addresses(conversationId: string): Promise<string[]>;
}
