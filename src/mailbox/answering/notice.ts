import { languageOf, type LanguageSetting, wordsOf } from '../../language/language.js';

/** What a sender over the limit is told, once a window, in the language of the message. */
export function limitNotice(text: string, language: LanguageSetting): string {
  return wordsOf(language === 'auto' ? languageOf(text) : language).rateLimited;
}
