import { type Language, wordsOf } from '../../../src/language/language.js';

/** What somebody is told who waits for a person from then on, while no opening hours are set. */
export function handedOver(language: Language, lead?: string): string {
  const { passedOn, wayBack } = wordsOf(language).handover;
  return [lead, passedOn, wayBack].filter(Boolean).join(' ');
}
