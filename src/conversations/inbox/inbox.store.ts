import type { Message } from '../../chat/messages/message.js';
import type { Part } from '../../mailbox/turns/part.js';
import type { Conversation } from '../../sessions/conversation.js';

/** What a list shows of a conversation besides the conversation itself. */
export interface Overview {
  /** The message that was stored last. */
  latest?: Latest;
  /** How many messages of the sender's no person has read, counted up to `MOST_UNREAD`. */
  unread: number;
}

/** A message, and how the parts stand as which it is sent. The sender's own has none. */
export interface Latest {
  message: Message;
  parts: Pick<Part, 'state' | 'status'>[];
}

/** More unread messages than so many aren't counted. */
export const MOST_UNREAD = 100;

/** A search looks at so many messages, the latest that have the words, and at so many senders. */
export const MOST_FOUND = 2000;

/** Reads for the inbox, whose lists `SessionRepository` gives, what is in its conversations. */
export abstract class InboxStore {
  /**
   * Returns the ids of conversations in which each of these words begins a word of one message, or of
   * the sender's name and number. Neither case nor accents count. A message is found once a turn covers
   * it. `words` come from `runsOf`.
   */
  abstract found(words: string[]): Promise<string[]>;

  /** Gives rows that a former version made what they lack, if any do. */
  abstract complete(): Promise<void>;

  /** Returns the overview of each of these conversations, in their order. */
  abstract overviews(of: Pick<Conversation, 'id' | 'unread'>[]): Promise<Overview[]>;
}
