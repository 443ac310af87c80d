import { fold, guessLanguage, type Language } from '../../language/language.js';
import type { MessageDetails } from '../../chat/messages/message.js';

/** What a message says about being written to: `stop`, or, of who has opted out, `start`. */
export type Wish = 'stop' | 'start';

/**
 * Whole messages, without accents. The English ones are Twilio's own
 * (https://www.twilio.com/docs/messaging/features/opt-out). Some of `start` are everyday words:
 * they count only of who has opted out.
 */
const WORDS: Record<Wish, Record<Language, string>> = {
  stop: {
    en: 'stop|stopall|stop all|unsubscribe|end|quit|cancel|revoke|optout|opt out',
    es:
      'baja|parar|cancelar|alto|darme de baja|dar de baja|darse de baja|dame de baja|' +
      'quiero darme de baja|de baja|desuscribir|desuscribirme|desuscribirse|cancelar suscripcion|' +
      'no mas mensajes|detener',
  },
  start: {
    en: 'start|unstop|yes|subscribe|optin|opt in',
    es: 'alta|si|darme de alta|dar de alta|dame de alta|quiero darme de alta|suscribirme|reanudar',
  },
};

const LANGUAGES = ['en', 'es'] as const;
const WISHES = new Map(
  (['stop', 'start'] as const).flatMap((wish) =>
    LANGUAGES.flatMap((language) =>
      WORDS[wish][language].split('|').map((words) => [words, { wish, language }] as const),
    ),
  ),
);

type Said = { text: string; details?: MessageDetails };

/** Case, accents and punctuation don't matter. Where Twilio has understood it, its word counts. */
export function wishOf(message: Said): Wish | undefined {
  const { optOutType } = message.details ?? {};
  if (optOutType) return TWILIOS[optOutType.toUpperCase()];
  return WISHES.get(bare(message.text))?.wish;
}

const TWILIOS: Record<string, Wish | undefined> = { STOP: 'stop', START: 'start' };

/** Twilio has answered this message by itself: nothing more is to be said. */
export function answeredByTwilio({ details }: Pick<Said, 'details'>): boolean {
  return !!details?.optOutType;
}

/**
 * The language to confirm in: the configured one, else that of a Spanish word, else that of what
 * the sender wrote before (`earlier`, the newest first); STOP alone is said in any language.
 */
export function confirmationLanguage(
  text: string,
  earlier: string[],
  configured: 'auto' | Language,
): Language {
  if (configured !== 'auto') return configured;
  const word = WISHES.get(bare(text))?.language;
  if (word === 'es') return word;
  return earlier.map(guessLanguage).find(Boolean) ?? word ?? 'es';
}

const CONFIRMATIONS: Record<Wish, Record<Language, string>> = {
  stop: {
    es: 'No recibirás más mensajes nuestros. Para volver a recibirlos, envía ALTA.',
    en: 'You will get no more messages from us. To get them again, send START.',
  },
  start: {
    es: 'Vuelves a recibir nuestros mensajes. Para dejar de recibirlos, envía BAJA.',
    en: 'You will get our messages again. To stop them, send STOP.',
  },
};

export function confirmation(wish: Wish, language: Language): string {
  return CONFIRMATIONS[wish][language];
}

function bare(text: string): string {
  return fold(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
