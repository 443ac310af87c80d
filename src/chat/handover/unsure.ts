import type { BotConfig } from '../../config/bot-config.js';
import { languages } from '../../language/language.js';
import type { Message } from '../messages/message.js';
import { fallbackMessage } from '../reply.js';
import { saysUnknown } from '../unknown.js';

/** Whether an answer helps nobody: "I don't have that", or the fallback message. */
export function isUnsure(answer: string, config: BotConfig): boolean {
  const fallbacks = languages.map((language) => fallbackMessage(config, language));
  // A note on what could not be read may stand before it.
  return answer.split('\n\n').some(saysUnknown) || fallbacks.includes(answer.trim());
}

/**
 * Whether one more answer without help is the one after which the bot asks for a person
 * (`handover_unsure`): so many in a row, and nothing else between them.
 */
export function isOnceTooOften(history: Message[], config: BotConfig): boolean {
  const most = config.handoverUnsure;
  if (!most) return false;
  const before = history.filter(({ role }) => role === 'assistant').slice(1 - most);
  if (most === 1) return true;
  return before.length === most - 1 && before.every(({ text }) => isUnsure(text, config));
}
