import { languageOf, type LanguageSetting, wordsOf } from '../../language/language.js';

/** What a sender over a limit is told, once a window or a day, in the language of the message. */
export function limitNotice(text: string, language: LanguageSetting, of: 'minute' | 'day'): string {
  const words = wordsOf(language === 'auto' ? languageOf(text) : language);
  return of === 'day' ? words.notToday : words.rateLimited;
}
