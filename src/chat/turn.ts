import type { BotConfig } from '../config/bot-config.js';
import type { Language } from '../language/language.js';
import type { Budget } from './llm/budget.js';
import type { Message } from './messages/message.js';
import type { Summary } from './messages/summary.js';

/** A text and everything that its answer is made from. */
export interface Turn {
  text: string;
  language: Language;
  /** What was said before and still counts, oldest first. */
  history: Message[];
  /** For a model: what was said before that. */
  summary?: Summary;
  config: BotConfig;
  budget: Budget;
}
