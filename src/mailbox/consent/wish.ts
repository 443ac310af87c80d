import {
  fold,
  guessLanguage,
  type Language,
  languages,
  type LanguageSetting,
  wordsOf,
} from '../../language/language.js';
import type { MessageDetails } from '../../chat/messages/message.js';

/** What a message says about being written to: `stop`, or, of who has opted out, `start`. */
export type Wish = 'stop' | 'start';

/** A whole message that says a wish, and the languages that say it so. */
const WISHES = new Map<string, { wish: Wish; languages: Language[] }>();

for (const language of languages)
  for (const wish of ['stop', 'start'] as const)
    for (const words of wordsOf(language).consent[wish].split('|')) {
      const known = WISHES.get(words) ?? { wish, languages: [] };
      known.languages.push(language);
      WISHES.set(words, known);
    }

type Said = { text: string; details?: MessageDetails };

/** Case, accents and punctuation don't matter. Where the channel has understood it, that counts. */
export function wishOf(message: Said): Wish | undefined {
  const { optOut } = message.details ?? {};
  if (optOut) return optOut === 'other' ? undefined : optOut;
  return WISHES.get(bare(message.text))?.wish;
}

/** The channel has answered this message by itself: nothing more is to be said. */
export function answeredByChannel({ details }: Pick<Said, 'details'>): boolean {
  return !!details?.optOut;
}

/**
 * The language to confirm in: the configured one, else that of a word that only one language has,
 * else that of what the sender wrote before (`earlier`, the newest first). STOP alone is said in
 * any language.
 */
export function confirmationLanguage(
  text: string,
  earlier: string[],
  configured: LanguageSetting,
): Language {
  if (configured !== 'auto') return configured;
  const [of, ...others] = WISHES.get(bare(text))?.languages ?? [];
  if (of && !others.length && !wordsOf(of).consent.usedByAll) return of;
  return earlier.map(guessLanguage).find(Boolean) ?? of ?? languages[0];
}

export function confirmation(wish: Wish, language: Language): string {
  const { stopped, started } = wordsOf(language).consent;
  return wish === 'stop' ? stopped : started;
}

function bare(text: string): string {
  return fold(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
