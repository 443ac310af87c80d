import { ownHeading } from '../../knowledge/search/passage.js';
import type { Language } from '../../language/language.js';
import { term, terms } from '../../language/terms.js';
import type { AskedDay } from './days-asked.js';
import { statementOf, tellsWhen } from './documents/claims.js';
import { fit } from './documents/days.js';
import type { HoursAnswer } from './documents/document-answer.js';
import { columnsOf, linesOf, type Naming } from './documents/lines.js';
import { type HoursSection, pathOf } from './documents/path.js';
import { type AskedHours, hoursAnswer } from './hours-answer.js';
import { hoursQuestion, otherWords } from './question.js';

/** Words that name a part of a business: more of them ask for something else. */
const MOST_WORDS = 3;

/** Which text of a section is about the part; undefined for none of it. */
type Choice = (section: HoursSection) => string | undefined;

/** Answers a question about the hours of a part of the business: its kitchen, its pool. */
export class PartAnswer implements Naming {
  private readonly language: Language;

  private constructor(
    private readonly given: AskedHours,
    private readonly part: string[],
    private readonly days: AskedDay[],
  ) {
    this.language = given.language;
  }

  /** Undefined unless the question asks for hours, and for those of something that it names. */
  static for(given: AskedHours): PartAnswer | undefined {
    const words = otherWords(given);
    if (!words.length || words.length > MOST_WORDS) return undefined;
    const names = [...(given.names ?? []), ...words];
    const asked = { ...given, names, ofPart: true, setting: undefined, previous: undefined };
    const question = hoursQuestion(asked);
    if (!question) return undefined;
    const part = words.flatMap((word) => term(word, given.language) ?? []);
    return part.length ? new PartAnswer(asked, part, question.days) : undefined;
  }

  /**
   * The part is named by the head of a column of hours, by a section's own heading, by one above it, or
   * where a line begins.
   */
  from(sections: HoursSection[]): HoursAnswer | undefined {
    const columns: Choice = ({ text }) => columnsOf(text, this);
    const own: Choice = ({ title, section, text }) =>
      this.isName(ownHeading(section) || title) ? text : undefined;
    const above: Choice = ({ title, section, text }) =>
      this.isNamed(`${title} ${section}`) ? text : undefined;
    const lines: Choice = ({ text }) => linesOf(text, this);
    // What stands under a heading on hours comes before the same words in a price list.
    const isOfHours = (section: HoursSection) => this.rankOf(section) !== 2;
    for (const only of [isOfHours, () => true])
      for (const choice of [columns, own, above, lines]) {
        const answer = this.within(sections, (one) => (only(one) ? choice(one) : undefined));
        if (answer) return answer;
      }
    return undefined;
  }

  private rankOf(section: HoursSection): number {
    const none = new Set<string>();
    return pathOf(section, this.language, none, none).rank ?? 1;
  }

  private within(sections: HoursSection[], choice: Choice): HoursAnswer | undefined {
    const chosen = sections.flatMap((section, at) => {
      const text = choice(section);
      return text && tellsWhen(text, this.language) ? { section: { ...section, text }, at } : [];
    });
    if (!chosen.length) return undefined;
    const answer = hoursAnswer({ ...this.given, sections: chosen.map(({ section }) => section) });
    return answer && { ...answer, used: answer.used.map((place) => chosen[place].at) };
  }

  /** "The swimming pool" may stand under "Pool", and "the pool" under "Swimming pool". */
  isName(heading: string): boolean {
    const named = terms(heading, this.language);
    return (
      this.isNamed(heading) || (named.length > 0 && named.every((one) => this.part.includes(one)))
    );
  }

  /** Whether a text names the part. */
  isNamed(text: string): boolean {
    const found = new Set(terms(text, this.language));
    return this.part.every((one) => found.has(one));
  }

  /** Whether a sentence speaks of a day that is asked for. */
  isOfDay(sentence: string): boolean {
    const { claims } = statementOf(sentence, this.language, new Set());
    return this.days.some(({ date, weekday }) =>
      claims.some(({ days }) => fit(days, date, weekday) > 0),
    );
  }
}
