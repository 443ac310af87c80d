import { businessNow } from '../../../src/chat/now/business-now.js';
import type { HoursAnswer } from '../../../src/chat/now/documents/document-answer.js';
import type { HoursSection } from '../../../src/chat/now/documents/path.js';
import { hoursAnswer } from '../../../src/chat/now/hours-answer.js';
import type { AskedDay } from '../../../src/chat/now/days-asked.js';
import { guessLanguage } from '../../../src/language/language.js';

/** Saturday, 28 November 2026, 10:05 in Madrid. */
export const SATURDAY = Date.UTC(2026, 10, 28, 9, 5);
export const NOW = businessNow(SATURDAY, 'Europe/Madrid');

/** A day that is asked for, in short: `weekday 30/11`. */
export const shortly = ({ by, date: { month, day } }: AskedDay) => `${by} ${day}/${month}`;

/** The answer from these sections, in the question's language. */
export function askSections(
  question: string,
  sections: HoursSection[],
  at = SATURDAY,
): HoursAnswer | undefined {
  const language = guessLanguage(question) ?? 'en';
  return hoursAnswer({ question, language, now: businessNow(at, 'Europe/Madrid'), sections });
}

/** The answer's text from one section, "Horario". */
export function askText(question: string, text: string, at?: number): string | undefined {
  return askSections(question, [{ title: 'Horario', section: '', text }], at)?.text;
}
