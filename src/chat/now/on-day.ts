import type { Language } from '../../language/language.js';
import type { AskedDay } from './days-asked.js';
import { DayNotes } from './documents/day-notes.js';
import type { HoursSection } from './documents/path.js';
import { notesOf } from './documents/read-sections.js';
import { words } from '../../language/tokens.js';

/** The least share of a section's words that is said of days, so that nothing else is lost. */
const TELLS_DAYS = 0.95;

/**
 * What a section says of a day, word for word, where it says nothing but what holds on which days;
 * undefined for another section, and where it says nothing of the day.
 */
export function onDay(
  section: HoursSection,
  day: AskedDay,
  language: Language,
): string | undefined {
  const { notes } = notesOf([section], [], language, true);
  const told = words(notes.map(({ text }) => text).join('\n')).length;
  if (told < TELLS_DAYS * words(section.text).length) return undefined;
  const found = new DayNotes(notes).on(day.date, day.by);
  if (!found.length || found.length === notes.length) return undefined;
  const { head } = found[0];
  return [...(head ? [head] : []), ...found.map(({ text }) => text)].join('\n');
}
