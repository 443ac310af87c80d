import type { Message } from './message.js';
import type { Summary } from './summary.js';

/** So many of a conversation's messages are read from the store. */
export const MOST_EARLIER = 60;

/** What was said in a conversation before the messages that wait for their answer. */
export interface Earlier {
  /** The latest `MOST_EARLIER`, oldest first. */
  messages: Message[];
  /** What a model summed up of those before. */
  summary?: Summary;
}
