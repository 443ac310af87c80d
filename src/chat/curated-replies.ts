import { Injectable } from '@nestjs/common';
import type { LineId } from '../config/lines/line.js';
import type { CuratedAnswer } from '../knowledge/answers/curated-answer.js';
import { CuratedAnswers } from '../knowledge/answers/curated-answers.js';
import type { Passage } from '../knowledge/search/passage.js';
import { guessLanguage, type Language } from '../language/language.js';
import { beginStep } from './trace/recorder.js';
import { parseSmallTalk } from '../intent/small-talk.js';

/** A curated answer in the form in which answers are made from passages. */
export interface CuratedPassage extends Passage {
  curated: true;
}

/** Finds what the operator wrote as the answer to a message, or to a question of one. */
@Injectable()
export class CuratedReplies {
  constructor(private readonly answers: CuratedAnswers) {}

  /** Courtesies before the question don't count, unless the operator answers them, too. */
  async find(text: string, language: Language, line?: LineId): Promise<CuratedPassage | undefined> {
    const ended = beginStep();
    const found =
      (await this.answers.find(text, language, line)) ??
      (await this.answers.find(parseSmallTalk(text).rest, language, line));
    if (!found) return undefined;
    ended({ kind: 'curated', question: text, answer_id: found.id, title: found.questions[0] });
    return passageOf(found);
  }
}

/** Whether it is in another language than the sender's. */
export function isForeign({ text }: CuratedPassage, language: Language): boolean {
  return (guessLanguage(text) ?? language) !== language;
}

function passageOf({ id, questions, answer }: CuratedAnswer): CuratedPassage {
  const found = { score: 1, coverage: 1, relevance: 1, position: 0 };
  const evidence = { words: 1, matched: [], missing: [] };
  const place = { documentId: id, title: questions[0], section: '' };
  return { ...place, ...found, evidence, text: answer, curated: true };
}
