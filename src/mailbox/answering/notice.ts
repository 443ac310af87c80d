import { guessLanguage } from '../../language/language.js';

const NOTICE = {
  es: 'Has enviado muchos mensajes en poco tiempo. Espera un minuto, por favor, y vuelve a escribir.',
  en: 'You have sent many messages in a short time. Please wait a minute and write again.',
};

/** What a sender over the limit is told, once a window, in the language of the message. */
export function limitNotice(text: string, language: 'auto' | 'es' | 'en'): string {
  return NOTICE[language === 'auto' ? (guessLanguage(text) ?? 'es') : language];
}
