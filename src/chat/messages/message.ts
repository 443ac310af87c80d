/** What was said in a conversation, whoever said it. */
export interface Message {
  /** Twilio's MessageSid for what a sender wrote, a UUID otherwise. */
  id: string;
  conversationId: string;
  role: 'user' | 'assistant';
  source: Source;
  text: string;
  details?: MessageDetails;
  /** The turn that covers it; none while it waits. */
  turnId?: string;
  /** Milliseconds since 1970. */
  createdAt: number;
}

/** Where a conversation takes place. */
export type Source = 'whatsapp' | 'api';

/** What a message carries besides its text, kept with it. */
export interface MessageDetails {
  media?: { url: string; contentType: string }[];
  location?: { latitude: number; longitude: number; address?: string; label?: string };
  button?: { text?: string; payload?: string };
  /** The sid of the message that this one replies to. */
  repliedTo?: string;
  messageType?: string;
  /** The channel has answered by itself: it stops sending, begins again, or told something else. */
  optOut?: 'stop' | 'start' | 'other';
}
