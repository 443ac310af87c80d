import type { Conversation, ConversationCursor, ConversationFilter } from './conversation.js';

/** Conversations, for whoever looks after them. Merged ones are found under the other's id. */
export abstract class ConversationsRepository {
  /** The conversation that this id stands for now. */
  abstract find(id: string): Promise<Conversation | null>;

  /** Those that were begun last come first; `after` is where the page before ended. */
  abstract list(
    filter: ConversationFilter,
    limit: number,
    after?: ConversationCursor,
  ): Promise<Conversation[]>;
}
