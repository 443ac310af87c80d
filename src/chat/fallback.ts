import { type BotConfig, effective } from '../config/bot-config.js';
import { Env } from '../env/env.js';
import { type Language, type LanguageSetting, languageSettings } from '../language/language.js';

const standard = (language: LanguageSetting) =>
  effective('fallback_message', { language }, new Env()).value as string;

/** The configured message; the one that nobody changed, in the sender's language only. */
export function fallbackMessage({ fallbackMessage }: BotConfig, language: Language): string {
  const untouched = languageSettings.some((of) => standard(of) === fallbackMessage);
  return untouched ? standard(language) : fallbackMessage;
}
