import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../../clock.js';
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
  private book?: QuestionBook;
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
   * not be read yet; one that is a second old is good while the store is away.
   */
  async find(question: string, language: Language): Promise<CuratedAnswer | undefined> {
    if (this.clock.now() - this.checkedAt >= STALE_AFTER || !this.book) await this.refresh();
    return this.book?.find(question, guessLanguage(question) ?? language);
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
      if (!this.book) throw error;
      this.logger.warn(
        `Curated answers may have changed, the store can't be asked: ${error.message}`,
      );
    });
  }

  private async read(): Promise<void> {
    this.checkedAt = this.clock.now();
    const version = await this.answers.version();
    if (this.book && version === this.version) return;
    this.book = new QuestionBook(await this.answers.all());
    this.version = version;
  }
}
