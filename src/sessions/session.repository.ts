import type { Conversation, ConversationCursor, ConversationFilter } from './conversation.js';
import type { Resolved, Sender, Session } from './session.js';

/**
 * `wa_id` → `conversation_id`, in `whatsapp_sessions`, and the conversations that they lead to.
 * A conversation that was merged into another is found under its own id, too.
 */
export abstract class SessionRepository {
  /**
   * The conversation of a sender, made when there is none: two first messages that arrive at once
   * get the same. Links, merges and moves as `linkOf` decides. Touches the sender's addresses.
   */
  abstract getOrCreate(sender: Sender): Promise<Resolved>;

  /**
   * Notes that the sender was heard of now, and under which profile name. An unknown address is
   * left alone.
   */
  abstract touch(waId: string, profileName?: string): Promise<void>;

  abstract find(waId: string): Promise<Session | null>;

  /** The conversation that this id stands for now: itself, or the one it was merged into. */
  abstract resolve(conversationId: string): Promise<string | null>;

  /** The addresses of a conversation, the one to reply to first: a phone before a user id. */
  abstract addresses(conversationId: string): Promise<string[]>;

  /** The conversation that this id stands for now, with who has it. */
  abstract conversation(id: string): Promise<Conversation | null>;

  /** Those that were begun last come first; `after` is where the page before ended. */
  abstract conversations(
    filter: ConversationFilter,
    limit: number,
    after?: ConversationCursor,
  ): Promise<Conversation[]>;
}
