/** What was said in a conversation, whoever said it. */
export interface Message {
  /** Twilio's MessageSid for what a sender wrote, a UUID otherwise. */
  id: string;
  conversationId: string;
  role: 'user' | 'assistant';
  source: Source;
  text: string;
  /** Media, location and the like, as the channel told it. */
  details?: unknown;
  /** The turn that covers it; none while it waits. */
  turnId?: string;
  /** Milliseconds since 1970. */
  createdAt: number;
}

/** Where a conversation takes place. */
export type Source = 'whatsapp' | 'api';
