import type { MediumReading } from '../../media/medium.js';

/** A message of a conversation, from its sender, the bot or a person. */
export interface Message {
  /** Twilio's MessageSid for what a sender wrote, a UUID otherwise. */
  id: string;
  conversationId: string;
  role: 'user' | 'assistant';
  source: Source;
  text: string;
  details?: MessageDetails;
  /** The turn that covers the message; none while the message waits. */
  turnId?: string;
  /** Milliseconds since 1970. */
  createdAt: number;
}

/** Where a conversation takes place. */
export type Source = 'whatsapp' | 'api';

/** A voice note, a picture or another file. */
export interface Medium {
  url: string;
  /** As the channel declares it. */
  contentType: string;
  /** What was read of it, once it was. */
  read?: MediumReading;
}

/** What a message carries besides its text. It is stored with the message. */
export interface MessageDetails {
  media?: Medium[];
  location?: { latitude: number; longitude: number; address?: string; label?: string };
  button?: { text?: string; payload?: string };
  /** The SID of the message that this one replies to. */
  repliedTo?: string;
  messageType?: string;
  /**
   * Twilio has answered the message by itself: it stopped sending to this person (`stop`), began
   * again (`start`), or sent something else, such as its help text (`other`).
   */
  optOut?: 'stop' | 'start' | 'other';
}
