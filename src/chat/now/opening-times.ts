import { Injectable } from '@nestjs/common';
import { KnowledgeService } from '../../knowledge/knowledge.service.js';
import type { Passage } from '../../knowledge/search/passage.js';
import { type Language, languages, wordsOf } from '../../language/language.js';
import { BusinessTime } from './business-time.js';
import { leadOf, weekdayName } from './day-names.js';
import { hoursAnswer, isHoursQuestion } from './hours-answer.js';
import { daysAsked } from './question.js';

/** Passages that are looked for, and documents whose sections are read. */
const PASSAGES = 8;
const DOCUMENTS = 4;

/** A question that may ask for opening hours. */
interface Asked {
  text: string;
  /** The question that this one may follow up on. */
  previous?: string;
  language: Language;
  /** What the business is called by. */
  names: string[];
}

/** A day of a question: "tomorrow" is "Sunday", led to by "Tomorrow is Sunday:". */
export interface NamedDay {
  name: string;
  lead: string;
}

/** Answers when the business is open, from the setting or from the documents. */
@Injectable()
export class OpeningTimes {
  constructor(
    private readonly knowledge: KnowledgeService,
    private readonly time: BusinessTime,
  ) {}

  /** The answer and the passages that it quotes; undefined for another question. */
  async answer(asked: Asked): Promise<{ text: string; used: Passage[] } | undefined> {
    const { now, hours } = await this.time.current();
    const { language, names } = asked;
    const isHours = (question: string) => isHoursQuestion({ question, language, now, names });
    const goesOn = !!asked.previous && isHours(asked.previous);
    const question = [asked.text, ...(goesOn ? [continued(asked)] : [])].find(isHours);
    if (!question) return undefined;
    const passages = await this.passages(question, language);
    const given = { question, language, now, setting: hours, sections: passages, names };
    const answer = hoursAnswer(given);
    return answer && { text: answer.text, used: answer.used.map((at) => passages[at]) };
  }

  /** The days that a question names by their distance from today, with the words that lead to them. */
  async daysOf({ text, language }: Pick<Asked, 'text' | 'language'>): Promise<NamedDay[]> {
    const { now } = await this.time.current();
    const days = daysAsked(text, language, now).filter(({ by }) => by !== 'weekday');
    return days.map((day) => ({
      name: weekdayName(day.weekday, language),
      lead: leadOf(day, language),
    }));
  }

  /** All sections of the documents that speak of opening hours, the likeliest document first. */
  private async passages(question: string, language: Language): Promise<Passage[]> {
    const others = languages.filter((other) => other !== language);
    const queries = [language, ...others].map((of) => wordsOf(of).asking.openingHours);
    const found = await Promise.all(
      [...queries, question].map((query) => this.knowledge.search(query, PASSAGES, language)),
    );
    const ids = [...new Set(found.flat().map(({ documentId }) => documentId))];
    const all = ids.slice(0, DOCUMENTS).map((id) => this.knowledge.passages(id));
    return (await Promise.all(all)).flat();
  }
}

/** "And on Sundays?" goes on asking for opening hours where the question before did. */
function continued({ text, language }: Asked): string {
  return `${wordsOf(language).asking.openingHours} ${text}`;
}
