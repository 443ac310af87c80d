import type { Message } from './message.js';

/** The messages of all conversations, in the order in which the store took them. */
export abstract class MessageRepository {
  /**
   * Keeps messages of one conversation that no turn covers later: those of the chat API. If it was
   * merged, they go where it is now; if it was erased, nothing is kept.
   */
  abstract keep(messages: Message[]): Promise<void>;

  /** Keeps a conversation's first messages, and with them the conversation. */
  abstract begin(messages: Message[]): Promise<void>;

  /** The latest `limit` messages that aren't waiting for their turn, oldest first. */
  abstract history(conversationId: string, limit: number): Promise<Message[]>;

  /**
   * A page of a conversation's messages, oldest first. `cursor` is the one that the page before
   * gave; an unknown one throws a `BadCursor`.
   */
  abstract page(
    conversationId: string,
    limit: number,
    cursor?: string,
  ): Promise<{ messages: Message[]; next: string | null }>;
}
