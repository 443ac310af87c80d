import type { BotConfig } from '../config/bot-config.js';
import type { Language } from '../language/language.js';
import type { Attachments } from '../media/attachments.js';
import type { Budget } from './llm/budget.js';
import type { Message } from './messages/message.js';
import type { Summary } from './messages/summary.js';
import type { Over } from './usage/usage-limits.js';
import type { Spending } from './usage/usage.js';

/** A text and everything that its answer is made from. */
export interface Turn {
  /** What is asked: of a correction, what comes after "that's not what I asked". */
  text: string;
  /** The message as its sender wrote or said it: a model reads it unchanged. */
  said: string;
  language: Language;
  /** What was said before and still counts, oldest first. */
  history: Message[];
  /** For a model: what was said before that. */
  summary?: Summary;
  config: BotConfig;
  budget: Budget;
  /** What was sent besides text, with the message and before it. */
  attachments?: Attachments;
  /** A person had the conversation, and its sender has just asked for the bot again. */
  handedBack?: true;
  /** No model is to be asked: the day's tokens are used up, or a budget is. */
  over?: Over;
  /** Takes what models use for the answer. */
  spending: Spending;
}
