import type { BotConfig } from '../config/bot-config.js';
import type { Language } from '../language/language.js';
import type { Attachments } from '../media/attachments.js';
import type { Budget } from './llm/budget.js';
import type { Message } from './messages/message.js';

/** A text and everything that its answer is made from. */
export interface Turn {
  text: string;
  language: Language;
  history: Message[];
  config: BotConfig;
  budget: Budget;
  /** What was sent besides text, with the message and before it. */
  attachments?: Attachments;
  /** The text was heard in a voice note. */
  heard?: boolean;
}
