import {
  type LanguageSetting,
  languages,
  languageSettings,
  wordsOf,
} from '../../language/language.js';
import { oneOf, type Setting, text, wholeNumber } from '../setting.js';
import { NAME, TEXT } from './texts.js';

/** The default. `chat/llm/prompt.ts` adds fixed rules to every system prompt. */
const SYSTEM_PROMPT =
  "You answer the customers of a business on WhatsApp. Stay with the business's subjects.";

/** The settings of how answers are made and said. */
export const SPEAKING = {
  bot_name: { is: text(60, TEXT), default: 'Recado' },
  system_prompt: { is: text(8000, TEXT), default: SYSTEM_PROMPT },
  language: { is: oneOf(languageSettings), default: 'auto' },
  fallback_message: { is: text(1500, TEXT), default: standardFallback },
  sticker_message: {
    is: text(1500, TEXT),
    description: "The answer to a sticker. Without one it is a sentence in the sender's language.",
  },
  history_hours: {
    is: wholeNumber(0, 720),
    default: 12,
    description:
      'Hours for which what was said counts as the same conversation: follow-ups, and yes or no to ' +
      'an offer. What is older is background for a model. 0: each message stands alone.',
  },
  show_sources: {
    is: oneOf(['off', 'on']),
    default: 'off',
    description: 'On WhatsApp, a last line names the documents that an answer is from.',
  },
  chat_model: { is: text(200, NAME), env: 'CHAT_MODEL' },
  llm_timeout_ms: {
    is: wholeNumber(100, 600_000),
    env: 'LLM_TIMEOUT_MS',
    description: 'Milliseconds: the whole budget of one answer.',
  },
} as const satisfies Record<string, Setting>;

/** The default fallback message: with `auto` it is written in every language. */
function standardFallback(setting: LanguageSetting): string {
  const used = setting === 'auto' ? languages : [setting];
  return used.map((language) => wordsOf(language).fallback).join('\n');
}
