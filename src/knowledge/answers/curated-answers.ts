import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../../clock.js';
import { DEFAULT_LINE, type LineId } from '../../config/lines/line.js';
import { guessLanguage, type Language } from '../../language/language.js';
import type { CuratedAnswer } from './curated-answer.js';
import { CuratedAnswerRepository } from './curated-answer.repository.js';
import { QuestionBook } from './question-book.js';

/** Milliseconds after which the store is asked whether another node changed the answers. */
const STALE_AFTER = 1000;

/** Finds what the operator wrote as the answer to a question, in memory. */
@Injectable()
export class CuratedAnswers {
  private readonly logger = new Logger(CuratedAnswers.name);
  /** Those for all lines under undefined, each line's own under its id. */
  private books?: Map<LineId | undefined, QuestionBook>;
  private version?: number;
  private checkedAt = -Infinity;
  private reading?: Promise<void>;

  constructor(
    private readonly answers: CuratedAnswerRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * The curated answer to exactly this question: order, forms, accents and slips aside. `language`
   * is needed for a question whose words show none. Throws the store's error when the answers could
   * not be read yet; one that is a second old is good while the store is away. What is for this line
   * alone comes before what is for all.
   */
  async find(
    question: string,
    language: Language,
    line: LineId = DEFAULT_LINE,
  ): Promise<CuratedAnswer | undefined> {
    if (this.clock.now() - this.checkedAt >= STALE_AFTER || !this.books) await this.refresh();
    const spoken = guessLanguage(question) ?? language;
    const [own, common] = [line, undefined].map((of) => this.books?.get(of));
    return own?.find(question, spoken) ?? common?.find(question, spoken);
  }

  /** Reads what this node has changed, so that its next question is answered by it. */
  async changed(): Promise<void> {
    // What is being read may be older than the change.
    await this.reading?.catch(() => undefined);
    await this.refresh();
  }

  private async refresh(): Promise<void> {
    this.reading ??= this.read().finally(() => (this.reading = undefined));
    await this.reading.catch((error: Error) => {
      if (!this.books) throw error;
      this.logger.warn(
        `Curated answers may have changed, the store can't be asked: ${error.message}`,
      );
    });
  }

  private async read(): Promise<void> {
    this.checkedAt = this.clock.now();
    const version = await this.answers.version();
    if (this.books && version === this.version) return;
    this.books = booksOf(await this.answers.all());
    this.version = version;
  }
}

function booksOf(answers: CuratedAnswer[]): Map<LineId | undefined, QuestionBook> {
  const byLine = new Map<LineId | undefined, CuratedAnswer[]>();
  for (const one of answers) byLine.set(one.line, [...(byLine.get(one.line) ?? []), one]);
  return new Map([...byLine].map(([line, some]) => [line, new QuestionBook(some)]));
}
