import { Injectable } from '@nestjs/common';
import type { LineId } from '../../config/lines/line.js';
import { KnowledgeService } from '../../knowledge/knowledge.service.js';
import type { Passage } from '../../knowledge/search/passage.js';
import { type Language, languageOf, languages, wordsOf } from '../../language/language.js';
import { BusinessTime } from './business-time.js';
import { leadOf } from './day-names.js';
import { type AskedDay, daysAsked, namesDays } from './days-asked.js';
import { type AskedHours, hoursAnswer, isHoursQuestion } from './hours-answer.js';
import { onDay } from './on-day.js';
import { PartAnswer } from './part-answer.js';

/** Passages that are looked for, and documents whose sections are read. */
const PASSAGES = 8;
const DOCUMENTS = 4;

/** A question that may ask for opening hours. */
interface Asked {
  text: string;
  /** What was asked before, which this question may follow up on. */
  previous?: string;
  language: Language;
  /** What the business is called by. */
  names: string[];
  /** The line that it was asked on. */
  line?: LineId;
}

/** Words of a document, and the passages that they are taken from. */
interface Quoted {
  text: string;
  passages: Passage[];
}

/** An answer, and the passages that it quotes. */
interface Answer {
  text: string;
  used: Passage[];
}

/** Answers when the business is open, from the setting or from the documents. */
@Injectable()
export class OpeningTimes {
  constructor(
    private readonly knowledge: KnowledgeService,
    private readonly time: BusinessTime,
  ) {}

  /**
   * Answers a question about the hours of the business, or of a part of it; undefined for another
   * question, and where neither the setting nor the documents say it.
   */
  async answer(asked: Asked): Promise<Answer | undefined> {
    const given = await this.given(asked);
    return isHoursQuestion(given) ? this.told(given, asked) : this.ofPart(given, asked.line);
  }

  /** The hours of the day on which somebody asks to come, for whatever; undefined for another question. */
  async ofComing(asked: Asked): Promise<Answer | undefined> {
    const given = { ...(await this.given(asked)), coming: true };
    return isHoursQuestion(given) ? this.told(given, asked) : undefined;
  }

  private async given({ text: question, ...asked }: Asked): Promise<AskedHours> {
    const { now, hours: setting } = await this.time.current(asked.line);
    return { ...asked, question, now, setting, sections: [] };
  }

  private async told(given: AskedHours, asked: Asked): Promise<Answer | undefined> {
    const set = hoursAnswer(given);
    if (set) return { text: set.text, used: [] };
    for (const sections of await this.passages(asked.text, asked.language, asked.line)) {
      const answer = hoursAnswer({ ...given, sections });
      if (answer) return { text: answer.text, used: answer.used.map((at) => sections[at]) };
    }
    return undefined;
  }

  /** "When does the reception close?" is answered from what the documents say of the reception. */
  private async ofPart(given: AskedHours, line?: LineId): Promise<Answer | undefined> {
    const part = PartAnswer.for(given);
    if (!part) return undefined;
    for (const passages of await this.passages(given.question, given.language, line)) {
      const answer = part.from(passages);
      if (answer) return { text: answer.text, used: answer.used.map((at) => passages[at]) };
    }
    return undefined;
  }

  /** What leads to an answer for a day that a question names by its distance: "Tomorrow is Sunday:". */
  async leadTo({
    text,
    language,
    line,
  }: Pick<Asked, 'text' | 'language' | 'line'>): Promise<string | undefined> {
    const { now } = await this.time.current(line);
    const isNear = ({ by }: AskedDay) => by !== 'weekday' && by !== 'date';
    const day = daysAsked(text, language, now).find(isNear);
    return day && leadOf(day, language);
  }

  /**
   * Of a section that tells nothing but hours, what it says of the near day that a question names;
   * undefined for another section, and where it says nothing of that day.
   */
  async ofDay(
    { text: quoted, passages: [first] }: Quoted,
    asked: Pick<Asked, 'text' | 'language' | 'line'>,
  ) {
    const { now } = await this.time.current(asked.line);
    const { language } = asked;
    const days = daysAsked(asked.text, language, now);
    if (!first || days.length !== 1) return undefined;
    return onDay({ ...first, text: quoted }, days[0], language);
  }

  /** Whether a text says something of certain days, so that it matters which day is asked for. */
  tellsDays(text: string): boolean {
    return languages.some((language) => namesDays(text, language));
  }

  /** All sections of the documents on opening hours: those in the sender's language before others. */
  private async passages(
    question: string,
    language: Language,
    line?: LineId,
  ): Promise<Passage[][]> {
    const queries = [question, ...languages.map((of) => wordsOf(of).asking.openingHours)];
    const found = await Promise.all(
      queries.map((query) => this.knowledge.search(query, PASSAGES, language, line)),
    );
    const ids = [...new Set(found.flat().map(({ documentId }) => documentId))];
    const documents = await Promise.all(ids.map((id) => this.knowledge.passages(id)));
    const isOwn = (all: Passage[]) =>
      languageOf(all.map(({ text }) => text).join('\n')) === language;
    const [own, others] = [documents.filter(isOwn), documents.filter((all) => !isOwn(all))];
    return [own, others].map((some) => some.slice(0, DOCUMENTS).flat());
  }
}
