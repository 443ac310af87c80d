import { Injectable } from '@nestjs/common';
import { KnowledgeService } from '../../knowledge/knowledge.service.js';
import { ENOUGH, type Passage } from '../../knowledge/search/passage.js';
import { type Language, languageOf, languages, wordsOf } from '../../language/language.js';
import { isFollowUp } from '../conversation.js';
import { BusinessTime } from './business-time.js';
import { leadOf, weekdayName } from './day-names.js';
import { hoursAnswer, isHoursQuestion } from './hours-answer.js';
import { daysAsked } from './question.js';

/** Passages that are looked for, and documents whose sections are read. */
const PASSAGES = 8;
const DOCUMENTS = 4;
/** Passages whose headings may name what is open at certain hours. */
const NAMED = 4;

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
    const goesOn = !!asked.previous && isFollowUp(asked.text) && isHours(asked.previous);
    const question = [asked.text, ...(goesOn ? [continued(asked)] : [])].find(isHours);
    if (!question) return this.ofSection(asked);
    for (const passages of await this.passages(question, language)) {
      const given = { question, language, now, setting: hours, sections: passages, names };
      const answer = hoursAnswer(given);
      if (answer) return { text: answer.text, used: answer.used.map((at) => passages[at]) };
    }
    return undefined;
  }

  /** "When does the reception close?" asks for the hours of what the best passage's heading names. */
  private async ofSection(asked: Asked): Promise<{ text: string; used: Passage[] } | undefined> {
    const { now } = await this.time.current();
    const found = await this.knowledge.search(asked.text, NAMED, asked.language);
    const { text: question, language } = asked;
    for (const { documentId, title, section } of found.filter(isEvidence)) {
      const given = { question, language, now, names: [...asked.names, title, section] };
      if (!isHoursQuestion(given)) continue;
      const all = await this.knowledge.passages(documentId);
      const sections = all.filter((passage) => passage.section === section);
      const answer = hoursAnswer({ ...given, sections });
      if (answer) return { text: answer.text, used: sections };
    }
    return undefined;
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

  /** All sections of the documents on opening hours: those in the sender's language before others. */
  private async passages(question: string, language: Language): Promise<Passage[][]> {
    const queries = [...languages.map((of) => wordsOf(of).asking.openingHours), question];
    const found = await Promise.all(
      queries.map((query) => this.knowledge.search(query, PASSAGES, language)),
    );
    const ids = [...new Set(found.flat().map(({ documentId }) => documentId))];
    const documents = await Promise.all(ids.map((id) => this.knowledge.passages(id)));
    const isOwn = (all: Passage[]) =>
      languageOf(all.map(({ text }) => text).join('\n')) === language;
    const [own, others] = [documents.filter(isOwn), documents.filter((all) => !isOwn(all))];
    return [own, others].map((some) => some.slice(0, DOCUMENTS).flat());
  }
}

function isEvidence({ relevance }: Passage): boolean {
  return relevance >= ENOUGH;
}

/** "And on Sundays?" goes on asking for opening hours where the question before did. */
function continued({ text, language }: Asked): string {
  return `${wordsOf(language).asking.openingHours} ${text}`;
}
