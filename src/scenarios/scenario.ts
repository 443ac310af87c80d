/** What an answer must hold: a text, or any one of several. */
export type Wanted = string | string[];

/** A file that is sent with a message. */
export interface Medium {
  content_type: string;
  base64: string;
}

/** What the team does between two messages of the sender. */
export type OperatorStep = 'takeover' | 'handover' | 'release' | { reply: string };

/** A message of a sender, and what its answer must hold or must not; or a step of the team. */
export interface Turn {
  /** Empty where only something else is sent. */
  ask: string;
  /** In the place of a message: nothing else is in such a turn. */
  operator?: OperatorStep;
  /** What it stands for: `one-word`, `typo`, `absent`… */
  kind: string;
  media?: Medium[];
  location?: { latitude: number; longitude: number; address?: string; label?: string };
  /** A button that is pressed. */
  button?: { text?: string; payload?: string };
  must?: Wanted[];
  must_not?: string[];
  /** The answer must be the honest "I don't have that". */
  refuse?: boolean;
  /** The answer must be the bot's own words: nothing quoted from a document, and no refusal. */
  no_sources?: boolean;
  /** The answer must hand over to a person. The bot is silent from then on. */
  handover?: boolean;
  /** Nothing may be answered: a person has the conversation, or the message needs no answer. */
  silence?: boolean;
}

/** What one sender asks, turn by turn. */
export interface Conversation {
  /** A phone or a WhatsApp user id; without it, somebody who never wrote before. */
  from?: string;
  /** The sender's name on WhatsApp. */
  name?: string;
  turns: Turn[];
}

/** Conversations with a bot, what its answers must be, and the business that it answers for. */
export interface Scenario {
  /** The file's name without its folder. */
  name: string;
  /** Paths of the documents' files. */
  documents: string[];
  /** Milliseconds since 1970 at which each conversation begins; without it, the machine's time. */
  now?: number;
  /** Put into the bot's settings. */
  config: Record<string, unknown>;
  conversations: Conversation[];
}
