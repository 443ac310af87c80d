import type { OpeningHours } from '../../config/opening-hours/opening-hours.js';
import { DocumentAnswer, type HoursAnswer } from './documents/document-answer.js';
import type { HoursSection } from './documents/path.js';
import { type Asking, hoursQuestion } from './question.js';
import { settingAnswer } from './setting-answer.js';
import { notesOf } from './documents/read-sections.js';

/** A question, the moment, and all that may answer it. */
export interface AskedHours extends Asking {
  /** The setting; where it is there, the documents are asked only for what it doesn't say. */
  setting?: OpeningHours;
  /** What a search for opening hours found, the best first. */
  sections: HoursSection[];
}

/**
 * Answers when the business is open: from the setting in the sender's language, else with the part
 * of the documents that is about the asked day, word for word, below a line that names the day.
 * `used` are the sections that were quoted. Undefined for another question, and where neither says it.
 */
export function hoursAnswer(given: AskedHours): HoursAnswer | undefined {
  const { language, now, setting, sections, names = [] } = given;
  const asked = hoursQuestion(given);
  if (!asked) return undefined;
  const text = setting && settingAnswer(asked, language, now, setting);
  if (text) return { text, used: [] };
  return new DocumentAnswer(
    asked,
    language,
    now,
    sections,
    notesOf(sections, names, language, given.ofPart),
  ).answer();
}

/** Whether a question asks for the business's opening hours and for nothing else. */
export function isHoursQuestion(asking: Asking): boolean {
  return !!hoursQuestion(asking);
}
